/** RFC 6962 section 2.1: leaves and inner nodes are hashed apart, so that neither can stand for the other. */
import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes } from "@noble/hashes/utils.js";
import { MerkleError } from "./errors.ts";

export const hashLength = 32;
const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** SHA-256 of some bytes: 32 bytes. The platform's own is several times as fast as the one in JavaScript. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/**
 * The hash of one entry: SHA-256 of 0x00 and the entry's bytes.
 *
 * @param entry - the bytes of the entry, any length
 * @param hash - who computes SHA-256; without it, JavaScript
 * @returns 32 bytes
 */
export function leafHash(entry: Uint8Array, hash: Sha256 = sha256): Uint8Array {
  return hash(concatBytes(leafPrefix, entry));
}

export function nodeHash(left: Uint8Array, right: Uint8Array, hash: Sha256 = sha256): Uint8Array {
  return hash(concatBytes(nodePrefix, left, right));
}

export function emptyHash(): Uint8Array {
  return sha256(new Uint8Array());
}

export function checkHash(hash: Uint8Array | undefined): Uint8Array {
  if (hash?.length === hashLength) return hash;
  throw new MerkleError("TREE_NODE_INVALID", "a node of the tree is missing or not 32 bytes long");
}

export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
