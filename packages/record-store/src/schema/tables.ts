/** The tables as Kysely sees them. JSON and times are text on both engines, so that both give the same values back. */
import type { Generated } from "kysely";
import type {
  ChunkTable,
  DirectoryTable,
  EnvelopeTable,
  KeyDocumentTable,
  SectionTable,
  SlotTable,
} from "./envelope-tables.ts";
import type { EventTable, ChainHeadTable, CheckpointTable } from "../log/log-tables.ts";

export interface Tables {
  readonly controllers: ControllerTable;
  readonly key_documents: KeyDocumentTable;
  readonly directory: DirectoryTable;
  readonly envelopes: EnvelopeTable;
  readonly sections: SectionTable;
  readonly slots: SlotTable;
  readonly chunks: ChunkTable;
  readonly events: EventTable;
  readonly chain_heads: ChainHeadTable;
  readonly checkpoints: CheckpointTable;
  readonly cases: CaseTable;
  readonly words: WordsTable;
  readonly requests: RequestTable;
  readonly exports: ExportTable;
  readonly eid_links: EidLinkTable;
  readonly colleagues: ColleagueTable;
  readonly holds: HoldTable;
  readonly keeps: KeepTable;
  readonly plans: PlanTable;
  readonly record_facts: RecordFactsTable;
  readonly disposed_parts: DisposedPartTable;
  readonly transfers: TransferTable;
  readonly destructions: DestructionTable;
  readonly pseudonym_marks: PseudonymMarkTable;
  readonly spent_nonces: SpentNonceTable;
  readonly ended_sessions: EndedSessionTable;
  readonly jobs: JobTable;
}

export interface ControllerTable {
  id: string;
  kind: string;
  name: string;
  place: string | null;
  phone: string | null;
  accepts: string;
  profile_id: string;
  plan: string | null;
  request_plan: string | null;
}

export interface CaseTable {
  controller: string;
  id: string;
  app: string;
  number: string;
  received_at: string;
  status: string;
  assignments: string;
  opened_at: string | null;
  decided_at: string | null;
  outcome: string | null;
  last_entry: string;
  unit: string | null;
  /** JSON; null when nobody in particular. */
  assignees: string | null;
  guarded: number;
  /** Kept by the lists themselves: the nearest last day of an open request about it, or the end of time. */
  next_day: Generated<string>;
}

export interface WordsTable {
  controller: string;
  id: string;
  case_id: string;
  kind: string;
  outcome: string;
  at: string;
  by: string;
}

export interface RequestTable {
  controller: string;
  id: string;
  application: string;
  right: string;
  status: string;
  received: string;
  last_day: string;
  /** 1 while it restricts its application. */
  restricted: number;
}

export interface ExportTable {
  controller: string;
  id: string;
  request: string;
  kept_at: string;
  expires: string;
  fetched_at: string | null;
}

export interface ColleagueTable {
  controller: string;
  ref: string;
  role: string;
  unit: string | null;
  seen: string;
}

/** An applicant's e-identification, as a keyed pseudonym, beside a record it reaches. */
export interface EidLinkTable {
  record: string;
  pseudonym: string;
  linked_at: string;
}

export interface HoldTable {
  controller: string;
  id: string;
  ground: string;
  scope: string;
  target: string | null;
  unit: string | null;
  placed: string;
  placed_by: string;
  released: string | null;
}

export interface KeepTable {
  controller: string;
  record: string;
  list: string;
  kept_since: string;
  kept_until: string;
  kept_by: string;
  words: string;
}

export interface PlanTable {
  controller: string;
  record: string;
  outcome: string;
  status: string;
  rule: string | null;
  earliest: string | null;
  latest: string | null;
}

/** JSON: codes and flags of the retention vocabulary. */
export interface RecordFactsTable {
  controller: string;
  record: string;
  facts: string;
}

/** JSON of recipients by envelope, until the offer is answered. */
export interface TransferTable {
  id: string;
  sender: string;
  receiver: string;
  record: string;
  offered_at: string;
  state: string;
  recipients: string | null;
  words: string | null;
}

export interface DestructionTable {
  controller: string;
  id: string;
  state: "begun" | "dropped" | "destroyed";
  begun_at: string;
  certificates: string;
}

export interface DisposedPartTable {
  tag: string;
  controller: string;
  disposed_on: string;
  how: string;
  rule: string;
}

export interface PseudonymMarkTable {
  persons: string;
  mark: string;
  since: string;
}

export interface SpentNonceTable {
  nonce: string;
  expires: string;
}

export interface EndedSessionTable {
  id: string;
  expires: string;
}

export interface JobTable {
  kind: string;
  controller: string;
  due: string;
  claimed_by: string | null;
  claimed_until: string | null;
}
