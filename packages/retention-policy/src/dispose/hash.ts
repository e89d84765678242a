/** Hashes of values by their canonical JSON (RFC 8785), so that a decision can be replayed and compared. */
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalBytes } from "@tillit/canonical-json";
import type { Facts } from "../facts.ts";
import type { RuleSet } from "../schema/rule-set.ts";

/** SHA-256 of a value's canonical bytes, hex. */
export function contentHash(value: RuleSet | Facts | object): string {
  return bytesToHex(sha256(canonicalBytes(value)));
}

/** A record's id under a key the controller keeps, hex; without the key it says nothing. */
export function keyedId(key: Uint8Array, id: string): string {
  return bytesToHex(hmac(sha256, key, utf8ToBytes(id)));
}

/** Leaf hash of RFC 6962: SHA-256 of 0x00 and the canonical bytes. */
export function leafHash(value: object): Uint8Array {
  return sha256(concatBytes(Uint8Array.of(0), canonicalBytes(value)));
}

function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes(Uint8Array.of(1), left, right));
}

/** Root of RFC 6962 over leaf hashes, hex. */
export function merkleRoot(leaves: readonly Uint8Array[]): string {
  return bytesToHex(subtree(leaves, 0, leaves.length));
}

function split(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

function subtree(leaves: readonly Uint8Array[], from: number, to: number): Uint8Array {
  const size = to - from;
  if (size === 0) return sha256(new Uint8Array());
  if (size === 1) return leaves[from] as Uint8Array;
  const middle = from + split(size);
  return nodeHash(subtree(leaves, from, middle), subtree(leaves, middle, to));
}

/** Hashes that lead from a leaf to the root, nearest first, hex. */
export function inclusionPath(leaves: readonly Uint8Array[], index: number): string[] {
  const path: string[] = [];
  let [from, to] = [0, leaves.length];
  while (to - from > 1) {
    const middle = from + split(to - from);
    const left = index < middle;
    path.push(bytesToHex(left ? subtree(leaves, middle, to) : subtree(leaves, from, middle)));
    [from, to] = left ? [from, middle] : [middle, to];
  }
  return path.toReversed();
}

/** The root a leaf and its path lead to, hex; undefined where the path does not fit the size. */
export function rootFromPath(
  leaf: Uint8Array,
  index: number,
  size: number,
  path: readonly string[],
): string | undefined {
  const turns: boolean[] = [];
  let [from, to] = [0, size];
  if (index < 0 || index >= size) return undefined;
  while (to - from > 1) {
    const middle = from + split(to - from);
    turns.push(index < middle);
    [from, to] = index < middle ? [from, middle] : [middle, to];
  }
  if (turns.length !== path.length) return undefined;
  const hash = turns.toReversed().reduce((node, left, at) => {
    const other = hexBytes(path[at] as string);
    return left ? nodeHash(node, other) : nodeHash(other, node);
  }, leaf);
  return bytesToHex(hash);
}

function hexBytes(hex: string): Uint8Array {
  return Uint8Array.from({ length: Math.floor(hex.length / 2) }, (_, at) =>
    Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16),
  );
}
