/**
 * AES-256-GCM in JavaScript: what only platforms without WebCrypto load, a page of an insecure origin for instance.
 * Imports nothing of this package, so that bundlers need no third chunk for what both would share.
 */
import { gcm } from "@noble/ciphers/aes.js";

/** Ciphertext and 16-byte tag. */
export function seal(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Uint8Array {
  return gcm(key, nonce).encrypt(plain);
}

/** Inverse of `seal`. Throws where the tag does not fit. */
export function open(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Uint8Array {
  return gcm(key, nonce).decrypt(sealed);
}
