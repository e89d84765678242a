/** What envelopes of applications, and of what follows from them, are sealed for. */

/** Purpose and schemas, as `verify` and `seal` of `@tillit/crypto-envelope` take them: every key is bound to both. */
export interface SealingContext {
  readonly purpose: string;
  /** One where it is sealed, those that are read where it is verified. */
  readonly schemas: readonly [string];
}

/** What a case consists of, one sealed envelope each, and more than one of the later two. */
export const caseContents = ["application", "assessment", "decision"] as const;

export type CaseContent = (typeof caseContents)[number];

const words = (purpose: string): SealingContext => ({ purpose, schemas: ["words/1"] });

/**
 * One context for each kind of sealed content. What is about one request, list or hand-over is bound to it by its id,
 * so that no other words can stand in its place.
 *
 * @example
 * sealingContexts.request("r-1"); // { purpose: "data-subject-request/r-1", schemas: ["words/1"] }
 */
export const sealingContexts = {
  /** The answers of an applicant. */
  application: { purpose: "foster-care-application", schemas: ["fam-intresse/1"] } as SealingContext,
  assessment: words("foster-care-assessment"),
  decision: words("foster-care-decision"),
  /** What a reviewer of accesses says. */
  review: words("access-review"),
  /** Why something is kept from disposal for now. */
  hold: words("retention-hold"),
  /** Words about a data subject's request, of either side. */
  request: (request: string): SealingContext => words(`data-subject-request/${request}`),
  /** The answer to a request. */
  export: (request: string): SealingContext => ({
    purpose: `data-subject-export/${request}`,
    schemas: ["export/1"],
  }),
  /** Words about a disposal list, and what is on it. */
  disposal: (list: string): SealingContext => words(`disposal-list/${list}`),
  /** Why a receiver declines a hand-over. */
  transferRefusal: (transfer: string): SealingContext => words(`transfer-refusal/${transfer}`),
} as const;
