/** The proofs of RFC 6962 section 2.1.1 and 2.1.2, made from stored nodes. */
import {
  checkPosition,
  type NodeAddress,
  type NodeReader,
  type Span,
  spanHash,
  splitPoint,
  wholeNodes,
} from "./node-address.ts";

function inclusionSpans(index: number, size: number): readonly Span[] {
  checkPosition(size, 1, Number.MAX_SAFE_INTEGER);
  checkPosition(index, 0, size - 1);
  const spans: Span[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitPoint(end - start);
    if (index < middle) {
      spans.push({ start: middle, end });
      end = middle;
    } else {
      spans.push({ start, end: middle });
      start = middle;
    }
  }
  return spans.toReversed();
}

function consistencySpans(first: number, second: number): readonly Span[] {
  checkPosition(second, 0, Number.MAX_SAFE_INTEGER);
  checkPosition(first, 0, second);
  if (first === 0 || first === second) return [];
  const spans: Span[] = [];
  let start = 0;
  let end = second;
  // Whether the old tree fills everything from the start up to here, so that the verifier knows its hash.
  let whole = true;
  while (end !== first) {
    const middle = start + splitPoint(end - start);
    if (first <= middle) {
      spans.push({ start: middle, end });
      end = middle;
    } else {
      spans.push({ start, end: middle });
      start = middle;
      whole = false;
    }
  }
  if (!whole) spans.push({ start, end });
  return spans.toReversed();
}

/** The nodes {@link inclusionProof} reads, for fetching them in one query. */
export function inclusionNodes(index: number, size: number): readonly NodeAddress[] {
  return inclusionSpans(index, size).flatMap(wholeNodes);
}

/** The nodes {@link consistencyProof} reads, for fetching them in one query. */
export function consistencyNodes(first: number, second: number): readonly NodeAddress[] {
  return consistencySpans(first, second).flatMap(wholeNodes);
}

/**
 * Proof that an entry is in the log of a size (RFC 6962 section 2.1.1).
 *
 * @param index - where the entry stands, from 0
 * @param size - entries in the log the proof is for; it may be smaller than the log is now
 * @returns hashes of 32 bytes, from the leaf upwards
 * @throws {@link MerkleError} `TREE_POSITION_INVALID`, `TREE_NODE_INVALID` when the reader lacks a node
 */
export function inclusionProof(index: number, size: number, read: NodeReader): readonly Uint8Array[] {
  return inclusionSpans(index, size).map((span) => spanHash(span, read));
}

/**
 * Proof that the log of size `first` is the beginning of the log of size `second`: nothing was removed, changed
 * or put in between (RFC 6962 section 2.1.2).
 *
 * @returns hashes of 32 bytes; none when `first` is 0 or equals `second`
 * @throws {@link MerkleError} `TREE_POSITION_INVALID`, `TREE_NODE_INVALID` when the reader lacks a node
 */
export function consistencyProof(first: number, second: number, read: NodeReader): readonly Uint8Array[] {
  return consistencySpans(first, second).map((span) => spanHash(span, read));
}
