import { concatBytes } from "@noble/hashes/utils.js";
import { unexpected } from "../errors.ts";
import type { Backend } from "./backend/backend.ts";
import { deriveMessageKeys, headerSize, openHeader, tagSize } from "./derive.ts";

/** A sealed 32-byte key: salt, commitment, one chunk. */
export const slotSize: number = headerSize + 32 + tagSize;

/** Seals 32 bytes under a key and a context, as one Cobblestone-256 message of 104 bytes. */
export async function sealSlot(
  backend: Backend,
  key: Uint8Array,
  context: Uint8Array,
  secret: Uint8Array,
  salt: Uint8Array,
): Promise<Uint8Array> {
  const keys = deriveMessageKeys(key, salt, context);
  const cipher = await backend.cipher(keys.key, keys.baseNonce);
  return concatBytes(salt, keys.commitment, await cipher.seal(0, secret, true));
}

/** Inverse of `sealSlot`. Throws FORMAT (size), COMMITMENT, CORRUPT. */
export async function openSlot(
  backend: Backend,
  key: Uint8Array,
  context: Uint8Array,
  slot: Uint8Array,
): Promise<Uint8Array> {
  if (slot.length !== slotSize) throw unexpected("slot", "104 bytes");
  const keys = openHeader(key, context, slot.subarray(0, headerSize));
  return (await backend.cipher(keys.key, keys.baseNonce)).open(0, slot.subarray(headerSize));
}
