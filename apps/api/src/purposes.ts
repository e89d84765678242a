/** What envelopes are sealed for here; purpose and schema are part of the context that every key is bound to. */
import { questionnaire } from "@tillit/application-case";
import type { EnvelopeKind } from "./store/store.ts";

export interface SealedFor {
  readonly purpose: string;
  readonly schemas: readonly string[];
}

export const sealedFor: Readonly<Record<EnvelopeKind, SealedFor>> = {
  application: { purpose: "foster-care-application", schemas: [questionnaire.id] },
  assessment: { purpose: "foster-care-assessment", schemas: ["words/1"] },
  decision: { purpose: "foster-care-decision", schemas: ["words/1"] },
};
