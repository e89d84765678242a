/** ISO/IEC 7816-4 padding (0x80, then zeros) that hides the exact length of a section. */
import { EnvelopeError } from "../errors.ts";

/** `none`; `4k`: up to a multiple of 4096 bytes; `padme`: at most 12 % more, leaks only O(log log n) bits. */
export type Padding = "none" | "4k" | "padme";

export const paddings: readonly Padding[] = ["none", "4k", "padme"];

/** Length after padding of a content of `length` bytes. */
export function paddedLength(pad: Padding, length: number): number {
  if (pad === "none") return length;
  const least = length + 1;
  if (pad === "4k") return Math.ceil(least / 4096) * 4096;
  if (least < 2) return least;
  const exponent = Math.floor(Math.log2(least));
  const step = 2 ** (exponent - (Math.floor(Math.log2(exponent)) + 1));
  return step < 1 ? least : Math.ceil(least / step) * step;
}

/** Adds the padding at the end of the pieces. Throws LIMIT for a 4k section above 4 MiB. */
export async function* padded(
  pieces: AsyncIterable<Uint8Array>,
  pad: Padding,
  most: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > most) throw new EnvelopeError("LIMIT", "the section is larger than its padding allows");
    yield piece;
  }
  if (pad === "none") return;
  yield* markAndZeros(paddedLength(pad, length) - length);
}

/**
 * Takes the padding off the end of the pieces, holding back no more than a count of zeros. Throws CORRUPT where the
 * padding is missing or has another length than the content calls for.
 */
export async function* unpadded(
  pieces: AsyncIterable<Uint8Array>,
  pad: Padding,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (pad === "none") {
    yield* pieces;
    return;
  }
  let total = 0;
  let held = 0;
  for await (const piece of pieces) {
    total += piece.length;
    const end = lastNonZero(piece);
    if (end < 0) {
      if (held > 0) held += piece.length;
      else yield piece;
      continue;
    }
    const mark = piece[end] === 0x80 ? piece.length - end : 0;
    const part = piece.subarray(0, piece.length - mark);
    // It may lie in memory that is used again for what is yielded before it.
    const content = held > 0 ? part.slice() : part;
    yield* markAndZeros(held);
    held = mark;
    if (content.length > 0) yield content;
  }
  if (held === 0 || paddedLength(pad, total - held) !== total) {
    throw new EnvelopeError("CORRUPT", "the padding is not the signed one");
  }
}

function* markAndZeros(count: number): Generator<Uint8Array, void, undefined> {
  for (let left = count, mark = 0x80; left > 0; mark = 0) {
    const piece = new Uint8Array(Math.min(left, 65_536));
    piece[0] = mark;
    left -= piece.length;
    yield piece;
  }
}

/** Index of the last byte that is not zero, or -1. */
export function lastNonZero(bytes: Uint8Array): number {
  let at = bytes.length - 1;
  while (at >= 0 && bytes[at] === 0) at -= 1;
  return at;
}
