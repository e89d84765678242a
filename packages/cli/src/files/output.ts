/** What a command writes: data to standard output or to a file that is never half there and never overwritten unasked. */
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { standardStream } from "./input.ts";
import type { Io, Terminal } from "../console/io.ts";
import { exists, existsError, partFile } from "./temporary-file.ts";

/** Writes and waits while the reader is slower. */
export async function write(stream: Terminal, data: string | Uint8Array): Promise<void> {
  if (!stream.write(data)) await once(stream, "drain");
}

/** Writes and waits until all of it is written, for what must be safe before the next step. */
export async function writeWhole(stream: Terminal, data: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stream.write(data, (error) => {
      if (error instanceof Error) reject(error);
      else resolve();
    });
  });
}

/** Writes one JSON document to standard output: one line in a pipe, indented on a terminal. */
export async function writeJson(io: Io, value: unknown): Promise<void> {
  await write(io.stdout, `${JSON.stringify(value, undefined, io.stdout.isTTY === true ? 2 : undefined)}\n`);
}

/** A message for the person, never data. */
export function say(io: Io, message: string): void {
  io.stderr.write(`${message}\n`);
}

/** Ends with FILE_EXISTS before any work is done, where the work would be lost. */
export async function checkOutput(file: string | undefined, force: boolean): Promise<void> {
  if (file !== undefined && file !== standardStream && !force && (await exists(file))) throw existsError();
}

/**
 * Writes a whole file, or standard output when the name is `-` or left out. A reader sees the old file, the new
 * one or none, never half of one.
 *
 * @param options - `mode`: permissions of a new file, 0o600 for secrets
 * @throws CommandError `FILE_EXISTS` (exit 4) without `force`
 */
export async function writeOutput(
  io: Io,
  file: string | undefined,
  data: string | Uint8Array,
  options: { readonly force: boolean; readonly mode?: number },
): Promise<void> {
  if (file === undefined || file === standardStream) return write(io.stdout, data);
  await checkOutput(file, options.force);
  const part = partFile(file);
  try {
    await writeFile(part.path, data, { flag: "wx", mode: options.mode ?? 0o644 });
    await part.keep(options.force);
  } finally {
    await part.drop();
  }
}
