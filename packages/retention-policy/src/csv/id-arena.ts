/** The ids of a batch, as bytes end to end. */
import { decodeText, encodeText, type Encoding } from "./text.ts";

/** Ids of a batch as bytes: `ends[row - 1]` to `ends[row]`. */
export interface IdArena {
  bytes: Uint8Array;
  ends: Int32Array;
}

/** The text of an id in an arena. */
export function idText(ids: IdArena, row: number): string {
  const start = row === 0 ? 0 : (ids.ends[row - 1] as number);
  return decodeText(ids.bytes, start, ids.ends[row] as number, "utf-8") ?? "";
}

/** Copies the id of a row to the end of an arena, in UTF-8; false where the bytes are not in the encoding. */
export function keepId(
  ids: IdArena,
  row: number,
  bytes: Uint8Array,
  start: number,
  end: number,
  encoding: Encoding,
): boolean {
  const before = row === 0 ? 0 : (ids.ends[row - 1] as number);
  makeRoom(ids, row, before + end - start);
  const arena = ids.bytes;
  let place = before;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x80) return keepText(ids, row, before, decodeText(bytes, start, end, encoding));
    arena[place++] = byte;
  }
  ids.ends[row] = place;
  return true;
}

function keepText(ids: IdArena, row: number, before: number, text: string | undefined): boolean {
  if (text === undefined) return false;
  const bytes = encodeText(text);
  makeRoom(ids, row, before + bytes.length);
  ids.bytes.set(bytes, before);
  ids.ends[row] = before + bytes.length;
  return true;
}

function makeRoom(ids: IdArena, row: number, size: number): void {
  if (size > ids.bytes.length) {
    const larger = new Uint8Array(Math.max(ids.bytes.length * 2, size));
    larger.set(ids.bytes);
    ids.bytes = larger;
  }
  if (row >= ids.ends.length) {
    const larger = new Int32Array(Math.max(ids.ends.length * 2, row + 1));
    larger.set(ids.ends);
    ids.ends = larger;
  }
}
