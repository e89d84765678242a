/** The byte between the fields of a row. */
import { RetentionError } from "../errors.ts";

const LF = 0x0a;

/** Where the first line that holds anything ends; −1 where it has not ended yet. */
export function firstLineEnd(chunk: Uint8Array): number {
  let empty = true;
  for (let at = 0; at < chunk.length; at++) {
    if (chunk[at] === LF && !empty) return at;
    if ((chunk[at] as number) > 0x20) empty = false;
  }
  return -1;
}

/** The delimiter a header line suggests: the commonest of tab, semicolon and comma. */
export function guessDelimiter(chunk: Uint8Array): string {
  const counts = { "\t": 0, ";": 0, ",": 0 };
  const end = firstLineEnd(chunk);
  for (const byte of end < 0 ? chunk : chunk.subarray(0, end)) {
    if (byte === 0x09) counts["\t"] += 1;
    else if (byte === 0x3b) counts[";"] += 1;
    else if (byte === 0x2c) counts[","] += 1;
  }
  return counts["\t"] > counts[";"] && counts["\t"] > counts[","]
    ? "\t"
    : counts[";"] > counts[","]
      ? ";"
      : ",";
}

/**
 * The byte of a delimiter.
 * @throws {RetentionError} CSV_DELIMITER where it is not one ASCII character, or one that means something else
 */
export function delimiterByte(delimiter: string): number {
  const byte = delimiter.length === 1 ? delimiter.charCodeAt(0) : 0x80;
  if (byte >= 0x80 || byte === 0x22 || byte === LF || byte === 0x0d)
    throw new RetentionError("CSV_DELIMITER", "a delimiter is one ASCII character, and no quote or line end");
  return byte;
}
