import { sha256 } from "@noble/hashes/sha2.js";
import { unexpected } from "../errors.ts";
import { toBase64Url } from "../format/base64.ts";
import { labelled } from "../format/labels.ts";

/** `x25519` = HPKE KEM 0x0020; `xwing` = 0x647a, ML-KEM-768 and X25519 together, safe against quantum computers. */
export type KemId = "x25519" | "xwing";

/** A recipient's public key. `kid` is derived from the bytes: base64url of 16 bytes. */
export interface PublicKey {
  readonly kem: KemId;
  /** 32 bytes, or 1216 for X-Wing (ML-KEM-768's 1184, then X25519's). */
  readonly bytes: Uint8Array;
  readonly kid: string;
}

/** Code points and sizes in bytes of the two KEMs. */
export const kems: Readonly<Record<KemId, { id: number; publicKey: number; enc: number }>> = {
  x25519: { id: 0x0020, publicKey: 32, enc: 32 },
  xwing: { id: 0x647a, publicKey: 1216, enc: 1120 },
};

export const kemIds: readonly KemId[] = ["x25519", "xwing"];

/** Two bytes, big endian. */
export function u16be(value: number): Uint8Array {
  return new Uint8Array([value >>> 8, value & 0xff]);
}

/** `kid` = first 16 bytes of SHA-256(L("cenv1/kid", u16be(kem), pk)). */
export function keyId(kem: KemId, bytes: Uint8Array): Uint8Array {
  return sha256(labelled("cenv1/kid", u16be(kems[kem].id), bytes)).slice(0, 16);
}

/**
 * A public key from its raw bytes (32 for x25519, 1216 for xwing).
 * Throws FORMAT on another length.
 */
export function publicKeyOf(kem: KemId, bytes: Uint8Array): PublicKey {
  if (bytes.length !== kems[kem].publicKey) throw unexpected("public key", `${kems[kem].publicKey} bytes`);
  return { kem, bytes: bytes.slice(), kid: toBase64Url(keyId(kem, bytes)) };
}
