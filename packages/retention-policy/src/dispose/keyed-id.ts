import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** A record's id under a key the controller keeps, hex; without the key it says nothing. */
export function keyedId(key: Uint8Array, id: string): string {
  return bytesToHex(hmac(sha256, key, utf8ToBytes(id)));
}
