import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";

/** Four bytes, big endian. */
export function u32be(value: number): Uint8Array {
  return new Uint8Array([value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]);
}

/**
 * `L(label, p1..pn)` = ASCII(label) || 0x00 || for each part u32be(length) || part. Injective, so that no two
 * meanings share bytes. Strings are UTF-8 in Unicode NFC.
 */
export function labelled(label: string, ...parts: readonly (string | Uint8Array)[]): Uint8Array {
  const pieces: Uint8Array[] = [utf8ToBytes(label), new Uint8Array(1)];
  for (const part of parts) {
    const bytes = typeof part === "string" ? utf8ToBytes(part) : part;
    pieces.push(u32be(bytes.length), bytes);
  }
  return concatBytes(...pieces);
}
