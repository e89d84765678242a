/** Guards from the first item to a signature. */
import { itemOf } from "../../case/state/state.ts";
import { decisionOf } from "../../decision/decision.ts";
import { givenBy, harmOf, outcomesFor } from "../../review/outcome.ts";
import { provisionApplies } from "../../review/provisions.ts";
import { type Guard, on, unless } from "./guard.ts";
import type { ReviewGuardId } from "./guard-id.ts";

/** A private provider may not refuse its own case file: what it will not give goes to IVO first. */
function refusesForIvo(state: Parameters<Guard>[0]): boolean {
  if (state.regime !== "private-file" || state.ground !== undefined) return false;
  return Object.values(state.items).some(
    ({ outcome }) => outcome !== undefined && givenBy(outcome.kind) !== "all",
  );
}

const ivoLaw = { act: "SoL (2025:400)", at: "17 kap. 6 §", grade: "V" } as const;

export const reviewGuards: Readonly<Record<ReviewGuardId, Guard>> = {
  "item-known": on(["AssessItem"], (state, { item }) =>
    itemOf(state, item) === undefined ? { reason: "DSAR_UNKNOWN_REFERENCE" } : undefined,
  ),
  "outcome-allowed": on(["AssessItem"], (state, { outcome }) => {
    if (!outcomesFor(state.right, state.regime).includes(outcome.kind)) {
      return { reason: "DSAR_OUTCOME_NOT_ALLOWED_FOR_KIND" };
    }
    // A reservation binds a known receiver; nobody can be bound who is not known.
    return outcome.kind === "reserve" && state.anonymous
      ? { reason: "DSAR_IDENTITY_NOT_VERIFIED" }
      : undefined;
  }),
  "harm-test-given": on(["AssessItem"], (state, { item, outcome }) => {
    const missing = { reason: "DSAR_HARM_TEST_MISSING", references: [item] } as const;
    const spans = "spans" in outcome ? outcome.spans : [];
    const spansFit = spans.every(({ from, to }) => Number.isSafeInteger(from) && from >= 0 && to > from);
    if ("spans" in outcome && (spans.length === 0 || !spansFit)) return missing;
    const harm = harmOf(outcome);
    if (harm === undefined) return givenBy(outcome.kind) === "all" ? undefined : missing;
    return provisionApplies(harm.provision, harm.test, state) ? undefined : missing;
  }),
  // Giving out what speaks of a reporter or a protected person needs the test that allowed it.
  "mentions-protected": on(["AssessItem"], (state, { item, outcome }) => {
    if (outcome.kind !== "disclose" || outcome.considered !== undefined) return undefined;
    const guarded = itemOf(state, item)?.mentions?.filter(({ as }) => as !== "third-party") ?? [];
    if (guarded.length === 0) return undefined;
    return { reason: "DSAR_PROTECTED_PERSON", references: guarded.map(({ ref }) => ref) };
  }),
  "dispute-noted": on(["AssessItem"], (state, { outcome }) =>
    state.right === "rectification" && outcome.kind === "keep" && outcome.disputeNoted !== true
      ? {
          reason: "DSAR_DISPUTE_NOT_NOTED",
          law: { act: "SoL (2025:400)", at: "14 kap. 6 §, 17 kap. 1 §", grade: "V" },
        }
      : undefined,
  ),
  "all-items-assessed": (state) => {
    const references = Object.entries(state.items).flatMap(([id, { outcome }]) => (outcome ? [] : [id]));
    return references.length === 0 ? undefined : { reason: "DSAR_ITEM_UNASSESSED", references };
  },
  "identity-verified": unless(({ identity }) => identity === "verified", {
    reason: "DSAR_IDENTITY_NOT_VERIFIED",
  }),
  "identity-unless-no-items": unless(
    ({ identity, ground }) => identity === "verified" || (ground !== undefined && ground !== "no-data"),
    { reason: "DSAR_IDENTITY_NOT_VERIFIED" },
  ),
  "draft-matches": on(["SignDecision"], ({ draft }, { decision }) =>
    draft?.digest === decision ? undefined : { reason: "DSAR_DRAFT_MISMATCH" },
  ),
  "signer-did-not-assess": ({ assessors }, { actor }) =>
    assessors.includes(actor.id) ? { reason: "DSAR_SAME_ACTOR" } : undefined,
  "ivo-decides-refusals": (state) =>
    refusesForIvo(state) && state.ivo === undefined
      ? { reason: "DSAR_MUST_GO_TO_IVO", law: ivoLaw }
      : undefined,
  "refusal-for-ivo": unless((state) => refusesForIvo(state) && state.ivo === undefined, {
    reason: "DSAR_NOTHING_REFUSED",
    law: ivoLaw,
  }),
  "ivo-is-followed": (state) => {
    if (state.ivo === undefined || state.ivo === "none" || state.ground !== undefined) return undefined;
    const { outcome } = decisionOf(state, "");
    const follows = state.ivo === "all" ? outcome === "granted" : outcome !== "refused";
    return follows ? undefined : { reason: "DSAR_IVO_NOT_FOLLOWED", law: ivoLaw };
  },
  "signature-valid": on(["SignDecision"], (_state, { decision, signature, actor }, { verifySignature }) => {
    if (verifySignature === undefined) return undefined;
    const valid = signature !== undefined && verifySignature(decision, signature, actor);
    return valid ? undefined : { reason: "DSAR_PROOF_INVALID" };
  }),
};
