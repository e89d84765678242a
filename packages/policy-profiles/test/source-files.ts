/** The five policies lie beside the repository, where they lie at all; their text is never part of it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createHash } from "node:crypto";

const folder = join(import.meta.dirname, "../../../../shared/sources");

export const sourcesPresent: boolean = existsSync(folder);

export const whyAbsent = "the five source policies are not beside this checkout";

if (!sourcesPresent) console.log(`skipping what needs them: ${whyAbsent}`);

export function sha256(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Document number → text. */
export function sourceTexts(): ReadonlyMap<string, string> {
  const names = sourcesPresent ? readdirSync(folder).filter((name) => name.endsWith(".txt")) : [];
  return new Map(names.map((name) => [name.slice(0, 3), readFileSync(join(folder, name), "utf8")]));
}
