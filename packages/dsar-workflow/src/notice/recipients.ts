/** Telling those who got the data (GDPR art. 19). */
import type { Ref, Right } from "../case/request.ts";
import type { CaseState, NoticeStatus } from "../case/state/state.ts";

/** A notice that one recipient is to get. Who the person is stands in the sealed letter, never here. */
export type RecipientNotice = {
  readonly case: Ref;
  readonly recipient: Ref;
  readonly about: Extract<Right, "rectification" | "erasure" | "restriction">;
  readonly sections: readonly Ref[];
  readonly status: NoticeStatus;
};

function aboutOf(right: Right): RecipientNotice["about"] | undefined {
  return right === "rectification" || right === "erasure" || right === "restriction" ? right : undefined;
}

/** The notices a case owes or has sent, by recipient; none where nothing was changed. */
export function noticesOf(state: CaseState): readonly RecipientNotice[] {
  const about = aboutOf(state.right);
  const outcome = state.decision?.outcome;
  if (about === undefined || (outcome !== "granted" && outcome !== "partly-granted")) return [];
  const changed = new Set(
    Object.values(state.items).flatMap((item) =>
      item.outcome === undefined || item.outcome.kind === "keep" ? [] : [item.section],
    ),
  );
  const sections = [...changed].sort();
  return Object.entries(state.recipients)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([recipient, status]) => ({ case: state.id, recipient, about, sections, status }));
}
