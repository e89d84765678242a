/** The one store interface. Everything a controller owns is reached through a unit that sees that controller only. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

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
}

export interface Whereabouts {
  readonly record: string;
  readonly controller: string;
  readonly app: string;
  readonly applicant: string;
  /** Names application, controller, purpose and applicant key together. */
  readonly cid: string;
}

export interface NewEvent {
  readonly type: string;
  readonly at: string;
  /** Who: `applicant`, `system`, or role and pseudonym of a member of staff. */
  readonly by: string;
  /** The registered processing activity the event belongs to. */
  readonly activity: string;
  readonly data: JsonObject;
}

export interface StoredEvent extends NewEvent {
  readonly seq: number;
  readonly stream: string;
  readonly version: number;
}

/** `request`: words of a data subject's request; `export`: an answer sealed to the subject. Both have it as parent. */
export type EnvelopeKind =
  | "application"
  | "assessment"
  | "decision"
  | "request"
  | "export"
  | "review"
  | "hold";

export interface StoredEnvelope {
  readonly id: string;
  readonly kind: EnvelopeKind;
  readonly parent?: string | undefined;
  readonly app: string;
  readonly applicant: string;
  readonly cid: string;
  readonly digest: string;
  readonly manifest: JsonObject;
  readonly recipients: JsonObject;
  readonly facts: JsonObject;
  readonly createdAt: string;
  readonly complete: boolean;
}

export interface StoredSection {
  readonly id: string;
  readonly class: string;
  readonly size: number;
  readonly hash: string;
  /** The upload that holds the section's bytes, once they are whole. */
  readonly upload?: string | undefined;
}

/** Where a case belongs inside its controller; without one it is the whole controller's. */
export interface Placement {
  readonly unit?: string | undefined;
  /** Pseudonyms of the staff the case is for; nobody means everybody of the unit. */
  readonly assignees: readonly string[];
  /** Only the assignees reach it, whatever role another has. */
  readonly protectedIdentity: boolean;
}

/** Which cases someone reaches inside a controller. What is left out does not limit. */
export interface Reach {
  readonly unit?: string | undefined;
  readonly by?: { readonly person: string; readonly assignedOnly: boolean };
}

export interface CaseRow {
  readonly id: string;
  readonly app: string;
  readonly number: string;
  readonly receivedAt: string;
  readonly status: string;
  readonly assignments: readonly string[];
  readonly openedAt?: string | undefined;
  readonly decidedAt?: string | undefined;
  readonly outcome?: string | undefined;
  readonly lastEntry: string;
  readonly placement?: Placement | undefined;
}

export interface WordsRow {
  readonly id: string;
  readonly caseId: string;
  readonly kind: "assessment" | "decision";
  readonly outcome: string;
  readonly at: string;
  readonly by: string;
}

export interface RequestRow {
  readonly id: string;
  readonly application: string;
  readonly right: string;
  readonly status: string;
  readonly received: string;
  readonly lastDay: string;
}

/** The event log of one controller. Appending also extends the controller's Merkle tree, in the same transaction. */
export interface EventLog {
  load(stream: string): Promise<readonly StoredEvent[]>;
  /** @throws StoreError STORE_VERSION_CONFLICT when the stream is not at the expected version. */
  append(
    stream: string,
    expected: number | "any",
    events: readonly NewEvent[],
  ): Promise<readonly StoredEvent[]>;
  entries(from: number, limit: number): Promise<readonly { readonly seq: number; readonly entry: string }[]>;
  /** The streams whose names begin so, in order. */
  streams(prefix: string): Promise<readonly string[]>;
  size(): Promise<number>;
  node(level: number, index: number): Promise<Uint8Array | undefined>;
  nextNumber(): Promise<number>;
  putCheckpoint(checkpoint: { size: number; note: string; at: string }): Promise<void>;
  checkpoint(): Promise<{ readonly size: number; readonly note: string; readonly at: string } | undefined>;
}

/** Bytes of a section that have come by one upload. */
export interface UploadProgress {
  readonly upload: string;
  readonly size: number;
  readonly chunks: number;
}

export interface Envelopes {
  /** @throws StoreError STORE_DUPLICATE when the id is taken. */
  add(
    envelope: StoredEnvelope,
    sections: readonly StoredSection[],
    slots: Readonly<Record<string, Json>>,
  ): Promise<void>;
  get(id: string): Promise<StoredEnvelope | undefined>;
  /** Until the end of the transaction nobody else locks the same envelope. */
  lock(id: string): Promise<void>;
  complete(id: string): Promise<void>;
  /** Applications begun before a time whose parts never all came; at most `limit`. */
  abandoned(before: string, limit: number): Promise<readonly string[]>;
  sections(id: string): Promise<readonly StoredSection[]>;
  section(id: string, section: string): Promise<StoredSection | undefined>;
  keyring(id: string): Promise<JsonObject | undefined>;
  putSlot(id: string, section: string, slot: Json): Promise<void>;
  /** @throws StoreError STORE_DUPLICATE when the upload has a chunk of that number. */
  addChunk(id: string, section: string, upload: string, seq: number, body: Uint8Array): Promise<void>;
  chunk(id: string, section: string, upload: string, seq: number): Promise<Uint8Array | undefined>;
  /** The first upload to be whole wins; true when it is this one. */
  finishUpload(id: string, section: string, upload: string): Promise<boolean>;
  dropUpload(id: string, section: string, upload: string): Promise<void>;
  /** What there is of a section, the longest first. */
  uploads(id: string, section: string): Promise<readonly UploadProgress[]>;
  /** Takes every other upload of the section away. */
  keepUpload(id: string, section: string, upload: string): Promise<void>;
  /** Takes the bytes of one section away; the row of the section stays. */
  dropChunks(id: string, section: string): Promise<void>;
}

export interface Projections {
  putCase(row: CaseRow): Promise<void>;
  case(id: string): Promise<CaseRow | undefined>;
  /** Newest first, as far as the reach goes. */
  cases(limit: number, reach?: Reach): Promise<readonly CaseRow[]>;
  casesOf(ids: readonly string[]): Promise<readonly CaseRow[]>;
  /** Oldest first, from after a row; what is to be done with old records begins with the oldest. */
  casesAfter(
    last: Pick<CaseRow, "receivedAt" | "id"> | undefined,
    limit: number,
    reach?: Reach,
  ): Promise<readonly CaseRow[]>;
  removeCase(id: string): Promise<void>;
  putWords(row: WordsRow): Promise<void>;
  words(caseId: string): Promise<readonly WordsRow[]>;
  putRequest(row: RequestRow): Promise<void>;
  request(id: string): Promise<RequestRow | undefined>;
  requests(limit: number): Promise<readonly RequestRow[]>;
  openRequests(): Promise<readonly RequestRow[]>;
  requestsOf(application: string): Promise<readonly RequestRow[]>;
  clear(): Promise<void>;
}

/** An answer that is sealed to the data subject and waits to be fetched. */
export interface ExportRow {
  /** The envelope's id. */
  readonly id: string;
  readonly request: string;
  readonly keptAt: string;
  readonly expires: string;
  /** When its bytes were first handed out. */
  readonly fetchedAt?: string | undefined;
}

export interface Exports {
  put(row: ExportRow): Promise<void>;
  remove(id: string): Promise<void>;
  /** The latest for a request. */
  ofRequest(request: string): Promise<ExportRow | undefined>;
  /** Those whose time is over, or that were fetched before a moment. */
  due(now: string, fetchedBefore: string, limit: number): Promise<readonly ExportRow[]>;
  clear(): Promise<void>;
}

/** What a hold covers. A class is named by the kind of assignment applied for. */
export type HoldScope =
  | { readonly kind: "record" | "assignment" | "unit"; readonly of: string }
  | { readonly kind: "controller" };

/** Something that must not be disposed of for now. Days are Swedish calendar days. */
export interface HoldRow {
  readonly id: string;
  readonly ground: string;
  readonly scope: HoldScope;
  /** Of a session that is limited to a unit. */
  readonly unit?: string;
  readonly placed: string;
  readonly by: string;
  /** The last day it stood. */
  readonly released?: string;
}

export interface Holds {
  put(row: HoldRow): Promise<void>;
  get(id: string): Promise<HoldRow | undefined>;
  /** Those that still hold on a day. */
  standing(day: string): Promise<readonly HoldRow[]>;
  /** Newest first. */
  all(limit: number): Promise<readonly HoldRow[]>;
  clear(): Promise<void>;
}

/** What was last planned for a record. */
export interface PlanRow {
  readonly record: string;
  readonly outcome: string;
  readonly status: string;
  readonly rule?: string;
  readonly earliest?: string;
  readonly latest?: string;
}

export interface Plans {
  /** Writes what has changed; returns how much that was. */
  put(rows: readonly PlanRow[]): Promise<number>;
  of(records: readonly string[]): Promise<readonly PlanRow[]>;
  /** Records to dispose of or hand over from at latest that day, first day first. */
  due(
    until: string,
    after: { readonly earliest: string; readonly record: string } | undefined,
    limit: number,
  ): Promise<readonly PlanRow[]>;
  /** Records that the rules leave to people. */
  unsettled(limit: number): Promise<readonly PlanRow[]>;
}

/** Facts about records that only a reader can state; codes of the retention vocabulary. */
export interface RecordFacts {
  put(record: string, facts: JsonObject): Promise<void>;
  of(records: readonly string[]): Promise<ReadonlyMap<string, JsonObject>>;
  clear(): Promise<void>;
}

/** A record on its way from one controller to another; both see the row. */
export interface TransferRow {
  readonly id: string;
  readonly sender: string;
  readonly receiver: string;
  readonly record: string;
  readonly offeredAt: string;
  readonly state: "offered" | "accepted" | "declined" | "withdrawn";
  /** By envelope, with the receiver among them; gone when the offer is answered. */
  readonly recipients?: Readonly<Record<string, JsonObject>>;
}

export interface Transfers {
  put(row: TransferRow): Promise<void>;
  get(id: string): Promise<TransferRow | undefined>;
  /** Newest first. */
  all(limit: number): Promise<readonly TransferRow[]>;
}

/** That a part of an application is gone, findable by who can name application and applicant. */
export interface DisposedPart {
  readonly tag: string;
  readonly controller: string;
  readonly on: string;
  readonly how: "gone" | "transferred";
  readonly rule: string;
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
  readonly plans: Plans;
  readonly facts: RecordFacts;
  readonly transfers: Transfers;
  noteDisposed(part: Omit<DisposedPart, "controller">): Promise<void>;
  /**
   * Destroys a record and the words about it: keys, bytes, manifests, rows. What stays is the log, which holds none.
   * Repeating it does nothing.
   */
  destroy(record: string): Promise<void>;
  /** Destroys one section's key and bytes; what is written in the key's place says when and by which rule. */
  destroySection(record: string, section: string, instead: JsonObject): Promise<void>;
  /** Makes a record findable by its id alone; ids and the applicant's public key, nothing else. */
  publish(where: Omit<Whereabouts, "controller">): Promise<void>;
}

export interface Job {
  readonly kind: string;
  readonly controller: string;
}

/** A submission that has come in one piece. */
export interface WholeSubmission {
  readonly envelope: StoredEnvelope;
  readonly sections: readonly StoredSection[];
  readonly slots: Readonly<Record<string, Json>>;
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

/** Recurring work, shared by all processes on one database. */
export interface Jobs {
  /** Makes sure every controller has a job of this kind; what is there keeps its time. */
  ensure(kind: string, due: string): Promise<void>;
  /** One job that is due, for this worker alone until the given time; after it anyone may take it again. */
  claim(worker: string, now: string, until: string): Promise<Job | undefined>;
  /** Done: next time at `due`. False when the claim had run out and another has it. */
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
      readonly document: JsonObject;
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
  keyDocument(controller: string): Promise<JsonObject | undefined>;
  whereIs(record: string): Promise<Whereabouts | undefined>;
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
  readonly keyDocuments: KeyDocuments;
  disposedParts(tag: string): Promise<readonly DisposedPart[]>;
  /** True once for each nonce. */
  spendNonce(nonce: string, expires: string): Promise<boolean>;
  endSession(id: string, expires: string): Promise<void>;
  /** Whether any of these has ended. */
  sessionEnded(ids: readonly string[]): Promise<boolean>;
  /** Answers when the engine answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
