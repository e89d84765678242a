import { unexpected } from "../errors.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** base32 without padding (RFC 4648 section 6), all of it in QR's alphanumeric set. */
export function toBase32(bytes: Uint8Array): string {
  let text = "";
  let word = 0;
  let bits = 0;
  for (const byte of bytes) {
    word = ((word << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet.charAt((word >>> bits) & 31);
    }
  }
  return bits > 0 ? text + alphabet.charAt((word << (5 - bits)) & 31) : text;
}

/** Strict inverse of `toBase32`, for exactly `length` bytes. Throws FORMAT. */
export function fromBase32(text: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let out = 0;
  let word = 0;
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = alphabet.indexOf(text.charAt(at));
    if (value < 0) throw unexpected("receipt", "base32");
    word = ((word << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[out] = (word >>> bits) & 0xff;
      out += 1;
    }
  }
  if (text.length !== Math.ceil((length * 8) / 5) || (word & ((1 << bits) - 1)) !== 0) {
    throw unexpected("receipt", "canonical base32");
  }
  return bytes;
}
