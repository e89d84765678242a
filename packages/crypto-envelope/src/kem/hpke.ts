/**
 * HPKE (RFC 9180), base mode, single shot, with KDF HKDF-SHA256 (0x0001) and AEAD AES-256-GCM (0x0002).
 * The bytes are the same in draft-ietf-hpke-hpke. `aad` is empty: all context travels in `info`.
 */
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { EnvelopeError } from "../errors.ts";
import { expandBlock, hmac } from "../format/hmac.ts";
import type { Backend } from "../payload/backend/backend.ts";
import { type KemId, kems, u16be } from "./public-key.ts";

const version = utf8ToBytes("HPKE-v1");
const empty = new Uint8Array(0);
const kdfSha256 = 0x0001;
const aes256Gcm = 0x0002;

function labeledExtract(suite: Uint8Array, salt: Uint8Array, label: string, ikm: Uint8Array): Uint8Array {
  // HMAC pads its key with zeros, so that an empty salt is RFC 5869's string of zeros.
  return hmac(sha256, salt, concatBytes(version, suite, utf8ToBytes(label), ikm));
}

/** HKDF-Expand for at most 32 bytes: its first block. */
function labeledExpand(
  suite: Uint8Array,
  prk: Uint8Array,
  label: string,
  info: Uint8Array,
  length: number,
): Uint8Array {
  const labelled = concatBytes(u16be(length), version, suite, utf8ToBytes(label), info);
  return expandBlock(sha256, prk, labelled).subarray(0, length);
}

const dhkem = concatBytes(utf8ToBytes("KEM"), u16be(kems.x25519.id));

/** DHKEM's ExtractAndExpand (RFC 9180 section 4.1): Diffie-Hellman result and both public keys to 32 bytes. */
export function dhkemSecret(dh: Uint8Array, enc: Uint8Array, recipient: Uint8Array): Uint8Array {
  const prk = labeledExtract(dhkem, empty, "eae_prk", dh);
  return labeledExpand(dhkem, prk, "shared_secret", concatBytes(enc, recipient), 32);
}

/** Key and base nonce of a base-mode context (RFC 9180 section 5.1). */
export interface KeySchedule {
  readonly key: Uint8Array;
  readonly baseNonce: Uint8Array;
  /** Made when asked for; CE1 has no use for it. */
  readonly exporterSecret: () => Uint8Array;
}

interface Suite {
  readonly suite: Uint8Array;
  /** Mode base (0) and the hash of the empty psk_id: the same for every message. */
  readonly modeAndPsk: Uint8Array;
}

const suites = new Map<number, Suite>();

function suiteOf(kemId: number, aeadId: number): Suite {
  const name = kemId * 0x1_00_00 + aeadId;
  const known = suites.get(name);
  if (known !== undefined) return known;
  const suite = concatBytes(utf8ToBytes("HPKE"), u16be(kemId), u16be(kdfSha256), u16be(aeadId));
  const pskIdHash = labeledExtract(suite, empty, "psk_id_hash", empty);
  const made = { suite, modeAndPsk: concatBytes(new Uint8Array(1), pskIdHash) };
  suites.set(name, made);
  return made;
}

/** The key schedule, for any AEAD identifier, so that published vectors of other suites can be checked too. */
export function keySchedule(
  kemId: number,
  aeadId: number,
  keyLength: number,
  secret: Uint8Array,
  info: Uint8Array,
): KeySchedule {
  const { modeAndPsk, suite } = suiteOf(kemId, aeadId);
  const context = concatBytes(modeAndPsk, labeledExtract(suite, empty, "info_hash", info));
  const prk = labeledExtract(suite, secret, "secret", empty);
  return {
    key: labeledExpand(suite, prk, "key", context, keyLength),
    baseNonce: labeledExpand(suite, prk, "base_nonce", context, 12),
    exporterSecret: () => labeledExpand(suite, prk, "exp", context, 32),
  };
}

/** The first and only message under a KEM's shared secret; at most one chunk of 16 KiB. */
export async function sealOnce(
  backend: Backend,
  kem: KemId,
  secret: Uint8Array,
  info: Uint8Array,
  plain: Uint8Array,
): Promise<Uint8Array> {
  const { key, baseNonce } = keySchedule(kems[kem].id, aes256Gcm, 32, secret, info);
  // Sequence number 0: HPKE's nonce and chunk 0's nonce are both the base nonce.
  return (await backend.cipher(key, baseNonce)).seal(0, plain, true);
}

/** Inverse of `sealOnce`. Throws UNWRAP. */
export async function openOnce(
  backend: Backend,
  kem: KemId,
  secret: Uint8Array,
  info: Uint8Array,
  sealed: Uint8Array,
): Promise<Uint8Array> {
  const { key, baseNonce } = keySchedule(kems[kem].id, aes256Gcm, 32, secret, info);
  const cipher = await backend.cipher(key, baseNonce);
  try {
    return await cipher.open(0, sealed);
  } catch {
    throw new EnvelopeError("UNWRAP", "the stanza does not open");
  }
}
