/** What a command reads: a file, or standard input when the name is `-` or left out. */
import { CanonicalJsonError, parseStrict } from "@tillit/canonical-json";
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import type { Io } from "../console/io.ts";
import { CommandError, exit } from "../console/outcome.ts";

export const standardStream = "-";
const mebibyte = 1024 * 1024;

/** The bytes of a file or of standard input, chunk by chunk. */
export function openInput(io: Io, file: string = standardStream): Readable {
  return file === standardStream ? io.stdin : createReadStream(file, { highWaterMark: mebibyte });
}

/**
 * All of a file or of standard input.
 *
 * @throws CommandError `INPUT_TOO_LARGE`
 */
export async function readBytes(io: Io, file?: string, limit: number = 64 * mebibyte): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of openInput(io, file) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit)
      throw new CommandError("INPUT_TOO_LARGE", "the input is larger than this command reads");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * All of a file or of standard input as UTF-8, without a byte order mark.
 *
 * @throws CommandError `INPUT_TOO_LARGE`, `INPUT_NOT_UTF8`
 */
export async function readText(io: Io, file?: string, limit?: number): Promise<string> {
  const bytes = await readBytes(io, file, limit);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new CommandError("INPUT_NOT_UTF8", "the input is not UTF-8 text");
  }
}

/**
 * A JSON document that might have been meant as a name: `code` tells that there is neither.
 *
 * @throws CommandError `code`, and as {@link readJson}
 */
export async function readNamedJson(io: Io, file: string, code: string, message: string): Promise<unknown> {
  try {
    return await readJson(io, file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      throw new CommandError(code, message);
    }
    throw error;
  }
}

/**
 * A JSON document. Of two equal keys the last would win in silence: they are refused.
 *
 * @throws CommandError `INPUT_NOT_JSON`, and as {@link readText}
 * @throws CanonicalJsonError `JSON_DUPLICATE_KEY`, `JSON_TOO_DEEP`, `NUMBER_NOT_FINITE`, `TEXT_NOT_UNICODE`
 */
export async function readJson(io: Io, file?: string): Promise<unknown> {
  const text = await readText(io, file);
  try {
    return parseStrict(text);
  } catch (error) {
    if (error instanceof CanonicalJsonError && error.code !== "JSON_MALFORMED") throw error;
    throw new CommandError("INPUT_NOT_JSON", "the input is not JSON");
  }
}

/** A line of JSON: its number, from 1, and its value, or the code that says why it has none. */
export type JsonLine = { readonly line: number; readonly value?: unknown; readonly refused?: string };

/** The lines of a file of one JSON value a line; empty lines are passed over. */
export async function* readJsonLines(io: Io, file?: string): AsyncGenerator<JsonLine> {
  let line = 0;
  for await (const read of readLines(io, file)) {
    line += 1;
    const text = line === 1 && read.startsWith("\u{FEFF}") ? read.slice(1) : read;
    if (text.trim() !== "") yield lineOf(line, text);
  }
}

function lineOf(line: number, text: string): JsonLine {
  // What stands where bytes were no UTF-8: another letter than the file has.
  if (text.includes("\u{FFFD}")) return { line, refused: "INPUT_NOT_UTF8" };
  try {
    return { line, value: parseStrict(text) };
  } catch (error) {
    const known = error instanceof CanonicalJsonError && error.code !== "JSON_MALFORMED";
    return { line, refused: known ? error.code : "INPUT_NOT_JSON" };
  }
}

/** The value of a line that has to have one. */
export function valueOf({ line, value, refused }: JsonLine): unknown {
  if (refused === undefined) return value;
  const [en, sv] =
    refused === "INPUT_NOT_JSON" ? ["is not JSON", "är inte JSON"] : ["cannot be read", "går inte att läsa"];
  throw new CommandError(refused, `line ${line} ${en}`, exit.wrongUse, `rad ${line} ${sv}`);
}

/**
 * The lines of a file or of standard input, without line ends, in memory that does not grow with the file.
 *
 * @throws CommandError `INPUT_LINE_TOO_LONG`
 */
export async function* readLines(
  io: Io,
  file?: string,
  longest: number = 16 * mebibyte,
): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  // A line that goes on is kept in pieces: joining it anew for every chunk would cost its square.
  let pieces: string[] = [];
  let length = 0;
  for await (const chunk of openInput(io, file) as AsyncIterable<Buffer>) {
    const lines = decoder.write(chunk).split("\n");
    for (let at = 0; at < lines.length; at++) {
      const part = lines[at] ?? "";
      if (at > 0) {
        yield withoutReturn(pieces.join(""));
        pieces = [];
        length = 0;
      }
      length += part.length;
      if (length > longest)
        throw new CommandError("INPUT_LINE_TOO_LONG", "a line is longer than this command reads");
      if (part !== "") pieces.push(part);
    }
  }
  const last = pieces.join("") + decoder.end();
  if (last !== "") yield last;
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
