/** Registers beside the records: staff seen, e-identifications, pseudonyms, recurring work, key documents. */
import type { SignedDocument } from "./stored-envelopes.ts";

export interface Whereabouts {
  readonly record: string;
  readonly controller: string;
  readonly app: string;
  readonly applicant: string;
  /** Names application, controller, purpose and applicant key together. */
  readonly cid: string;
}

export interface Job {
  readonly kind: string;
  readonly controller: string;
  /** When it was to be done. */
  readonly due: string;
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
