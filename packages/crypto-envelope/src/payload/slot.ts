import { concatBytes } from "@noble/ciphers/utils.js";
import { EnvelopeError } from "../errors.ts";
import { deriveMessageKeys, headerSize, openHeader, saltSize, tagSize } from "./derive.ts";
import { nobleCipher } from "./noble.ts";

/** A sealed 32-byte key: salt, commitment, one chunk. */
export const slotSize: number = headerSize + 32 + tagSize;

/** Seals 32 bytes under a key and a context, as one Cobblestone-256 message of 104 bytes. */
export function sealSlot(
  key: Uint8Array,
  context: Uint8Array,
  secret: Uint8Array,
  salt: Uint8Array,
): Uint8Array {
  const keys = deriveMessageKeys(key, salt, context);
  return concatBytes(
    salt.subarray(0, saltSize),
    keys.commitment,
    nobleCipher(keys.key, keys.baseNonce).seal(0, secret, true),
  );
}

/** Inverse of `sealSlot`. Throws FORMAT (size), COMMITMENT, CORRUPT. */
export function openSlot(key: Uint8Array, context: Uint8Array, slot: Uint8Array): Uint8Array {
  if (slot.length !== slotSize) throw new EnvelopeError("FORMAT", "a slot has 104 bytes");
  const keys = openHeader(key, context, slot.subarray(0, headerSize));
  return nobleCipher(keys.key, keys.baseNonce).open(0, slot.subarray(headerSize));
}
