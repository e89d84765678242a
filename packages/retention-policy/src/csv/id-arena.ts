/** The ids of a batch, as bytes end to end. */
import { decodeText } from "./text.ts";

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
