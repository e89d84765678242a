/** The paper that remains of what is gone. */
import { canonicalBytes } from "@tillit/canonical-json";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import type { CalendarDate } from "@tillit/civil-time";
import type { Digest, Instant, Ref } from "../case/request.ts";
import type { GradedLawRef } from "@tillit/law-reference";
import type { ErasurePlan, Survivor } from "./plan.ts";

/** How something was destroyed. */
export type Method = "delete" | "crypto-shred" | "overwrite" | "anonymise";

/** Until when a backup still holds it; a restore in that time is followed by a replay. */
export type Backups = { readonly lastContains: CalendarDate; readonly expires: CalendarDate };

/** What one store answered. */
export type Destroyed = {
  readonly store: Ref;
  readonly section: Ref;
  readonly method: Method;
  readonly count: number;
  readonly keyId?: Ref;
  readonly backups?: Backups;
};

/**
 * A certificate of one section in one store. The commitment is a hash of the ids under a salt that stays with the
 * controller: it shows later that a given id was among them, and it proves nothing to someone without the salt.
 */
export type ErasureCertificate = Destroyed & {
  readonly schema: "tillit/erasure-certificate/1";
  readonly case: Ref;
  readonly commitment: Digest;
  readonly survivors: readonly {
    readonly section: Ref;
    readonly ground: GradedLawRef;
    readonly until?: CalendarDate;
  }[];
  readonly at: Instant;
  readonly by: Ref;
};

/** The salted commitment to some ids; their order does not matter. */
export function commitmentTo(ids: readonly Ref[], salt: Uint8Array): Digest {
  const list = canonicalBytes([...new Set(ids)].sort());
  return bytesToHex(sha256(concatBytes(sha256(salt), utf8ToBytes("tillit/erasure/1\n"), list)));
}

function survivorsIn(section: Ref, survivors: readonly Survivor[]): ErasureCertificate["survivors"] {
  return survivors
    .filter((survivor) => survivor.section === section)
    .map(({ ground, until }) => (until === undefined ? { section, ground } : { section, ground, until }));
}

/** The certificate of what one store destroyed of one section. */
export function certificateOf(
  plan: ErasurePlan,
  destroyed: Destroyed,
  { salt, at, by }: { readonly salt: Uint8Array; readonly at: Instant; readonly by: Ref },
): ErasureCertificate {
  const ids = plan.destroy
    .filter(({ store, section }) => store === destroyed.store && section === destroyed.section)
    .map(({ item }) => item);
  return {
    ...destroyed,
    schema: "tillit/erasure-certificate/1",
    case: plan.case,
    commitment: commitmentTo(ids, salt),
    survivors: survivorsIn(destroyed.section, plan.survivors),
    at,
    by,
  };
}

/** SHA-256 of a certificate's canonical bytes, hex: what the case and the audit log hold. */
export function certificateDigest(certificate: ErasureCertificate): Digest {
  return bytesToHex(sha256(canonicalBytes(certificate)));
}
