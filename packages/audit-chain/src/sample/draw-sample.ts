/** A sample of entries that nobody chose and anybody can draw again: ranked by a hash of the seed and the position. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { AuditError } from "../errors.ts";

const label = utf8ToBytes("tillit-sample/1\n");

/**
 * Draws `count` of the given positions: those whose SHA-256 of label, seed and position (8 bytes, big-endian) is
 * smallest. The same seed and positions give the same sample, in whatever order they come; with the root of a signed
 * checkpoint made after the entries as seed, nobody could steer it.
 *
 * @param seed - for example the 32-byte root of a checkpoint
 * @param positions - positions of entries in the log, each once
 * @param count - how many to draw; all of them when there are no more
 * @returns the drawn positions, ascending
 * @throws {@link AuditError} `SAMPLE_INVALID` when a position is no whole number from 0 up
 */
export function drawSample(seed: Uint8Array, positions: readonly number[], count: number): readonly number[] {
  const start = sha256.create().update(label).update(seed);
  const ranked = [...new Set(positions)].map((position) => {
    if (!Number.isSafeInteger(position) || position < 0) {
      throw new AuditError("SAMPLE_INVALID", "a position is a whole number from 0 up");
    }
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setBigUint64(0, BigInt(position));
    return { position, rank: bytesToHex(start.clone().update(bytes).digest()) };
  });
  return ranked
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, Math.max(0, count))
    .map(({ position }) => position)
    .toSorted((a, b) => a - b);
}
