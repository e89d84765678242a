import { equalBytes } from "../format/equal.ts";
import { sha256 } from "@noble/hashes/sha2.js";
import { EnvelopeError } from "../errors.ts";
import { fromBase64Url, toBase64Url } from "../format/base64.ts";
import { type Dsse, decodeDsse, signDsse } from "../format/dsse.ts";
import { type SignatureCheck, verifyEd25519 } from "../sign/ed25519.ts";
import { clockReading, instantOf } from "../format/instant.ts";
import { kidOf } from "../format/fields.ts";
import { type Reader, canonicalBytesOf, namedListOf, oneOf, optionsOf } from "../format/json.ts";
import { readCanonical, recordOf, textOf, v1, versionOne, wholeOf } from "../format/json.ts";
import { type KemId, type PublicKey, kemIds, publicKeyOf } from "../kem/public-key.ts";
import { limits } from "../limits.ts";
import { type KeyTrust, keyTrustOf } from "./key-trust.ts";

/** The payload type that a signature over a key document covers. */
export const keyDocumentType = "application/vnd.cenv.keys.v1+json";

/** `active` may be sealed to between its dates; `retired` only opens what is old; `revoked` is compromised. */
export type KeyStatus = "active" | "retired" | "revoked";

/** One key of a controller. Times are RFC 3339 UTC, `pk` base64url. */
export interface KeyEntry {
  readonly kem: KemId;
  readonly kid: string;
  readonly notAfter: string;
  readonly notBefore: string;
  readonly pk: string;
  readonly status: KeyStatus;
}

/** What a controller's root keys sign: which keys to seal to, in which version, until when. */
export interface KeyDocument {
  /** The name that stands in `Context.controllers`. */
  readonly controller: string;
  /** RFC 3339 UTC, whole seconds. After that nothing is sealed to any of its keys. */
  readonly expires: string;
  /** At most 64, all different. */
  readonly keys: readonly KeyEntry[];
  /** The `kid`s whose private halves are kept only for recovery; they are always sealed to as well. */
  readonly recovery?: readonly string[];
  /** Grows with every version; a reader never goes back. */
  readonly seq: number;
  readonly v: 1;
}

/** A key document that pinned roots have signed. Only `verifyKeyDocument` makes one, and `seal` takes no other. */
export interface VerifiedKeys {
  readonly controller: string;
  readonly seq: number;
  readonly expires: string;
  /** The keys that are active now. */
  readonly keys: readonly PublicKey[];
  /** Those of `keys` that are recovery keys. */
  readonly recovery: readonly PublicKey[];
  /** Every `kid` of the document, with its status. */
  readonly statuses: Readonly<Record<string, KeyStatus>>;
  /** SHA-256 of the signed payload; 32 bytes. */
  readonly digest: Uint8Array;
}

// Objects made by verifyKeyDocument; a look-alike that was put together elsewhere is refused by `seal`.
const genuine = new WeakSet<VerifiedKeys>();

/** Throws DIRECTORY unless `verifyKeyDocument` made it. */
export function assertVerifiedKeys(keys: VerifiedKeys): void {
  if (!genuine.has(keys)) throw refused("only what verifyKeyDocument returned is sealed to");
}

/** A key document entry for a public key; times RFC 3339 UTC, fractions are cut off. Throws FORMAT. */
export function keyEntry(
  publicKey: PublicKey,
  notBefore: string,
  notAfter: string,
  status: KeyStatus = "active",
): KeyEntry {
  return {
    kem: publicKey.kem,
    kid: publicKey.kid,
    notAfter: clockReading(notAfter, "notAfter"),
    notBefore: clockReading(notBefore, "notBefore"),
    pk: toBase64Url(publicKey.bytes),
    status,
  };
}

interface ParsedEntry {
  readonly entry: KeyEntry;
  readonly publicKey: PublicKey;
}

const keyEntryOf: Reader<ParsedEntry> = (value) => {
  const { pk, ...rest } = recordOf<Omit<KeyEntry, "pk"> & { pk: Uint8Array }>(value, "key", {
    kem: oneOf(...kemIds),
    kid: kidOf,
    notAfter: instantOf,
    notBefore: instantOf,
    pk: (bytes, what) => fromBase64Url(bytes, undefined, what),
    status: oneOf("active", "retired", "revoked"),
  });
  const publicKey = publicKeyOf(rest.kem, pk);
  if (publicKey.kid !== rest.kid) throw refused("a key's id is not that of its bytes");
  return { entry: { ...rest, pk: toBase64Url(pk) }, publicKey };
};

function refused(why: string): EnvelopeError {
  return new EnvelopeError("DIRECTORY", `key document: ${why}`);
}

interface Recovery {
  readonly recovery: readonly string[];
}

interface ParsedDocument extends Omit<KeyDocument, "keys" | "recovery">, Partial<Recovery> {
  readonly keys: readonly ParsedEntry[];
}

function keyDocumentOf(value: unknown): ParsedDocument {
  versionOne(value, "key document");
  const most = limits.keyDocumentKeys;
  const document: ParsedDocument = optionsOf<Omit<ParsedDocument, "recovery">, Recovery>(
    value,
    "key document",
    {
      controller: textOf,
      expires: instantOf,
      keys: namedListOf(most, 0, keyEntryOf, ({ entry }) => entry.kid),
      seq: wholeOf,
      v: v1,
    },
    { recovery: namedListOf(most, 0, kidOf, (kid) => kid) },
  );
  const kids = new Set(document.keys.map(({ entry }) => entry.kid));
  if (document.recovery?.every((kid) => kids.has(kid)) === false)
    throw refused("it has no such recovery key");
  return document;
}

/** Signs a key document with one or more root keys (32-byte Ed25519 seeds). Throws FORMAT, DIRECTORY, LIMIT. */
export function signKeyDocument(document: KeyDocument, roots: readonly Uint8Array[]): Dsse {
  keyDocumentOf(document);
  return signDsse(keyDocumentType, canonicalBytesOf(document), roots);
}

/**
 * Checks a controller's key document: at least `threshold` of the pinned roots have signed these bytes, it is for that
 * controller, the sequence has not gone back, it has not expired, and it has an active key (or, with `withoutKeys`,
 * none). Before that, throws FORMAT and LIMIT for a trust that says something else than `KeyTrust`, and DIRECTORY for
 * roots that are none or repeated and for a threshold that is not a whole number from 1 to all of them.
 * Then throws LIMIT, FORMAT, VERSION for what the document is; SIGNATURE where too few roots signed; DIRECTORY for the
 * rest.
 *
 * @example
 * verifyKeyDocument(document, { roots: [first, second, third], threshold: 2, controller: "ifo-namnd", now });
 */
export function verifyKeyDocument(document: Dsse, trust: KeyTrust): VerifiedKeys {
  return verifyKeyDocumentWith(verifyEd25519, document, trust);
}

/** Checks a key document with a given Ed25519; see `verifyKeyDocument`. */
export function verifyKeyDocumentWith(holds: SignatureCheck, document: Dsse, trust: KeyTrust): VerifiedKeys {
  const { controller, minSeq = 0, now, roots, threshold, withoutKeys } = keyTrustOf(trust);
  const { body, message, signatures } = decodeDsse(document, keyDocumentType);
  const signed = roots.filter((root) =>
    signatures.some(({ key, sig }) => equalBytes(key, root) && holds(key, message, sig)),
  );
  if (signed.length < threshold) {
    throw new EnvelopeError("SIGNATURE", "key document: too few pinned roots have signed it");
  }
  const parsed = readCanonical(body, "key document", keyDocumentOf);
  if (parsed.controller !== controller) throw refused("of another controller");
  if (parsed.seq < minSeq) throw refused("older than one already seen");
  if (parsed.expires <= now) throw refused("expired");
  const active = parsed.keys.filter(
    ({ entry }) => entry.status === "active" && entry.notBefore <= now && now < entry.notAfter,
  );
  const none = active.length === 0;
  if (none && withoutKeys !== true) throw refused("no key is active now");
  const keys = Object.freeze(active.map(({ publicKey }) => publicKey));
  const { recovery = [] } = parsed;
  const verified: VerifiedKeys = {
    controller: parsed.controller,
    seq: parsed.seq,
    expires: parsed.expires,
    keys,
    recovery: keys.filter(({ kid }) => recovery.includes(kid)),
    statuses: Object.fromEntries(parsed.keys.map(({ entry }) => [entry.kid, entry.status])),
    digest: sha256(body),
  };
  if (!none && recovery.length > 0 && verified.recovery.length === 0)
    throw refused("no recovery key is active now");
  if (!none) genuine.add(verified);
  return Object.freeze(verified);
}
