import { bytesToHex } from "@noble/hashes/utils.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { labelled } from "../format/labels.ts";

const consonants = "bdfghjklmnprstvz";
const vowels = "aiou";

function digestOf(key: Uint8Array): Uint8Array {
  return sha256(labelled("cenv1/fingerprint", key)).subarray(0, 16);
}

/** A key as 32 hexadecimal characters in groups of four, to compare by eye. 128 bits of SHA-256. */
export function fingerprint(key: Uint8Array): string {
  return (bytesToHex(digestOf(key)).match(/.{4}/g) ?? []).join(" ");
}

/** The same 128 bits as eight pronounceable words of five letters, to read out over the telephone. */
export function fingerprintWords(key: Uint8Array): string {
  const digest = digestOf(key);
  const words: string[] = [];
  for (let at = 0; at < digest.length; at += 2) {
    const word = ((digest[at] ?? 0) << 8) | (digest[at + 1] ?? 0);
    words.push(
      consonants.charAt(word >>> 12) +
        vowels.charAt((word >>> 10) & 3) +
        consonants.charAt((word >>> 6) & 15) +
        vowels.charAt((word >>> 4) & 3) +
        consonants.charAt(word & 15),
    );
  }
  return words.join(" ");
}
