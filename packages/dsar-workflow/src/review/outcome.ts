/**
 * What may be done with one item. Decided item by item, never for a whole case, and everything short of what was
 * asked carries its provision, its test, its reasoning and its reviewer.
 */
import type { Digest, Ref, Regime, Right } from "../case/request.ts";
import type { TestKind } from "./provision.ts";
import type { ProvisionId } from "./provisions.ts";

/** Why an item is not given in full, as the reviewer hands it in. `reasoning` is the digest of sealed words. */
export type HarmReasons = {
  readonly provision: ProvisionId;
  readonly test: TestKind;
  readonly reasoning: Digest;
};

/** The same with the one who made it. */
export type HarmTest = HarmReasons & { readonly reviewer: Ref };

/**
 * A stretch of an item's text in UTF-16 code units, `to` not included, and whom hiding it protects: a person's
 * reference, `reporter` or `public-interest`.
 */
export type Span = {
  readonly from: number;
  readonly to: number;
  readonly protects: Ref;
};

type OutcomeWith<Harm> =
  | { readonly kind: "disclose"; readonly considered?: Harm }
  | { readonly kind: "redact"; readonly spans: readonly Span[]; readonly harm: Harm }
  | { readonly kind: "deidentify"; readonly spans: readonly Span[]; readonly harm: Harm }
  | { readonly kind: "reserve"; readonly condition: Digest; readonly harm: Harm }
  | { readonly kind: "withhold"; readonly harm: Harm }
  | { readonly kind: "erase" }
  | { readonly kind: "rectify" }
  | { readonly kind: "restrict" }
  | { readonly kind: "stop" }
  | { readonly kind: "keep"; readonly harm: Harm; readonly disputeNoted?: boolean };

/** An item's outcome as assessed. */
export type ItemOutcome = OutcomeWith<HarmTest>;

/** An item's outcome as proposed by a reviewer; `decide` adds who that was. */
export type ItemAssessment = OutcomeWith<HarmReasons>;

/** The kinds of outcome. */
export type OutcomeKind = ItemOutcome["kind"];

const byRight: Readonly<Record<Right, readonly OutcomeKind[]>> = {
  access: ["disclose", "redact", "deidentify", "reserve", "withhold"],
  portability: ["disclose", "redact", "withhold"],
  erasure: ["erase", "keep"],
  rectification: ["rectify", "keep"],
  restriction: ["restrict", "keep"],
  objection: ["stop", "keep"],
};

/**
 * The outcomes an item may have. A reservation (förbehåll, OSL 10 kap. 14 §) is an authority's tool outside art. 15:
 * the person's own copy under the GDPR is never given on condition, and a private provider has no such power.
 */
export function outcomesFor(right: Right, regime: Regime): readonly OutcomeKind[] {
  const reserves = regime === "public-records" || regime === "party-insight";
  return byRight[right].filter((kind) => kind !== "reserve" || reserves);
}

/** Does the outcome give all that was asked, a part, or nothing? */
export function givenBy(kind: OutcomeKind): "all" | "part" | "nothing" {
  switch (kind) {
    case "disclose":
    case "erase":
    case "rectify":
    case "restrict":
    case "stop":
      return "all";
    case "redact":
    case "deidentify":
    case "reserve":
      return "part";
    case "withhold":
    case "keep":
      return "nothing";
  }
}

/** The harm test an outcome carries, if any. */
export function harmOf<Harm>(outcome: OutcomeWith<Harm>): Harm | undefined {
  if (outcome.kind === "disclose") return outcome.considered;
  return "harm" in outcome ? outcome.harm : undefined;
}
