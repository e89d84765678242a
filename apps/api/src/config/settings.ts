/** The settings of the environment, each with its shape and what it is when nothing is said. */
import { z } from "zod";
import { secret } from "./secret-strength.ts";
import { engineOf } from "@tillit/record-store";

const flag = z.enum(["true", "false"]).transform((value) => value === "true");
const http = z.url({ protocol: /^https?$/ });
/** From before, the newest first, by comma. */
const secrets = z
  .string()
  .transform((list) => list.split(",").map((one) => one.trim()))
  .pipe(z.array(z.string().min(32)))
  .default([]);

export const environment = z.object({
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
  PSEUDONYM_SECRET: secret,
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
