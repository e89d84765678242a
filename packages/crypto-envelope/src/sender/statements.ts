import { equalBytes } from "../format/equal.ts";
import { EnvelopeError } from "../errors.ts";
import type { Verified } from "../envelope/verify.ts";
import { fromBase64Url, toBase64Url } from "../format/base64.ts";
import { type Dsse, decodeDsse } from "../format/dsse.ts";
import { type SignatureCheck, verifyEd25519 } from "../sign/ed25519.ts";
import { clockReading, instantOf } from "../format/instant.ts";
import { hashOf } from "../format/fields.ts";
import { type Readers, canonicalBytesOf, readCanonical, recordOf, v1, versionOne } from "../format/json.ts";

const withdrawType = "application/vnd.cenv.withdraw.v1+json";
const amendType = "application/vnd.cenv.amend.v1+json";

interface Withdrawal {
  readonly at: string;
  readonly manifest: string;
  readonly v: 1;
}

interface Amendment extends Withdrawal {
  readonly by: string;
}

const withdrawal: Readers<Withdrawal> = { at: instantOf, manifest: hashOf, v: v1 };
const amendment: Readers<Amendment> = { at: instantOf, by: hashOf, manifest: hashOf, v: v1 };

function statementOf<T>(body: Uint8Array, readers: Readers<T>): T {
  return readCanonical(body, "statement", (value) => {
    versionOne(value, "statement");
    return recordOf(value, "statement", readers);
  });
}

interface Unsigned {
  readonly type: string;
  readonly body: Uint8Array;
}

/** The payload of a withdrawal: `{"at","manifest","v"}`. */
export function withdrawStatement(digest: Uint8Array, at: string): Unsigned {
  const body = canonicalBytesOf({ at: clockReading(at, "at"), manifest: toBase64Url(digest), v: 1 });
  return { type: withdrawType, body };
}

/** The payload of an amendment: `{"at","by","manifest","v"}`; `by` replaces `manifest`. */
export function amendStatement(previous: Uint8Array, next: Uint8Array, at: string): Unsigned {
  const body = canonicalBytesOf({
    at: clockReading(at, "at"),
    by: toBase64Url(next),
    manifest: toBase64Url(previous),
    v: 1,
  });
  return { type: amendType, body };
}

function signedBody(
  holds: SignatureCheck,
  statement: Dsse,
  type: string,
): { body: Uint8Array; key: Uint8Array } {
  const { body, message, signatures } = decodeDsse(statement, type);
  const [only] = signatures;
  if (only === undefined || signatures.length !== 1 || !holds(only.key, message, only.sig)) {
    throw new EnvelopeError("SIGNATURE", "the applicant's signature does not verify");
  }
  return { body, key: only.key };
}

function assertAbout(manifest: string, key: Uint8Array, verified: Verified): void {
  if (!equalBytes(key, verified.applicant)) {
    throw new EnvelopeError("SIGNATURE", "signed by another key than the applicant's");
  }
  if (!equalBytes(fromBase64Url(manifest), verified.digest)) {
    throw new EnvelopeError("CONTEXT", "the statement is about another manifest");
  }
}

/**
 * Which manifest a withdrawal or amendment speaks of: the SHA-256 it names (32 bytes). The signature is **not**
 * checked; use it to find the record, then call `verifyWithdrawal` or `verifyAmendment`. Throws LIMIT, FORMAT.
 */
export function statementSubject(statement: Dsse): Uint8Array {
  const amends = (statement as { payloadType?: unknown } | null)?.payloadType === amendType;
  const { body } = decodeDsse(statement, amends ? amendType : withdrawType);
  return fromBase64Url(statementOf<Withdrawal>(body, amends ? amendment : withdrawal).manifest);
}

/** Checks an applicant's withdrawal against the manifest it is about. Throws LIMIT, FORMAT, SIGNATURE, CONTEXT. */
export function verifyWithdrawal(statement: Dsse, verified: Verified): { at: string } {
  return verifyWithdrawalWith(verifyEd25519, statement, verified);
}

/** Checks a withdrawal with a given Ed25519; see `verifyWithdrawal`. */
export function verifyWithdrawalWith(
  holds: SignatureCheck,
  statement: Dsse,
  verified: Verified,
): { at: string } {
  const { body, key } = signedBody(holds, statement, withdrawType);
  const { at, manifest } = statementOf(body, withdrawal);
  assertAbout(manifest, key, verified);
  return { at };
}

/**
 * Checks an applicant's amendment: `next` replaces `previous`, both are the same applicant's, and `next` says so in
 * `supersedes`. Throws LIMIT, FORMAT, SIGNATURE, CONTEXT.
 */
export function verifyAmendment(statement: Dsse, previous: Verified, next: Verified): { at: string } {
  return verifyAmendmentWith(verifyEd25519, statement, previous, next);
}

/** Checks an amendment with a given Ed25519; see `verifyAmendment`. */
export function verifyAmendmentWith(
  holds: SignatureCheck,
  statement: Dsse,
  previous: Verified,
  next: Verified,
): { at: string } {
  const { body, key } = signedBody(holds, statement, amendType);
  const { at, by, manifest } = statementOf(body, amendment);
  assertAbout(manifest, key, previous);
  assertAbout(by, key, next);
  if (next.manifest.supersedes !== toBase64Url(previous.digest))
    throw new EnvelopeError("CONTEXT", "the new manifest does not supersede the old one");
  return { at };
}
