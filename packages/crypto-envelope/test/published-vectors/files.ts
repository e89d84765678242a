/** Published vectors are read where they lie beside the checkout; they are not part of this repository. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../../../../shared/vectors/", import.meta.url));

export const present: boolean = existsSync(folder);
if (!present) process.stderr.write("published vectors: no ../shared/vectors beside the checkout, not run\n");

export function vectorFile<T>(name: string): T {
  return JSON.parse(readFileSync(`${folder}${name}`, "utf8")) as T;
}
