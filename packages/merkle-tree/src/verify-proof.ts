/** Checking proofs without the log: RFC 9162 sections 2.1.3.2 and 2.1.4.2, which verify RFC 6962 proofs. */
import { emptyHash, hashLength, nodeHash, sameHash } from "./hash.ts";

/** What an inclusion proof is about; hashes of 32 bytes. */
export type InclusionClaim = {
  readonly leafHash: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
};

/** What a consistency proof is about; hashes of 32 bytes. */
export type ConsistencyClaim = {
  readonly first: { readonly size: number; readonly root: Uint8Array };
  readonly second: { readonly size: number; readonly root: Uint8Array };
  readonly proof: readonly Uint8Array[];
};

const half = (value: number): number => Math.floor(value / 2);
const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const areHashes = (hashes: readonly Uint8Array[]): boolean =>
  hashes.every((hash) => hash.length === hashLength);

/** True only when the entry with this leaf hash stands at this index of the log with this root. Never throws. */
export function verifyInclusion({ leafHash, index, size, root, proof }: InclusionClaim): boolean {
  if (!isSize(size) || !isSize(index) || index >= size || !areHashes([leafHash, root, ...proof]))
    return false;
  let position = index;
  let last = size - 1;
  let hash = leafHash;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      hash = nodeHash(sibling, hash);
      while (position % 2 === 0 && position !== 0) {
        position = half(position);
        last = half(last);
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    position = half(position);
    last = half(last);
  }
  return last === 0 && sameHash(hash, root);
}

/** True only when the first log is the beginning of the second. Never throws. */
export function verifyConsistency({ first, second, proof }: ConsistencyClaim): boolean {
  if (!isSize(first.size) || !isSize(second.size) || first.size > second.size) return false;
  if (!areHashes([first.root, second.root, ...proof])) return false;
  if (first.size === second.size) return proof.length === 0 && sameHash(first.root, second.root);
  if (first.size === 0) return proof.length === 0 && sameHash(first.root, emptyHash());

  let position = first.size - 1;
  let last = second.size - 1;
  while (position % 2 === 1) {
    position = half(position);
    last = half(last);
  }
  // An old tree that is one whole subtree is not sent: the verifier has its root.
  const [start, ...rest] = position === 0 ? [first.root, ...proof] : proof;
  if (start === undefined) return false;
  let oldRoot = start;
  let newRoot = start;
  for (const sibling of rest) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      oldRoot = nodeHash(sibling, oldRoot);
      newRoot = nodeHash(sibling, newRoot);
      while (position % 2 === 0 && position !== 0) {
        position = half(position);
        last = half(last);
      }
    } else {
      newRoot = nodeHash(newRoot, sibling);
    }
    position = half(position);
    last = half(last);
  }
  return last === 0 && sameHash(oldRoot, first.root) && sameHash(newRoot, second.root);
}
