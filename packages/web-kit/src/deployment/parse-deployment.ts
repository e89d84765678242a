/** What a deployment says in its settings, each part checked before anything rests on it. */
import { readVerifier } from "@tillit/audit-chain";
import { parsePins, type Pins } from "@tillit/crypto-envelope/directory";
import type { DeploymentErrorCode } from "./deployment-error.ts";

/** The deployment's own file, not part of the API: which root keys may speak for which controller, and which keys sign whose log. */
export interface Deployment {
  readonly pins: Pins;
  /** Public log keys by controller, each list with at least one; those under `~keys` sign the log of key documents. */
  readonly logKeys: Readonly<Record<string, readonly string[]>>;
  readonly operator?: string;
  /** Where My pages is, if the deployment says. */
  readonly myPages?: string;
}

const known: ReadonlySet<string> = new Set<keyof Deployment>(["pins", "logKeys", "operator", "myPages"]);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Hashed by the browser: a hash in script would weigh more than all the rest of this. */
async function isLogKey(value: unknown): Promise<boolean> {
  if (typeof value !== "string") return false;
  try {
    const { id, hashed } = readVerifier(value);
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", hashed));
    return Array.from(digest.subarray(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join("") === id;
  } catch {
    return false;
  }
}

/** Whether each log has keys, all different, and each of them is one. */
async function areLogKeys(value: unknown): Promise<boolean> {
  if (!isObject(value)) return false;
  const lists = Object.values(value);
  const different = lists.every(
    (keys) => Array.isArray(keys) && keys.length > 0 && new Set<unknown>(keys).size === keys.length,
  );
  return (
    different &&
    !(await Promise.all((lists as unknown[][]).flatMap((keys) => Array.from(keys, isLogKey)))).includes(false)
  );
}

function isWebAddress(value: unknown): value is string {
  return typeof value === "string" && /^https?:/.test(value) && URL.canParse(value);
}

function pinsOf(value: unknown): Pins | undefined {
  try {
    return parsePins(value);
  } catch {
    return undefined;
  }
}

/**
 * The settings from parsed JSON, or what is wrong with them: DEPLOYMENT_PINS where pins are left out or one of them pins
 * nothing, DEPLOYMENT_LOG_KEYS where a log has no key, or one that is no key, DEPLOYMENT_MALFORMED where there is
 * something else wrong or not known.
 */
export async function parseDeployment(value: unknown): Promise<Deployment | DeploymentErrorCode> {
  if (!isObject(value) || !Object.keys(value).every((key) => known.has(key))) return "DEPLOYMENT_MALFORMED";
  // What is inherited was not said.
  const { pins: written, logKeys = {}, operator, myPages } = { ...value };
  if (
    !(operator === undefined || typeof operator === "string") ||
    !(myPages === undefined || isWebAddress(myPages))
  )
    return "DEPLOYMENT_MALFORMED";
  const pins = pinsOf(written);
  if (pins === undefined) return "DEPLOYMENT_PINS";
  if (!(await areLogKeys(logKeys))) return "DEPLOYMENT_LOG_KEYS";
  return {
    pins,
    logKeys: Object.assign(Object.create(null) as Deployment["logKeys"], logKeys),
    ...(operator === undefined ? {} : { operator }),
    ...(myPages === undefined ? {} : { myPages }),
  };
}
