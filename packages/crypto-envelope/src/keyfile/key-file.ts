/**
 * A private key at rest: the 32-byte seed in one box per way to open it. A box is a 104-byte Cobblestone-256 message,
 * which commits to its key, so that a guess at one passphrase never tests another.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { scryptAsync } from "@noble/hashes/scrypt.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { systemEntropy } from "../entropy.ts";
import { EnvelopeError, unexpected } from "../errors.ts";
import { fromBase64Url, toBase64Url } from "../format/base64.ts";
import { encodedOf, kidOf } from "../format/fields.ts";
import { type Reader, listOf, oneOf, recordOf, v1, versionOne, wholeOf } from "../format/json.ts";
import { expandBlock } from "../format/hmac.ts";
import { labelled } from "../format/labels.ts";
import { publicKeyFromSeed } from "../kem/keys.ts";
import { type KemId, type PublicKey, kemIds } from "../kem/public-key.ts";
import { saltSize } from "../payload/derive.ts";
import { platformBackend } from "../payload/backend/webcrypto.ts";
import { openSlot, sealSlot, slotSize } from "../payload/slot.ts";

/** A slot opened by a passphrase through scrypt (RFC 7914) with N = 2^logN, r = 8, p = 1. */
export interface ScryptSlot {
  readonly type: "scrypt";
  readonly logN: number;
  readonly r: 8;
  readonly p: 1;
  /** 16 bytes, base64url. */
  readonly salt: string;
  /** 104 bytes, base64url. */
  readonly box: string;
}

/** A slot opened by a passkey's PRF extension: `salt` is what to evaluate the PRF at. */
export interface PrfSlot {
  readonly type: "prf";
  /** base64url, as WebAuthn gives it. */
  readonly credentialId: string;
  /** 32 bytes, base64url. */
  readonly salt: string;
  readonly box: string;
}

/** A key file: JSON to store or print. Two slots or more are wise: a passkey can be lost, a passphrase forgotten. */
export interface KeyFile {
  readonly v: 1;
  readonly kem: KemId;
  readonly kid: string;
  readonly slots: readonly (ScryptSlot | PrfSlot)[];
}

/** How a new slot is to be opened. `prf` is the 32-byte result of the passkey's PRF at `salt`. */
export type Lock =
  | { readonly passphrase: string; readonly logN?: number }
  | { readonly prf: Uint8Array; readonly credentialId: Uint8Array; readonly salt: Uint8Array };

/** How to open one slot. */
export type Unlock =
  | { readonly passphrase: string }
  | { readonly prf: Uint8Array; readonly credentialId: Uint8Array };

const leastLogN = 14;
const mostLogN = 20;
const usualLogN = 17;

function boxContext(kid: string, type: "scrypt" | "prf"): Uint8Array {
  return labelled("cenv1/keyfile", fromBase64Url(kid, 16), type);
}

async function passphraseKey(passphrase: string, salt: Uint8Array, logN: number): Promise<Uint8Array> {
  const text = utf8ToBytes(passphrase.normalize("NFC"));
  return scryptAsync(text, salt, { N: 2 ** logN, r: 8, p: 1, dkLen: 32, maxmem: 2 ** 31 });
}

function prfKey(prf: Uint8Array, salt: Uint8Array): Uint8Array {
  if (prf.length !== 32) throw new EnvelopeError("FORMAT", "a passkey's PRF result has 32 bytes");
  return expandBlock(sha256, prf, labelled("cenv1/prf", salt));
}

async function slotFor(seed: Uint8Array, kid: string, lock: Lock): Promise<ScryptSlot | PrfSlot> {
  const boxSalt = systemEntropy.bytes(saltSize);
  if ("passphrase" in lock) {
    const { logN = usualLogN, passphrase } = lock;
    if (!Number.isInteger(logN) || logN < leastLogN || logN > mostLogN) {
      throw new EnvelopeError("LIMIT", "scrypt: logN from 14 to 20");
    }
    if (passphrase.length < 8) throw new EnvelopeError("POLICY", "passphrase: at least 8 characters");
    const salt = systemEntropy.bytes(16);
    const key = await passphraseKey(passphrase, salt, logN);
    const box = toBase64Url(await sealSlot(platformBackend(), key, boxContext(kid, "scrypt"), seed, boxSalt));
    return { type: "scrypt", logN, r: 8, p: 1, salt: toBase64Url(salt), box };
  }
  const { credentialId, prf, salt } = lock;
  if (salt.length !== 32) throw new EnvelopeError("FORMAT", "a passkey's PRF salt has 32 bytes");
  const box = toBase64Url(
    await sealSlot(platformBackend(), prfKey(prf, salt), boxContext(kid, "prf"), seed, boxSalt),
  );
  return { type: "prf", credentialId: toBase64Url(credentialId), salt: toBase64Url(salt), box };
}

/**
 * Locks a seed into a key file with one slot per lock (1 to 8). Passphrases of at least 8 characters; scrypt logN 17
 * unless told otherwise (14 to 20). Throws FORMAT, LIMIT, POLICY.
 */
export async function lockKey(
  seed: Uint8Array,
  publicKey: PublicKey,
  locks: readonly Lock[],
): Promise<KeyFile> {
  const { kem, kid } = publicKey;
  if ((await publicKeyFromSeed(kem, seed)).kid !== kid) {
    throw new EnvelopeError("FORMAT", "the seed does not belong to this public key");
  }
  if (locks.length === 0 || locks.length > 8) throw new EnvelopeError("LIMIT", "key file: 1 to 8 locks");
  const slots: (ScryptSlot | PrfSlot)[] = [];
  for (const lock of locks) slots.push(await slotFor(seed, kid, lock));
  return { v: 1, kem, kid, slots };
}

const logNOf: Reader<number> = (value, what) => {
  const logN = wholeOf(value, what);
  if (logN < leastLogN || logN > mostLogN) throw new EnvelopeError("LIMIT", "scrypt: logN from 14 to 20");
  return logN;
};

function exactly<const T extends number>(wanted: T): Reader<T> {
  return (value, what) => {
    if (value !== wanted) throw unexpected(what, String(wanted));
    return wanted;
  };
}

const boxOf = encodedOf(slotSize);

const slotOf: Reader<ScryptSlot | PrfSlot> = (value) => {
  const type = oneOf("scrypt", "prf")((value as { type?: unknown } | null)?.type, "type");
  return type === "prf"
    ? recordOf<PrfSlot>(value, "slot", {
        type: oneOf("prf"),
        credentialId: encodedOf(),
        salt: encodedOf(32),
        box: boxOf,
      })
    : recordOf<ScryptSlot>(value, "slot", {
        type: oneOf("scrypt"),
        logN: logNOf,
        r: exactly(8),
        p: exactly(1),
        salt: encodedOf(16),
        box: boxOf,
      });
};

/** Reads a key file that came as JSON. Throws VERSION, FORMAT, LIMIT. */
export function parseKeyFile(value: unknown): KeyFile {
  versionOne(value, "key file");
  const file = recordOf<KeyFile>(value, "key file", {
    v: v1,
    kem: oneOf(...kemIds),
    kid: kidOf,
    slots: listOf(8, slotOf),
  });
  if (file.slots.length === 0) throw unexpected("slots", "at least one");
  return file;
}

function sameCredential(slot: PrfSlot, credentialId: Uint8Array): boolean {
  return slot.credentialId === toBase64Url(credentialId);
}

async function tryBox(
  file: KeyFile,
  slot: ScryptSlot | PrfSlot,
  with_: Unlock,
): Promise<Uint8Array | undefined> {
  const salt = fromBase64Url(slot.salt);
  let key: Uint8Array;
  if (slot.type === "scrypt" && "passphrase" in with_)
    key = await passphraseKey(with_.passphrase, salt, slot.logN);
  else if (slot.type === "prf" && "prf" in with_ && sameCredential(slot, with_.credentialId)) {
    key = prfKey(with_.prf, salt);
  } else return undefined;
  try {
    return await openSlot(
      platformBackend(),
      key,
      boxContext(file.kid, slot.type),
      fromBase64Url(slot.box, slotSize),
    );
  } catch {
    return undefined;
  }
}

/**
 * Opens a key file with a passphrase or a passkey's PRF result and returns the 32-byte seed, checked against the
 * file's key id. Throws VERSION, FORMAT, LIMIT for the file, PASSPHRASE where no slot opens.
 */
export async function unlockKey(file: KeyFile, with_: Unlock): Promise<Uint8Array> {
  const checked = parseKeyFile(file);
  for (const slot of checked.slots) {
    const seed = await tryBox(checked, slot, with_);
    if (seed !== undefined && (await publicKeyFromSeed(checked.kem, seed)).kid === checked.kid) return seed;
  }
  throw new EnvelopeError("PASSPHRASE", "no slot of the key file opens with this");
}
