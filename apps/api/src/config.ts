/** The environment, read once, with everything that is wrong said at once. Values are never repeated in messages. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { crossChecks } from "./config-checks.ts";
import { claimMappingSchema } from "./identity/claim-mapping.ts";
import { engineOf } from "./store/engine.ts";

const flag = z.enum(["true", "false"]).transform((value) => value === "true");
const http = z.url({ protocol: /^https?$/ });
const secret = z.string().min(32);
/** From before, the newest first, by comma. */
const secrets = z
  .string()
  .transform((list) => list.split(",").map((one) => one.trim()))
  .pipe(z.array(secret))
  .default([]);

const environment = z.object({
  DATABASE_URL: z
    .string()
    .min(1)
    .refine((url) => engineOf(url) !== undefined, "is neither postgres:// nor a file")
    .default("file:./tillit.db"),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  SESSION_SECRET: secret,
  LOG_SECRET: secret,
  SESSION_SECRET_PREVIOUS: secrets,
  LOG_SECRET_PREVIOUS: secrets,
  PSEUDONYM_SECRET: secret.optional(),
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).max(480).default(30),
  SESSION_HOURS: z.coerce.number().int().min(1).max(24).default(10),
  OIDC_ISSUER: http,
  OIDC_CLIENT_ID: z.string().min(1),
  OIDC_CLIENT_SECRET: z.string().min(1),
  OIDC_REDIRECT_URI: http,
  OIDC_POST_LOGOUT_REDIRECT_URI: http.optional(),
  OIDC_CLOCK_TOLERANCE_SECONDS: z.coerce.number().int().min(0).max(300).default(30),
  OIDC_SCOPE: z.string().default("openid profile"),
  OIDC_ACR_VALUES: z.string().optional(),
  CLAIM_MAPPING: z.string().min(1),
  APPLICANT_OIDC_ISSUER: http.optional(),
  APPLICANT_OIDC_CLIENT_ID: z.string().min(1).optional(),
  APPLICANT_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  APPLICANT_OIDC_REDIRECT_URI: http.optional(),
  APPLICANT_OIDC_SCOPE: z.string().default("openid https://id.oidc.se/scope/naturalPersonNumber"),
  APPLICANT_OIDC_ACR_VALUES: z.string().min(1).optional(),
  APPLICANT_SECRET: secret.optional(),
  DESK_URL: http,
  MY_PAGES_ORIGINS: z
    .string()
    .transform((list) => list.split(",").map((one) => one.trim()))
    .pipe(z.array(http.transform((url) => new URL(url).origin)).min(1)),
  MAX_BLOB_BYTES: z.coerce
    .number()
    .int()
    .min(1024)
    .default(1024 ** 3 + 1024 ** 2 * 2),
  RATE_PER_NETWORK: z.coerce.number().int().min(1).default(1200),
  RATE_PER_SESSION: z.coerce.number().int().min(1).default(600),
  PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  EXPORT_DAYS: z.coerce.number().int().min(1).max(90).default(30),
  METRICS_TOKEN: z.string().min(16).optional(),
  INSECURE_HTTP: flag.default(false),
  ERASURE_JOURNAL: z.string().min(1),
});

export type Settings = z.infer<typeof environment>;
export type Config = Settings & { readonly claims: z.infer<typeof claimMappingSchema> };

export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly code = "CONFIG_INVALID";
  /** One line for each setting that is missing or wrong. */
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`${problems.length} settings are missing or wrong.`);
    this.problems = problems;
  }
}

/** @throws ConfigError CONFIG_INVALID with every problem found */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const { settings, problems } = readSettings(env);
  const claims = readClaims(env["CLAIM_MAPPING"], problems);
  problems.push(...crossChecks(settings));
  if (claims === undefined || problems.length > 0) throw new ConfigError(problems);
  return { ...(settings as Settings), claims };
}

/** Each by itself, so that one that is wrong hides nothing about the others. */
function readSettings(env: Readonly<Record<string, string | undefined>>): {
  readonly settings: Partial<Settings>;
  readonly problems: string[];
} {
  const settings: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, schema] of Object.entries(environment.shape)) {
    const read = schema.safeParse(env[name]);
    if (read.success) settings[name] = read.data;
    else
      problems.push(
        ...read.error.issues.map(({ path, message }) => `${[name, ...path].join(".")}: ${message}`),
      );
  }
  return { settings, problems };
}

/** CLAIM_MAPPING is the path of a JSON file. */
function readClaims(path: string | undefined, problems: string[]): Config["claims"] | undefined {
  if (path === undefined) return undefined;
  try {
    const read = claimMappingSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
    if (read.success) return read.data;
    problems.push(
      ...read.error.issues.map((issue) => `CLAIM_MAPPING ${issue.path.join(".")}: ${issue.message}`),
    );
  } catch {
    problems.push("CLAIM_MAPPING: the file cannot be read as JSON");
  }
  return undefined;
}
