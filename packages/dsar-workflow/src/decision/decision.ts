/**
 * The decision: the legal object of a case. It is computed from the assessed items, never chosen; its canonical
 * bytes are hashed, the hash is signed, the signed decision is served, and what was served can be appealed.
 */
import { canonicalBytes } from "@tillit/canonical-json";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { CaseState } from "../case/state/state.ts";
import type { ControllerKind, Digest, Ref, Regime, Right } from "../case/request.ts";
import type { GradedLawRef } from "@tillit/law-reference";
import { remedyOf, type Remedy } from "../regime/remedy.ts";
import { givenBy, harmOf, type ItemOutcome } from "../review/outcome.ts";
import { provisions } from "../review/provisions.ts";
import type { DecisionOutcome, Ground } from "./verdict.ts";

/** A decision as a value. */
export type Decision = {
  readonly schema: "tillit/dsar-decision/1";
  readonly case: Ref;
  readonly right: Right;
  readonly regime: Regime;
  readonly controller: ControllerKind;
  readonly outcome: DecisionOutcome;
  readonly ground?: Ground;
  readonly items: readonly { readonly id: Ref; readonly sha256: Digest; readonly outcome: ItemOutcome }[];
  /** Each provision once, in order of first use. */
  readonly provisions: readonly GradedLawRef[];
  readonly remedy: Remedy;
  /** Digest of the sealed reasons. */
  readonly words: Digest;
};

const groundLaw: Readonly<Record<Ground, GradedLawRef>> = {
  "not-identified": { act: "GDPR", at: "art. 11(2), 12(2) and 12(6)", grade: "V" },
  "authority-insufficient": { act: "FB", at: "6 kap. 11 och 13 §§", grade: "V" },
  "manifestly-unfounded": { act: "GDPR", at: "art. 12(5)", grade: "V" },
  excessive: { act: "GDPR", at: "art. 12(5)", grade: "V" },
  "no-data": { act: "GDPR", at: "art. 15(1)", grade: "V" },
};

/** What the assessed items add up to. */
export function outcomeOf(outcomes: readonly ItemOutcome[]): DecisionOutcome {
  if (outcomes.length === 0) return "no-data";
  const given = outcomes.map(({ kind }) => givenBy(kind));
  if (given.every((share) => share === "all")) return "granted";
  return given.every((share) => share === "nothing") ? "refused" : "partly-granted";
}

/** The decision that a case in `deciding` or later comes to, with the digest of its sealed reasons. */
export function decisionOf(state: CaseState, words: Digest): Decision {
  const ground = state.ground;
  const items =
    ground === undefined
      ? Object.entries(state.items)
          .flatMap(([id, { sha256: hash, outcome }]) =>
            outcome === undefined ? [] : [{ id, sha256: hash, outcome }],
          )
          .sort((a, b) => (a.id < b.id ? -1 : 1))
      : [];
  const cited = new Map<string, GradedLawRef>();
  for (const { outcome } of items) {
    const harm = harmOf(outcome);
    if (harm !== undefined) cited.set(harm.provision, provisions[harm.provision].law);
  }
  if (ground !== undefined) cited.set(ground, groundLaw[ground]);
  const refused = ground === undefined ? outcomeOf(items.map(({ outcome }) => outcome)) : "refused";
  return {
    schema: "tillit/dsar-decision/1",
    case: state.id,
    right: state.right,
    regime: state.regime,
    controller: state.controller,
    outcome: ground === "no-data" ? "no-data" : refused,
    ...(ground === undefined ? {} : { ground }),
    items,
    provisions: [...cited.values()],
    remedy: remedyOf(state.regime, state.controller),
    words,
  };
}

/** SHA-256 of the decision's canonical bytes (RFC 8785), in hex: what is signed. */
export function decisionDigest(decision: Decision): Digest {
  return bytesToHex(sha256(canonicalBytes(decision)));
}
