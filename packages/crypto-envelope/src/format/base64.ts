import { unexpected } from "../errors.ts";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const urlAlphabet = `${letters}-_`;
const standardAlphabet = `${letters}+/`;

function reverse(alphabet: string): Int16Array {
  const table = new Int16Array(128).fill(-1);
  for (let index = 0; index < alphabet.length; index += 1) table[alphabet.charCodeAt(index)] = index;
  return table;
}
const urlTable = reverse(urlAlphabet);
const standardTable = reverse(standardAlphabet);

function encode(bytes: Uint8Array, alphabet: string): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += alphabet.charAt(word >>> 18) + alphabet.charAt((word >>> 12) & 63);
    if (left > 1) text += alphabet.charAt((word >>> 6) & 63);
    if (left > 2) text += alphabet.charAt(word & 63);
  }
  return text;
}

function decode(text: string, table: Int16Array, what: string): Uint8Array {
  const length = Math.floor((text.length * 3) / 4);
  const bytes = new Uint8Array(length);
  let out = 0;
  let word = 0;
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = table[text.charCodeAt(at)] ?? -1;
    if (value < 0) throw unexpected(what, "base64");
    word = ((word << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[out] = (word >>> bits) & 0xff;
      out += 1;
    }
  }
  // One text per value: no lone last character, no stray bits after the last byte.
  if (text.length % 4 === 1 || (word & ((1 << bits) - 1)) !== 0) throw unexpected(what, "canonical base64");
  return bytes;
}

/** base64url without padding (RFC 4648 section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  return encode(bytes, urlAlphabet);
}

/**
 * Strict inverse of `toBase64Url`: no padding, no white space, unused bits zero. With `length`, exactly that many bytes;
 * `what` names the value in the message of a refusal. Throws FORMAT.
 */
export function fromBase64Url(text: unknown, length?: number, what = "base64url"): Uint8Array {
  if (typeof text !== "string") throw unexpected(what, "a text");
  const bytes = decode(text, urlTable, what);
  if (length !== undefined && bytes.length !== length) throw unexpected(what, `base64url of ${length} bytes`);
  return bytes;
}

/** Standard base64 with padding (RFC 4648 section 4), as DSSE wants it. */
export function toBase64(bytes: Uint8Array): string {
  const text = encode(bytes, standardAlphabet);
  return text + "=".repeat((4 - (text.length % 4)) % 4);
}

/** Strict inverse of `toBase64`. Throws FORMAT. */
export function fromBase64(text: unknown, what: string): Uint8Array {
  const bare = typeof text === "string" ? text.replace(/={1,2}$/, "") : "";
  if (typeof text !== "string" || text.length !== Math.ceil(bare.length / 4) * 4)
    throw unexpected(what, "padded base64");
  return decode(bare, standardTable, what);
}
