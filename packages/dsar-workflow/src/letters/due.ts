/** Which letters an event owes, so that none is forgotten. */
import type { DsarEvent, EventOf } from "../case/event/event.ts";
import type { CaseState } from "../case/state/state.ts";
import type { LetterId } from "./letter.ts";

function full(state: CaseState): readonly LetterId[] {
  switch (state.right) {
    case "access":
      return state.authority?.kind === "child" ? ["M23"] : ["M04"];
    case "portability":
      return ["M14"];
    case "rectification":
      return ["M09"];
    case "restriction":
      return ["M12"];
    case "erasure":
    case "objection":
      return ["M15"];
  }
}

function afterDecision(state: CaseState, { outcome }: EventOf<"DecisionSigned">): readonly LetterId[] {
  const refusal: LetterId = state.controller === "public-authority" ? "M06" : "M07";
  if (state.regime === "public-records") {
    // A search without result is answered like a refusal, or the difference would tell.
    const silent = state.protection.length > 0 && (outcome === "refused" || outcome === "no-data");
    return [silent ? "M24" : "M18"];
  }
  if (state.regime === "party-insight") return ["M19"];
  if (state.regime === "private-file") return ["M26"];
  switch (state.ground) {
    case "no-data":
      return ["M05"];
    case "not-identified":
      if (state.controller === "private-provider") return ["M07"];
      return [state.protection.length > 0 ? "M24" : "M20"];
    case "manifestly-unfounded":
    case "excessive":
      return ["M08"];
    case "authority-insufficient":
      return [refusal];
    case undefined:
      break;
  }
  if (outcome === "granted") return full(state);
  const disputed = state.right === "rectification" ? (["M10"] as const) : [];
  return outcome === "partly-granted" ? [...full(state), ...disputed, refusal] : [...disputed, refusal];
}

/**
 * The letters that an event makes due.
 *
 * @param state - the case after the event
 */
export function lettersAfter(event: DsarEvent, state: CaseState): readonly LetterId[] {
  switch (event.type) {
    case "RequestReceived":
      return ["M01"];
    case "IdentityEvidenceRequested":
    case "ScopeClarificationRequested":
      return ["M02"];
    case "DeadlineExtended":
      return ["M03"];
    case "FeeAnnounced":
      return ["M08"];
    case "ForwardedToController":
      return ["M16"];
    case "DecisionSigned":
      return afterDecision(state, event);
    case "RecipientNotified":
      return ["M11"];
    case "LiftingAnnounced":
      return ["M13"];
    case "HandedToIvo":
      return ["M17", "M25"];
    case "AppealReceived":
    case "AppealDismissed":
      return ["M21"];
    case "ForwardedToCourt":
      return ["M22"];
    default:
      return [];
  }
}
