/** RFC 6962 section 2.1: leaves and inner nodes are hashed apart, so that neither can stand for the other. */
import { sha256 } from "@noble/hashes/sha2.js";
import { AuditError } from "../errors.ts";

export const hashLength = 32;
const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/**
 * The hash of one entry: SHA-256 of 0x00 and the entry's bytes.
 *
 * @param entry - the bytes of the entry, any length
 * @returns 32 bytes
 */
export function leafHash(entry: Uint8Array): Uint8Array {
  return sha256.create().update(leafPrefix).update(entry).digest();
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256.create().update(nodePrefix).update(left).update(right).digest();
}

export function emptyHash(): Uint8Array {
  return sha256(new Uint8Array());
}

export function checkHash(hash: Uint8Array | undefined): Uint8Array {
  if (hash?.length === hashLength) return hash;
  throw new AuditError("TREE_NODE_INVALID", "a node of the tree is missing or not 32 bytes long");
}

export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
