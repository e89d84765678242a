import { equalBytes } from "../format/equal.ts";
import { sha256 } from "@noble/hashes/sha2.js";
import { EnvelopeError, unexpected } from "../errors.ts";
import { fromBase64Url } from "../format/base64.ts";
import { contextId } from "../format/context.ts";
import { type Dsse, decodeDsse } from "../format/dsse.ts";
import { type SignatureCheck, verifyEd25519 } from "../sign/ed25519.ts";
import { listOf, optionsOf, readCanonical, stringOf } from "../format/json.ts";
import { type Keyring, checkedSlot, keyringOf, matchKeyring } from "../format/keyring.ts";
import { type Manifest, type ManifestSection, manifestOf, manifestType } from "../format/manifest.ts";
import { limits } from "../limits.ts";
import type { Backend } from "../payload/backend/backend.ts";
import { type Bytes, piecesOf } from "../payload/source.ts";
import { treeHash, treeRoot } from "../payload/tree.ts";
import { platformBackend } from "../payload/backend/webcrypto.ts";

/**
 * What the caller knows the envelope must be for. `app` and `controller` are checked where they are given, and refused
 * where they are given without a value.
 */
export interface Expect {
  /** UUID of the application. Give it wherever it is known: without it, any application's envelope will do. */
  readonly app?: string;
  /** One of those that the envelope must be for, as its opener: the own organisation. */
  readonly controller?: string;
  /** The one purpose it must be for. */
  readonly purpose: string;
  /** The schemas that the caller can read. */
  readonly schemas: readonly string[];
}

/** A manifest whose signature, form and context `verify` has checked. Nothing opens another that looks like it. */
export interface Verified {
  readonly manifest: Manifest;
  /** SHA-256 of the signed payload; 32 bytes. Names this version of the envelope. */
  readonly digest: Uint8Array;
  /** SHA-256 of context and applicant key; 32 bytes. */
  readonly cid: Uint8Array;
  /** The applicant's Ed25519 public key for this application; 32 bytes. */
  readonly applicant: Uint8Array;
}

/**
 * Checks a manifest without any key (CE1 section "Opening", steps 1 to 4): sizes and strict decoding, signature before
 * parsing, canonical form, expected context. The operator and an auditor can do this.
 * Throws LIMIT, FORMAT, SIGNATURE, VERSION, SUITE, CONTEXT; and FORMAT for an `expect` that says something else than
 * `Expect`, before the manifest is looked at.
 */
export function verify(manifest: Dsse, expect: Expect): Verified {
  return verifyWith(verifyEd25519, manifest, expect);
}

/** Checks a manifest with a given Ed25519; see `verify`. */
export function verifyWith(holds: SignatureCheck, manifest: Dsse, expect: Expect): Verified {
  const { app, controller, purpose, schemas } = optionsOf(
    expect,
    "expect",
    { purpose: stringOf, schemas: listOf(limits.sections, stringOf) },
    { app: stringOf, controller: stringOf },
  );
  const { body, message, signatures } = decodeDsse(manifest, manifestType);
  const [first, ...others] = signatures;
  // The first signature is the applicant's; later ones are counter-signatures, which CE1 does not judge.
  if (first === undefined || !holds(first.key, message, first.sig)) {
    throw new EnvelopeError("SIGNATURE", "the applicant's signature does not verify");
  }
  if (others.some(({ key }) => equalBytes(key, first.key))) {
    throw new EnvelopeError("SIGNATURE", "the applicant signed twice");
  }
  const parsed = readCanonical(body, "manifest", manifestOf);
  const applicant = fromBase64Url(parsed.context.applicant, 32);
  if (!equalBytes(applicant, first.key)) {
    throw new EnvelopeError("SIGNATURE", "signed by another key than the applicant's");
  }
  const { context } = parsed;
  const asExpected =
    (app === undefined || app === context.app) &&
    (controller === undefined || context.controllers.includes(controller)) &&
    purpose === context.purpose &&
    schemas.includes(context.schema);
  if (!asExpected) throw new EnvelopeError("CONTEXT", "the manifest is for something else than expected");
  const verified = { manifest: parsed, digest: sha256(body), cid: contextId(context, applicant), applicant };
  genuine.add(verified);
  return Object.freeze(verified);
}

// Objects made by verify; a look-alike that was put together elsewhere is refused by whatever opens or changes.
const genuine = new WeakSet<Verified>();

/** Throws FORMAT unless `verify` made it. */
export function assertVerified(verified: Verified): void {
  if (!genuine.has(verified)) throw unexpected("verified", "what verify returned");
}

/**
 * Checks a keyring against a verified manifest without any key: shape, `cid`, every slot's hash.
 * Returns it typed. Throws VERSION, FORMAT, LIMIT, CONTEXT, CORRUPT.
 */
export function verifyKeyring(verified: Verified, keyring: unknown): Keyring {
  assertVerified(verified);
  const checked = keyringOf(keyring);
  matchKeyring(checked, verified.manifest, verified.cid);
  for (const section of verified.manifest.sections) {
    if (typeof checked.slots[section.id] === "string") checkedSlot(checked, section);
  }
  return checked;
}

/** The section of that id of a verified envelope. Throws FORMAT where there is none. */
export function sectionNamed(verified: Verified, id: string): ManifestSection {
  assertVerified(verified);
  const section = verified.manifest.sections.find((candidate) => candidate.id === id);
  if (section === undefined) throw unexpected("id", "a section of the envelope");
  return section;
}

/** Sees to it that the pieces have the signed size and tree hash; returns their segments' hashes. Throws TRUNCATED, CORRUPT. */
export async function* asSigned(
  backend: Backend,
  section: ManifestSection,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, readonly Uint8Array[], undefined> {
  const tree = treeHash(backend);
  let size = 0;
  try {
    for await (const piece of pieces) {
      size += piece.length;
      if (size > section.size) throw new EnvelopeError("CORRUPT", "the blob has not the signed size");
      await tree.update(piece);
      yield piece;
    }
    if (size < section.size) throw new EnvelopeError("TRUNCATED", "the blob has not the signed size");
    const segments = await tree.segments();
    if (!equalBytes(treeRoot(segments), fromBase64Url(section.hash, 32))) {
      throw new EnvelopeError("CORRUPT", "the blob is not the signed one");
    }
    return segments;
  } finally {
    tree.close();
  }
}

/** Checks a sealed blob's size and tree hash without any key. Throws FORMAT, TRUNCATED, CORRUPT. */
export function verifyBlob(verified: Verified, id: string, blob: Bytes): Promise<void> {
  return verifyBlobWith(platformBackend(), verified, id, blob);
}

/** Checks a sealed blob with a given backend; see `verifyBlob`. */
export async function verifyBlobWith(
  backend: Backend,
  verified: Verified,
  id: string,
  blob: Bytes,
): Promise<void> {
  await signedSegments(backend, sectionNamed(verified, id), blob);
}

/** The hashes of a blob's segments, after the signed tree hash has been made of them. Throws TRUNCATED, CORRUPT. */
export async function signedSegments(
  backend: Backend,
  section: ManifestSection,
  blob: Bytes,
): Promise<readonly Uint8Array[]> {
  const checked = asSigned(backend, section, piecesOf(blob));
  for (;;) {
    const { done, value } = await checked.next();
    if (done === true) return value;
  }
}
