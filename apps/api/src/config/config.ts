/** The environment, read once, with everything that is wrong said at once. Values are never repeated in messages. */
import { readFileSync } from "node:fs";
import type { z } from "zod";
import { crossChecks } from "./config-checks.ts";
import { claimMappingSchema } from "@tillit/login";
import { environment, type Settings } from "./settings.ts";

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
    else if (env[name] === undefined) problems.push(`${name}: must be set`);
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
