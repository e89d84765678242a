/**
 * Where a hash stands in the tree. Only whole subtrees are ever stored: the node at level `l`, index `i` covers
 * the entries `i · 2^l` up to `(i + 1) · 2^l`. Level 0 holds the leaf hashes.
 */
import { MerkleError } from "./errors.ts";
import { checkHash, nodeHash } from "./hash.ts";

/** A whole subtree: `level` 0 and up, `index` counted from the left. */
export type NodeAddress = { readonly level: number; readonly index: number };

/** Gives the stored hash of a whole subtree, 32 bytes. */
export type NodeReader = (level: number, index: number) => Uint8Array | undefined;

/** Entries `start` up to and without `end`; always a subtree that RFC 6962 makes. */
export type Span = { readonly start: number; readonly end: number };

export function checkPosition(value: number, least: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  throw new MerkleError("TREE_POSITION_INVALID", "an index or size lies outside the tree");
}

/** The largest power of two below `size`, for a size of at least 2 (RFC 6962 section 2.1). */
export function splitPoint(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** The whole subtrees that make up a span, from left to right. */
export function wholeNodes({ start, end }: Span): readonly NodeAddress[] {
  const nodes: NodeAddress[] = [];
  let from = start;
  while (from < end) {
    let level = 0;
    let width = 1;
    while (from % (width * 2) === 0 && from + width * 2 <= end) {
      width *= 2;
      level += 1;
    }
    nodes.push({ level, index: from / width });
    from += width;
  }
  return nodes;
}

/** Folds the hashes of whole subtrees, the largest first, into the hash of all. */
export function foldRight(hashes: readonly Uint8Array[]): Uint8Array {
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

export function spanHash(span: Span, read: NodeReader): Uint8Array {
  return foldRight(wholeNodes(span).map(({ level, index }) => checkHash(read(level, index))));
}
