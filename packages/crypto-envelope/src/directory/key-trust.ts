import { unexpected } from "../errors.ts";
import { toBase64Url } from "../format/base64.ts";
import { clockReading } from "../format/instant.ts";
import { type Reader, flagOf, listOf, optionsOf, stringOf, wholeOf } from "../format/json.ts";
import { limits } from "../limits.ts";
import { thresholdOf } from "./pins.ts";

/** Whom to trust, and how much. Whatever else is said, or in another way, is refused: also from plain JavaScript. */
export interface KeyTrust {
  /** Pinned Ed25519 root public keys, 32 bytes each, all different; 1 to 64. */
  readonly roots: readonly Uint8Array[];
  /** How many of the roots must have signed, from 1 to all of them. May be left out where one is pinned. */
  readonly threshold?: number;
  /** The highest `seq` seen before: anything lower is a rollback. Left out where none has been seen. */
  readonly minSeq?: number;
  /** The controller this document must be for: one root may answer for several, and their documents look alike. */
  readonly controller: string;
  /** The time now, RFC 3339 UTC; fractions of a second are allowed. */
  readonly now: string;
  /**
   * For a directory: takes a document in which no key is active any more, as when the only one was revoked. Nothing can
   * be sealed to what comes back.
   */
  readonly withoutKeys?: boolean;
}

const rootOf: Reader<Uint8Array> = (value, what) => {
  if (!(value instanceof Uint8Array) || value.length !== 32) throw unexpected(what, "32 bytes each");
  return value;
};

/** What a caller trusts, each part of it checked. Throws FORMAT, LIMIT, DIRECTORY (roots and threshold). */
export function keyTrustOf(value: KeyTrust): KeyTrust & { readonly threshold: number } {
  const trust = optionsOf(
    value,
    "trust",
    { roots: listOf(limits.keyDocumentKeys, rootOf), controller: stringOf, now: clockReading },
    { threshold: (given) => given as number, minSeq: wholeOf, withoutKeys: flagOf },
  );
  return { ...trust, threshold: thresholdOf(trust.roots.map(toBase64Url), trust.threshold) };
}
