/**
 * Ed25519 (RFC 8032), deterministic and on this thread. The library is noble's small one: it holds this curve only, a
 * quarter of the size of the general one.
 */
import { Point, getPublicKey, hashes, sign } from "@noble/ed25519";
import { sha512 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes } from "@noble/hashes/utils.js";
import { equalBytes } from "../format/equal.ts";

/** Whether `sig` (64 bytes) is by `key` (32 bytes) over the message. All of them accept exactly the same. */
export type SignatureCheck = (key: Uint8Array, message: Uint8Array, sig: Uint8Array) => boolean;

/** The library brings no hash of its own; named at every use, so that no bundler can drop it. */
function withHash(): void {
  hashes.sha512 = sha512;
}

/** The 32-byte public key of a 32-byte seed. */
export function ed25519Public(seed: Uint8Array): Uint8Array {
  withHash();
  return getPublicKey(seed);
}

/** The 64-byte signature of a message. */
export function signEd25519(message: Uint8Array, seed: Uint8Array): Uint8Array {
  withHash();
  return sign(message, seed);
}

function littleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x${bytesToHex(bytes.toReversed())}`);
}

/**
 * Strict verification (RFC 8032 section 5.1.7): canonical encodings, S below the group order, no key and no R of small
 * order.
 * The equation is taken without the cofactor, as most libraries take it: R is compared with the encoding of
 * [S]B - [k]A. The library's own `verify` multiplies by eight and so accepts signatures that others refuse.
 */
export const verifyEd25519: SignatureCheck = (key, message, sig) => {
  if (key.length !== 32 || sig.length !== 64) return false;
  try {
    const point = Point.fromBytes(key);
    if (point.isSmallOrder()) return false;
    const r = sig.subarray(0, 32);
    const k = littleEndian(sha512(concatBytes(r, key, message))) % Point.CURVE().n;
    // Throws where S is not below the group order.
    const base = Point.BASE.multiply(littleEndian(sig.subarray(32)), false);
    const found = base.add(point.negate().multiply(k, false));
    return !found.isSmallOrder() && equalBytes(found.toBytes(), r);
  } catch {
    return false;
  }
};
