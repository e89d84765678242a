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
import type {
  Colleagues,
  EidLinks,
  Jobs,
  KeyDocuments,
  PseudonymMarks,
  Whereabouts,
} from "./stored-registers.ts";
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
export type {
  Job,
  Colleague,
  Colleagues,
  EidLinks,
  NamedPersons,
  PseudonymMarks,
  Jobs,
  KeyDocuments,
  Whereabouts,
} from "./stored-registers.ts";
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
