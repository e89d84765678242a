/** A disposal list: what it holds, the states it passes, and who may move it. The table is the law of the list. */
import type { Day } from "../../day/civil-day.ts";
import type { Disposition } from "../../disposition.ts";

export const listStatuses = [
  "none",
  "draft",
  "reviewing",
  "changes-requested",
  "cooling-off",
  "executing",
  "executed",
  "aborted",
] as const;

export type ListStatus = (typeof listStatuses)[number];

export type ListRole = "author" | "reviewer" | "archivist" | "executor";

/** A person by a reference of the controller's own, never a name. */
export interface Actor {
  readonly person: string;
  readonly role: ListRole;
}

/** Which commands a state takes, from which role. Nothing else is possible. */
export const listTransitions: Readonly<
  Record<ListStatus, Readonly<Partial<Record<ListCommand["type"], readonly ListRole[]>>>>
> = {
  none: { Draft: ["author"] },
  draft: { Submit: ["author"], Abort: ["author", "archivist"] },
  reviewing: {
    Answer: ["reviewer", "archivist"],
    RequestChanges: ["reviewer", "archivist"],
    Approve: ["reviewer", "archivist"],
    Abort: ["author", "archivist"],
  },
  "changes-requested": { Submit: ["author"], Abort: ["author", "archivist"] },
  "cooling-off": { Begin: ["executor", "archivist"], Abort: ["author", "reviewer", "archivist"] },
  executing: { Report: ["executor", "archivist"], Finish: ["executor", "archivist"] },
  executed: {},
  aborted: {},
};

/** Why an item is not, or no longer, on the list. */
export const dropReasons = [
  "NOT_DUE",
  "NO_DATE",
  "HELD",
  "UNDETERMINED",
  "CONFLICT",
  "PRESERVED",
  "KEPT_BY_REVIEW",
  "RECLASSIFIED",
  "FACTS_CHANGED",
  "RULES_CHANGED",
  "NOT_FOUND",
] as const;

export type DropReason = (typeof dropReasons)[number];

/** A record with its disposition and the hash of the facts it rests on. */
export interface Candidate {
  readonly disposition: Disposition;
  readonly factsHash: string;
}

/** A reviewer's answer about one item. */
export type ItemAnswer =
  | { readonly kind: "dispose" }
  | { readonly kind: "keep"; readonly until: Day; readonly reason: string }
  | { readonly kind: "reclassify"; readonly reason: string };

export const itemResults = ["gone", "unlinked", "transferred"] as const;

export type ItemResult = (typeof itemResults)[number];

export interface ListItem {
  readonly record: string;
  readonly outcome: "dispose" | "transfer";
  readonly transferTo?: string;
  readonly rule: string;
  readonly version: Day;
  readonly earliest: Day;
  readonly latest?: Day;
  readonly factsHash: string;
  readonly answer?: ItemAnswer;
  readonly result?: ItemResult;
  readonly executed?: Day;
  /** The receiver's receipt of what was handed over. */
  readonly receipt?: string;
}

export interface Dropped {
  readonly record: string;
  readonly reason: DropReason;
}

export interface Approval {
  readonly person: string;
  readonly role: ListRole;
  readonly at: Day;
  readonly comment?: string;
  /** Hash of what was approved: the list as it was drafted, without answers and results. */
  readonly of: string;
}

/** The state of a list; `none` before it is drafted. */
export interface DisposalList {
  readonly id: string;
  readonly status: ListStatus;
  readonly asOf: Day;
  readonly ruleSet: { readonly id: string; readonly release: string; readonly hash: string };
  readonly author: string;
  readonly items: readonly ListItem[];
  readonly dropped: readonly Dropped[];
  readonly approvals: readonly Approval[];
  /** Persons who must approve: two, one more where the volume brake has acted. */
  readonly required: number;
  readonly coolUntil?: Day;
  readonly comment?: string;
}

export type ListCommand =
  | {
      readonly type: "Draft";
      readonly by: Actor;
      readonly id: string;
      readonly asOf: Day;
      readonly ruleSet: DisposalList["ruleSet"];
      readonly candidates: readonly Candidate[];
      /** Median number of items of earlier lists; a list over `brake` (3) times it needs one more approval. */
      readonly median?: number;
      readonly brake?: number;
    }
  | { readonly type: "Submit"; readonly by: Actor }
  | { readonly type: "Answer"; readonly by: Actor; readonly record: string; readonly answer: ItemAnswer }
  | { readonly type: "RequestChanges"; readonly by: Actor; readonly comment: string }
  | { readonly type: "Approve"; readonly by: Actor; readonly at: Day; readonly comment?: string }
  | {
      readonly type: "Begin";
      readonly by: Actor;
      readonly at: Day;
      /** Every item decided again, on this day, with today's facts and rules. */
      readonly current: readonly Candidate[];
      readonly ruleSetHash: string;
    }
  | {
      readonly type: "Report";
      readonly by: Actor;
      readonly record: string;
      readonly result: ItemResult;
      readonly at: Day;
      /** The receiver's receipt; a transfer is done only with one. */
      readonly receipt?: string;
    }
  | { readonly type: "Finish"; readonly by: Actor }
  | { readonly type: "Abort"; readonly by: Actor; readonly reason: string };

export type ListEvent =
  | { readonly type: "Drafted"; readonly list: DisposalList }
  | { readonly type: "Submitted" }
  | { readonly type: "Answered"; readonly record: string; readonly answer: ItemAnswer }
  | { readonly type: "ChangesRequested"; readonly comment: string }
  | { readonly type: "Approved"; readonly approval: Approval }
  | { readonly type: "CoolingOff"; readonly until: Day }
  | { readonly type: "Begun"; readonly dropped: readonly Dropped[] }
  | {
      readonly type: "Reported";
      readonly record: string;
      readonly result: ItemResult;
      readonly at: Day;
      readonly receipt?: string;
    }
  | { readonly type: "Finished" }
  | { readonly type: "Aborted"; readonly reason: string };

export const initialList: DisposalList = {
  id: "",
  status: "none",
  asOf: "0000-00-00",
  ruleSet: { id: "", release: "", hash: "" },
  author: "",
  items: [],
  dropped: [],
  approvals: [],
  required: 2,
};
