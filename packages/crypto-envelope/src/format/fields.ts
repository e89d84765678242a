/** Readers of the values that several objects of CE1 have in common. */
import { fromBase64Url } from "./base64.ts";
import type { Reader } from "./json.ts";

/** base64url of exactly so many bytes, or of any number, kept as text. */
export function encodedOf(length?: number): Reader<string> {
  return (value, what) => {
    fromBase64Url(value, length, what);
    return value as string;
  };
}

/** A `kid`: base64url of 16 bytes. */
export const kidOf: Reader<string> = /* @__PURE__ */ encodedOf(16);

/** A hash or an Ed25519 key: base64url of 32 bytes. */
export const hashOf: Reader<string> = /* @__PURE__ */ encodedOf(32);
