/**
 * The Ed25519 key a log signs with, and its public half as the one-line text of C2SP signed-note: name, key id,
 * key. Tools of any transparency log read it.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { fromBase64, toBase64 } from "@tillit/text-encoding";
import { ed25519Public } from "./ed25519.ts";
import { AuditError } from "../errors.ts";
import { sameHash } from "@tillit/merkle-tree";

/** Who signs: a name without white space and `+`, and 32 bytes of secret. */
export type LogSigner = { readonly name: string; readonly secretKey: Uint8Array };

/** Whose signature counts. */
export type LogVerifier = { readonly name: string; readonly publicKey: Uint8Array };

const ed25519Type = 1;
const keyForm = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u;

function malformed(message: string): AuditError {
  return new AuditError("KEY_MALFORMED", message);
}

export function checkName(name: string): string {
  if (/^[^\s+]+$/u.test(name) && name.isWellFormed()) return name;
  throw malformed("the name of a key has no white space and no plus sign");
}

export function keyId({ name, publicKey }: LogVerifier): Uint8Array {
  return sha256(concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(ed25519Type), publicKey)).subarray(0, 4);
}

/**
 * The public half of a signer.
 *
 * @throws {@link AuditError} `KEY_MALFORMED`
 */
export function verifierOf({ name, secretKey }: LogSigner): LogVerifier {
  if (secretKey.length !== 32) throw malformed("a secret key has 32 bytes");
  return { name: checkName(name), publicKey: ed25519Public(secretKey) };
}

/**
 * A verifier as text: `name+keyid+key`.
 *
 * @throws {@link AuditError} `KEY_MALFORMED`
 */
export function formatVerifier(verifier: LogVerifier): string {
  if (verifier.publicKey.length !== 32) throw malformed("a public key has 32 bytes");
  const key = concatBytes(Uint8Array.of(ed25519Type), verifier.publicKey);
  return `${checkName(verifier.name)}+${bytesToHex(keyId(verifier))}+${toBase64(key)}`;
}

/** A verifier as its text states it; the key id has not been checked. */
export interface StatedVerifier extends LogVerifier {
  /** Four bytes in hex. */
  readonly id: string;
  /** The bytes whose SHA-256 begins with the key id. */
  readonly hashed: Uint8Array<ArrayBuffer>;
}

/**
 * The parts of a verifier's text, for a caller that checks the key id with a hash of its platform;
 * {@link parseVerifier} does it itself.
 *
 * @throws {@link AuditError} `KEY_MALFORMED`
 * @example
 * const { id, hashed } = readVerifier(text);
 * const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", hashed));
 */
export function readVerifier(text: string): StatedVerifier {
  const [, name, id, encoded] = keyForm.exec(text) ?? [];
  const key = encoded === undefined ? undefined : fromBase64(encoded);
  if (name === undefined || id === undefined || key?.length !== 33 || key[0] !== ed25519Type) {
    throw malformed("a key is written name+keyid+key and is an Ed25519 key");
  }
  const before = utf8ToBytes(`${name}\n`);
  const hashed = new Uint8Array(before.length + key.length);
  hashed.set(before);
  hashed.set(key, before.length);
  return { name, publicKey: key.slice(1), id, hashed };
}

/**
 * Reads what {@link formatVerifier} writes. Only Ed25519 keys are known.
 *
 * @throws {@link AuditError} `KEY_MALFORMED`
 */
export function parseVerifier(text: string): LogVerifier {
  const { name, publicKey, id } = readVerifier(text);
  const verifier = { name, publicKey };
  if (bytesToHex(keyId(verifier)) !== id) throw malformed("the key id is not the one of name and key");
  return verifier;
}

export function isKeyOf(verifier: LogVerifier, name: string, id: Uint8Array): boolean {
  return verifier.name === name && sameHash(keyId(verifier), id);
}
