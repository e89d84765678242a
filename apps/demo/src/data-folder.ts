/** The folder that holds everything the demo remembers, and the one way to empty it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const marker = "tillit-demo.json";

export class NotOurs extends Error {
  override readonly name = "NotOurs";
}

/** Deletes what an earlier demo left. Refuses a folder with content that no demo made. */
export function resetData(folder: string): void {
  if (!existsSync(folder)) return;
  if (readdirSync(folder).length > 0 && !existsSync(join(folder, marker))) {
    throw new NotOurs(`${folder} was not made by this demo, so it is left alone. Empty it by hand.`);
  }
  rmSync(folder, { recursive: true });
}

/** Makes the folder, readable by its owner only, and marks it as the demo's. */
export function prepareData(folder: string): void {
  mkdirSync(join(folder, "keys"), { recursive: true, mode: 0o700 });
  if (!existsSync(join(folder, marker))) writeFileSync(join(folder, marker), '{"format":1}\n');
}

/** Reads a JSON file of the folder; undefined when it is not there yet. */
export function readJson<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as T) : undefined;
}

/** Writes a file only its owner can read, whole or not at all. */
export function writeJson(file: string, value: unknown): void {
  const draft = `${file}.new`;
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(draft, file);
}
