import { equalBytes } from "../format/equal.ts";
import { sha256 } from "@noble/hashes/sha2.js";
import { EnvelopeError } from "../errors.ts";
import { fromBase64Url, toBase64Url } from "../format/base64.ts";
import { type Dsse, decodeDsse, signDsse } from "../format/dsse.ts";
import { type SignatureCheck, verifyEd25519 } from "../sign/ed25519.ts";
import { clockReading, instantOf } from "../format/instant.ts";
import { canonicalBytesOf, distinct, fieldsOf, listOf, oneOf, readCanonical } from "../format/json.ts";
import { textOf, versionOne, wholeOf } from "../format/json.ts";
import { kidOf } from "../format/manifest.ts";
import { type KemId, type PublicKey, kemIds, publicKeyOf } from "../kem/public-key.ts";
import { limits } from "../limits.ts";

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
  readonly controller: string;
  readonly expires: string;
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

/** Whom to trust, and how much. */
export interface KeyTrust {
  /** Pinned Ed25519 root public keys, 32 bytes each. */
  readonly roots: readonly Uint8Array[];
  /** How many different roots must have signed; default 1. */
  readonly threshold?: number;
  /** The highest `seq` seen before: anything lower is a rollback. */
  readonly minSeq?: number;
  /** The controller this document must be for. */
  readonly controller?: string;
  /** The time now, RFC 3339 UTC; fractions of a second are allowed. */
  readonly now: string;
  /**
   * For a directory: takes a document in which no key is active any more, as when the only one was revoked. Nothing can
   * be sealed to what comes back.
   */
  readonly withoutKeys?: boolean;
}

// Objects made by verifyKeyDocument; a look-alike that was put together elsewhere is refused by `seal`.
const genuine = new WeakSet<VerifiedKeys>();

/** Throws DIRECTORY unless `verifyKeyDocument` made it. */
export function assertVerifiedKeys(keys: VerifiedKeys): void {
  if (!genuine.has(keys))
    throw new EnvelopeError("DIRECTORY", "keys: only verified key documents are sealed to");
}

/** A key document entry for a public key. */
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

function keyEntryOf(value: unknown): { entry: KeyEntry; publicKey: PublicKey } {
  const fields = fieldsOf(value, "key", ["kem", "kid", "notAfter", "notBefore", "pk", "status"]);
  const kem = oneOf(fields["kem"], "kem", kemIds);
  const publicKey = publicKeyOf(kem, fromBase64Url(fields["pk"]));
  if (publicKey.kid !== fields["kid"])
    throw new EnvelopeError("DIRECTORY", "key: its id is not that of its bytes");
  const notBefore = instantOf(fields["notBefore"], "notBefore");
  const notAfter = instantOf(fields["notAfter"], "notAfter");
  const status = oneOf(fields["status"], "status", ["active", "retired", "revoked"]);
  return {
    entry: { kem, kid: publicKey.kid, notAfter, notBefore, pk: fields["pk"] as string, status },
    publicKey,
  };
}

interface ParsedDocument extends Omit<KeyDocument, "keys" | "recovery"> {
  readonly keys: readonly { readonly entry: KeyEntry; readonly publicKey: PublicKey }[];
  readonly recovery: readonly string[];
}

function keyDocumentOf(value: unknown): ParsedDocument {
  versionOne(value, "key document");
  const fields = fieldsOf(value, "key document", ["controller", "expires", "keys", "seq", "v"], ["recovery"]);
  const keys = listOf(fields["keys"], "keys", limits.keyDocumentKeys).map((item) => keyEntryOf(item));
  const kids = keys.map(({ entry }) => entry.kid);
  distinct(kids, "keys");
  const { recovery: named = [] } = fields;
  const recovery = listOf(named, "recovery", limits.keyDocumentKeys).map((kid) => kidOf(kid));
  distinct(recovery, "recovery");
  if (!recovery.every((kid) => kids.includes(kid))) {
    throw new EnvelopeError("DIRECTORY", "recovery: names a key that the document does not have");
  }
  return {
    controller: textOf(fields["controller"], "controller", limits.contextBytes),
    expires: instantOf(fields["expires"], "expires"),
    keys,
    recovery,
    seq: wholeOf(fields["seq"], "seq", 0),
    v: 1,
  };
}

/** Signs a key document with one or more root keys (32-byte Ed25519 seeds). Throws FORMAT, DIRECTORY, LIMIT. */
export function signKeyDocument(document: KeyDocument, roots: readonly Uint8Array[]): Dsse {
  keyDocumentOf(document);
  return signDsse(keyDocumentType, canonicalBytesOf(document), roots);
}

/**
 * Checks a controller's key document: at least `threshold` of the pinned roots have signed these bytes, the sequence
 * has not gone back, it has not expired, and it has an active key (or, with `withoutKeys`, none).
 * Throws LIMIT, FORMAT, VERSION for what it is; SIGNATURE where too few roots signed; DIRECTORY for the rest.
 */
export function verifyKeyDocument(document: Dsse, trust: KeyTrust): VerifiedKeys {
  return verifyKeyDocumentWith(verifyEd25519, document, trust);
}

/** Checks a key document with a given Ed25519; see `verifyKeyDocument`. */
export function verifyKeyDocumentWith(holds: SignatureCheck, document: Dsse, trust: KeyTrust): VerifiedKeys {
  const { threshold = 1, minSeq = 0 } = trust;
  const now = clockReading(trust.now, "now");
  if (trust.roots.length === 0 || threshold < 1 || threshold > trust.roots.length) {
    throw new EnvelopeError("DIRECTORY", "roots: between 1 and all of the pinned roots must be asked for");
  }
  const { body, message, signatures } = decodeDsse(document, keyDocumentType);
  const signed = trust.roots.filter((root) =>
    signatures.some(({ key, sig }) => equalBytes(key, root) && holds(key, message, sig)),
  );
  if (new Set(signed.map((root) => toBase64Url(root))).size < threshold) {
    throw new EnvelopeError("SIGNATURE", "key document: too few pinned roots have signed it");
  }
  const parsed = readCanonical(body, "key document", keyDocumentOf);
  if (trust.controller !== undefined && parsed.controller !== trust.controller) {
    throw new EnvelopeError("DIRECTORY", "key document: of another controller");
  }
  if (parsed.seq < minSeq) throw new EnvelopeError("DIRECTORY", "key document: older than one already seen");
  if (parsed.expires <= now) throw new EnvelopeError("DIRECTORY", "key document: expired");
  const active = parsed.keys.filter(
    ({ entry }) => entry.status === "active" && entry.notBefore <= now && now < entry.notAfter,
  );
  const none = active.length === 0;
  if (none && trust.withoutKeys !== true)
    throw new EnvelopeError("DIRECTORY", "key document: no key is active now");
  const keys = active.map(({ publicKey }) => publicKey);
  const verified: VerifiedKeys = {
    controller: parsed.controller,
    seq: parsed.seq,
    expires: parsed.expires,
    keys,
    recovery: keys.filter(({ kid }) => parsed.recovery.includes(kid)),
    statuses: Object.fromEntries(parsed.keys.map(({ entry }) => [entry.kid, entry.status])),
    digest: sha256(body),
  };
  if (!none && parsed.recovery.length > 0 && verified.recovery.length === 0) {
    throw new EnvelopeError("DIRECTORY", "key document: names recovery keys, none of which is active");
  }
  if (!none) genuine.add(verified);
  return Object.freeze(verified);
}
