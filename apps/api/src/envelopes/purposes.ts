/** What envelopes are sealed for here; purpose and schema are part of the context that every key is bound to. */
import { questionnaire } from "@tillit/application-case";
import type { EnvelopeKind, StoredEnvelope } from "@tillit/record-store";

export interface SealedFor {
  readonly purpose: string;
  readonly schemas: readonly string[];
}

/** What is bound to one request, or one disposal list, by its id. */
type OfOne = "request" | "export" | "disposal";

/** What is not. */
export const sealedFor: Readonly<Record<Exclude<EnvelopeKind, OfOne>, SealedFor>> = {
  application: { purpose: "foster-care-application", schemas: [questionnaire.id] },
  assessment: { purpose: "foster-care-assessment", schemas: ["words/1"] },
  decision: { purpose: "foster-care-decision", schemas: ["words/1"] },
  review: { purpose: "access-review", schemas: ["words/1"] },
  hold: { purpose: "retention-hold", schemas: ["words/1"] },
};

/** Words about a request, and the answer to it, are bound to that request by its id in the purpose. */
export function sealedForRequest(kind: "request" | "export", request: string): SealedFor {
  return kind === "request"
    ? { purpose: `data-subject-request/${request}`, schemas: ["words/1"] }
    : { purpose: `data-subject-export/${request}`, schemas: ["export/1"] };
}

/** Words about a disposal list and what is on it. */
export function sealedForList(list: string): SealedFor {
  return { purpose: `disposal-list/${list}`, schemas: ["words/1"] };
}

/** What an envelope that may be handed over must have been sealed for. */
export function sealedAs({ kind, parent = "" }: Pick<StoredEnvelope, "kind" | "parent">): SealedFor {
  if (kind === "request" || kind === "export") return sealedForRequest(kind, parent);
  return kind === "disposal" ? sealedForList(parent) : sealedFor[kind];
}
