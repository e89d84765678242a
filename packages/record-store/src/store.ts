/** The one store interface. Everything a controller owns is reached through a unit that sees that controller only. */
import type { Destructions } from "./registers/destructions.ts";
import type {
  DestroyedSlot,
  Envelopes,
  SignedDocument,
  Slots,
  StoredEnvelope,
  StoredSection,
} from "./stored-envelopes.ts";
import type { EventLog, NewEvent, StoredEvent } from "./stored-events.ts";
import type { CaseRow, Exports, Projections } from "./stored-lists.ts";
import type { DisposedPart, Holds, Keeps, Plans, RecordFacts, Transfers } from "./stored-retention.ts";

export type { CertificateDue, Destruction, Destructions } from "./registers/destructions.ts";
export type { Json, JsonObject } from "./json.ts";
export type {
  DestroyedSlot,
  EnvelopeKind,
  Recipients,
  SignedDocument,
  Slot,
  Slots,
  StoredEnvelope,
  StoredSection,
  UploadProgress,
  Envelopes,
} from "./stored-envelopes.ts";
export type { NewEvent, StoredEvent, EventLog } from "./stored-events.ts";
export type {
  Placement,
  Reach,
  CaseRow,
  CasePlace,
  RequestPlace,
  RequestsAsked,
  WordsRow,
  RequestRow,
  Projections,
  ExportRow,
  Exports,
} from "./stored-lists.ts";
export type {
  HoldScope,
  HoldRow,
  HoldPlace,
  Holds,
  KeepRow,
  Keeps,
  PlanRow,
  Plans,
  RecordFacts,
  TransferWords,
  TransferRow,
  TransferPlace,
  Transfers,
  DisposedPart,
} from "./stored-retention.ts";

/** The controller's own decision on how long applications are kept, as a row of its records plan. */
export interface DisposalPlan {
  /** ISO 8601, counted in full calendar years: `P2Y`. */
  readonly period: string;
  /** The event it counts from: `caseClosed`. */
  readonly from: string;
  /** Reference of the decision. */
  readonly decision: string;
}

export interface Controller {
  readonly id: string;
  readonly kind: "public-authority" | "private-provider";
  readonly name: string;
  readonly place?: string | undefined;
  readonly contact: { readonly phone?: string | undefined };
  readonly accepts: readonly string[];
  readonly profileId: string;
  /** Without a decision there is no period, and retention says so. */
  readonly plan?: DisposalPlan | undefined;
  /** The same for data subjects' requests. */
  readonly requestPlan?: DisposalPlan | undefined;
}

export interface Whereabouts {
  readonly record: string;
  readonly controller: string;
  readonly app: string;
  readonly applicant: string;
  /** Names application, controller, purpose and applicant key together. */
  readonly cid: string;
}

/** One controller's part of the store, inside one transaction. */
export interface Unit {
  readonly controller: string;
  readonly log: EventLog;
  readonly envelopes: Envelopes;
  readonly projections: Projections;
  readonly exports: Exports;
  readonly colleagues: Colleagues;
  readonly holds: Holds;
  readonly keeps: Keeps;
  readonly plans: Plans;
  readonly facts: RecordFacts;
  readonly transfers: Transfers;
  readonly destructions: Destructions;
  noteDisposed(part: Omit<DisposedPart, "controller">): Promise<void>;
  /**
   * Destroys a record and the words about it: keys, bytes, manifests, rows. What stays is the log, which holds none.
   * Repeating it does nothing.
   */
  destroy(record: string): Promise<void>;
  /** Destroys one section's key and bytes; what is written in the key's place says when and by which rule. */
  destroySection(record: string, section: string, instead: DestroyedSlot): Promise<void>;
  /** Those of some records of which anything is here that {@link destroy} would take away. */
  present(records: readonly string[]): Promise<ReadonlySet<string>>;
  /** Makes a record findable by its id alone; ids and the applicant's public key, nothing else. */
  publish(where: Omit<Whereabouts, "controller">): Promise<void>;
}

export interface Job {
  readonly kind: string;
  readonly controller: string;
  /** When it was to be done. */
  readonly due: string;
}

/** A submission that has come in one piece. */
export interface WholeSubmission {
  readonly envelope: StoredEnvelope;
  readonly sections: readonly StoredSection[];
  readonly slots: Slots;
  /** The bytes of every section, each at most one chunk. */
  readonly bodies: readonly {
    readonly section: string;
    readonly upload: string;
    readonly body: Uint8Array;
  }[];
  /** The application's own stream; it must be new. */
  readonly stream: string;
  /** What happens with it, given the controller's next number. Throws when the rules say no. */
  event(number: number): NewEvent;
  row(event: StoredEvent): CaseRow;
}

/** A member of staff as logins have shown one: a pseudonym, no name. */
export interface Colleague {
  readonly ref: string;
  readonly role: string;
  readonly unit?: string | undefined;
  /** The day of the last login. */
  readonly seen: string;
}

export interface Colleagues {
  /** Notes a login, and forgets who has not been seen since a day. */
  saw(colleague: Colleague, forgetBefore: string): Promise<void>;
  all(): Promise<readonly Colleague[]>;
}

/** What applicants reach by e-identification. A pseudonym is a keyed hash; the number behind it is nowhere. */
export interface EidLinks {
  add(pseudonym: string, records: readonly string[], at: string): Promise<void>;
  reached(pseudonyms: readonly string[]): Promise<readonly Whereabouts[]>;
  /** Those of the records that someone has linked. */
  linked(records: readonly string[]): Promise<readonly string[]>;
  remove(records: readonly string[]): Promise<void>;
}

/** The two sorts of persons that are named by pseudonym. */
export type NamedPersons = "staff" | "applicants";

/** What the keys of pseudonyms are known by: marks from which no key can be had. */
export interface PseudonymMarks {
  of(persons: NamedPersons): Promise<string | undefined>;
  /** Gives the mark that stands afterwards: of two that come at once, the first. */
  leave(persons: NamedPersons, mark: string, at: string): Promise<string>;
  /** Whether anybody of that sort is named here, with whatever key. */
  inUse(persons: NamedPersons): Promise<boolean>;
}

/** Recurring work, shared by all processes on one database. */
export interface Jobs {
  /** Makes sure every controller has a job of this kind; what is there keeps its time. */
  ensure(kind: string, due: string): Promise<void>;
  /** One job that is due, for this worker alone until the given time; after it anyone may take it again. */
  claim(worker: string, now: string, until: string): Promise<Job | undefined>;
  /** Makes a job due at a time, unless it is earlier already; one that is under way, once more after it is done. */
  hasten(kind: string, controller: string, due: string): Promise<void>;
  /** Still at it: keeps the claim until then. False when it had run out and another has it. */
  renew(job: Job, worker: string, until: string): Promise<boolean>;
  /** Done: next time at `due`, or when it was hastened meanwhile. False when the claim had run out and another has it. */
  finish(job: Job, worker: string, due: string): Promise<boolean>;
}

/** Every version of every controller's key document. */
export interface KeyDocuments {
  count(): Promise<number>;
  /** By controller, then number. */
  all(): Promise<
    readonly {
      readonly controller: string;
      readonly seq: number;
      readonly document: SignedDocument;
      readonly at: string;
    }[]
  >;
}

export interface Store {
  readonly engine: "sqlite" | "postgres";
  controllers(): Promise<readonly Controller[]>;
  controller(id: string): Promise<Controller | undefined>;
  putController(
    controller: Controller,
    keyDocument: { readonly seq: number; readonly document: object; readonly at: string },
  ): Promise<void>;
  keyDocument(controller: string): Promise<SignedDocument | undefined>;
  /** The same, at most a second old: for what every submission asks. */
  recentKeyDocument(controller: string): Promise<SignedDocument | undefined>;
  whereIs(record: string): Promise<Whereabouts | undefined>;
  /** Whether an application of that id was ever handed in whole, wherever it is now: the log knows when it is gone. */
  wasHere(record: string): Promise<boolean>;
  ofApplication(app: string): Promise<readonly Whereabouts[]>;
  read<T>(controller: string, work: (unit: Unit) => Promise<T>): Promise<T>;
  write<T>(controller: string, work: (unit: Unit) => Promise<T>): Promise<T>;
  /**
   * Keeps a submission that has come in one piece, durably and with its event, together with those of the same
   * controller that come at the same moment. False when it, or its log, is there already: then nothing is done.
   */
  submit(controller: string, whole: WholeSubmission): Promise<boolean>;
  readonly jobs: Jobs;
  readonly eidLinks: EidLinks;
  readonly pseudonymMarks: PseudonymMarks;
  readonly keyDocuments: KeyDocuments;
  disposedParts(tag: string): Promise<readonly DisposedPart[]>;
  /** True once for each nonce. */
  spendNonce(nonce: string, expires: string): Promise<boolean>;
  endSession(id: string, expires: string): Promise<void>;
  /** Whether any of these has ended. */
  sessionEnded(ids: readonly string[]): Promise<boolean>;
  /**
   * Clears away what deleting has left in the engine's own files. SQLite: its write-ahead log is moved into the database
   * file, where what was deleted is overwritten, and cut to nothing; false when somebody still reads from it, and then it
   * is to be tried again. PostgreSQL keeps dead rows and its log by its own settings: nothing is done, and it is true.
   */
  purge(): Promise<boolean>;
  /** Answers when the engine answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
