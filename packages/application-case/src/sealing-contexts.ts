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

/** One context for each kind of content; what is about one request, list or hand-over is a function of its id. */
export interface SealingContexts {
  /** The answers of an applicant. */
  readonly application: SealingContext;
  readonly assessment: SealingContext;
  readonly decision: SealingContext;
  /** What a reviewer of accesses says. */
  readonly review: SealingContext;
  /** Why something is kept from disposal for now. */
  readonly hold: SealingContext;
  /** Words about a data subject's request, of either side. */
  readonly request: (request: string) => SealingContext;
  /** The answer to a request. */
  readonly export: (request: string) => SealingContext;
  /** Words about a disposal list, and what is on it. */
  readonly disposal: (list: string) => SealingContext;
  /** Why a receiver declines a hand-over. */
  readonly transferRefusal: (transfer: string) => SealingContext;
}

/**
 * What each kind of content is sealed for. What is about one matter is bound to it, so that no other words can stand in
 * its place.
 *
 * @example
 * sealingContexts.request("r-1"); // { purpose: "data-subject-request/r-1", schemas: ["words/1"] }
 */
export const sealingContexts: SealingContexts = {
  application: { purpose: "foster-care-application", schemas: ["fam-intresse/1"] },
  assessment: words("foster-care-assessment"),
  decision: words("foster-care-decision"),
  review: words("access-review"),
  hold: words("retention-hold"),
  request: (request) => words(`data-subject-request/${request}`),
  export: (request) => ({ purpose: `data-subject-export/${request}`, schemas: ["export/1"] }),
  disposal: (list) => words(`disposal-list/${list}`),
  transferRefusal: (transfer) => words(`transfer-refusal/${transfer}`),
};
