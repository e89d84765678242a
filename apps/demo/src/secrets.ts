/** Secrets between the demo's own processes, made on first start and kept, so that a restart logs nobody out. */
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { join } from "node:path";
import { readJson, writeJson } from "./data-folder.ts";

export interface Secrets {
  readonly session: string;
  /** Keys the logs. */
  readonly log: string;
  /** Keys the pseudonyms of staff. */
  readonly staff: string;
  readonly client: string;
  readonly applicantClient: string;
  /** Keys the pseudonyms that stand for applicants' e-identification. */
  readonly applicant: string;
  readonly issuerCookie: string;
  readonly issuerKey: Readonly<Record<string, unknown>>;
}

function random(): string {
  return randomBytes(32).toString("base64url");
}

function signingKey(): Record<string, unknown> {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { ...privateKey.export({ format: "jwk" }), alg: "ES256", use: "sig", kid: random().slice(0, 8) };
}

export function loadSecrets(dataDir: string): Secrets {
  const file = join(dataDir, "secrets.json");
  const kept = readJson<Partial<Secrets>>(file) ?? {};
  // What an earlier start made is kept; what it did not know yet is made now.
  const made: Secrets = {
    session: kept.session ?? random(),
    // Until they had secrets of their own, logs and pseudonyms had that of sessions.
    log: kept.log ?? kept.session ?? random(),
    staff: kept.staff ?? kept.session ?? random(),
    client: kept.client ?? random(),
    applicantClient: kept.applicantClient ?? random(),
    applicant: kept.applicant ?? random(),
    issuerCookie: kept.issuerCookie ?? random(),
    issuerKey: kept.issuerKey ?? signingKey(),
  };
  if (Object.keys(kept).length < Object.keys(made).length) writeJson(file, made);
  return made;
}
