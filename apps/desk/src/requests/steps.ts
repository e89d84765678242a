/** The steps of an access request that the desk can take by itself: what each tells the API. */
import type { RequestCommand } from "@tillit/api/client";
import type { RequestView } from "../api/wire.ts";

/** Where an application is looked for; the one source an online application has. */
const source = "applications";

export const identityMethods = ["receipt-key", "eid", "id-document", "known"] as const;
export type IdentityMethod = (typeof identityMethods)[number];

/** In the order they are taken. */
export const stepNames = [
  "AcceptIdentity",
  "Triage",
  "AnswerSource",
  "CompleteSources",
  "AssessItem",
  "CompleteReview",
] as const;
export type StepName = (typeof stepNames)[number];

export interface StepFacts {
  readonly request: RequestView;
  readonly method: IdentityMethod;
  /** SHA-256 of the application's manifest, in hex; fetched, and so logged, only for the step that needs it. */
  readonly applicationDigest: () => Promise<string>;
}

/** Who may take a step: the one who collects does not judge secrecy alone. The API decides; this only spares a refusal. */
const takers: Readonly<Record<StepName, readonly string[]>> = {
  AcceptIdentity: ["caseworker"],
  Triage: ["caseworker"],
  AnswerSource: ["caseworker"],
  CompleteSources: ["caseworker"],
  AssessItem: ["secrecy-reviewer"],
  CompleteReview: ["secrecy-reviewer", "caseworker"],
};

/** The steps that can be taken now by someone in that role. */
export function stepsNow(request: RequestView, role: string): readonly StepName[] {
  return stepNames.filter((name) => request.allowed.includes(name) && takers[name].includes(role));
}

/** The command for a step. References are ids; nothing a person wrote is in it. */
export async function commandFor(step: StepName, facts: StepFacts): Promise<RequestCommand> {
  const { request, method } = facts;
  switch (step) {
    case "AcceptIdentity":
      // Holding the receipt shows who sent the application, not who they are: the lower level.
      return {
        type: step,
        assurance: method === "receipt-key" ? 2 : 3,
        method,
        subject: `applicant-of-${request.application.slice(0, 32)}`,
      };
    case "Triage":
      return { type: step, sources: [source] };
    case "AnswerSource": {
      const sha256 = await facts.applicationDigest();
      return { type: step, source, items: [{ id: request.application, section: "application", sha256 }] };
    }
    case "AssessItem":
      return { type: step, item: request.application, outcome: { kind: "disclose" } };
    case "CompleteSources":
    case "CompleteReview":
      return { type: step };
  }
}
