/** Rows of retention: holds, plans, facts, transfers, and what has been disposed of. */
import type { JsonObject } from "./json.ts";
import type { Recipients, SignedDocument } from "./stored-envelopes.ts";

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

/** Where a hold stands in the list. */
export type HoldPlace = Pick<HoldRow, "placed" | "id"> & { readonly released?: string | undefined };

export interface Holds {
  put(row: HoldRow): Promise<void>;
  get(id: string): Promise<HoldRow | undefined>;
  /** Those that still hold on a day. */
  standing(day: string): Promise<readonly HoldRow[]>;
  /** From after a place: those that nobody has released, the newest first; behind them the others, likewise. */
  all(limit: number, after?: HoldPlace): Promise<readonly HoldRow[]>;
  /** How many applications are within a scope. */
  covered(scope: HoldScope): Promise<number>;
  clear(): Promise<void>;
}

/** That a record stays for now: a reviewer's answer on a disposal list. Days are Swedish calendar days. */
export interface KeepRow {
  readonly record: string;
  readonly list: string;
  readonly since: string;
  /** The last day it stays. */
  readonly until: string;
  readonly by: string;
  /** As the sealed reason is fetched by. */
  readonly words: string;
}

export interface Keeps {
  /** A record is kept by one answer: the last. */
  put(row: KeepRow): Promise<void>;
  /** Those of the records that are kept on a day. */
  standing(records: readonly string[], day: string): Promise<ReadonlyMap<string, KeepRow>>;
  /** With a list, only what was answered on that one. */
  remove(record: string, list?: string): Promise<void>;
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
  /** Records to dispose of or hand over from at latest that day, first day first; on request without those held. */
  due(
    until: string,
    after: { readonly earliest: string; readonly record: string } | undefined,
    limit: number,
    options?: { readonly held?: boolean },
  ): Promise<readonly PlanRow[]>;
  /** Records that the rules leave to people, by id, from after one. */
  unsettled(limit: number, after?: string): Promise<readonly PlanRow[]>;
}

/** Facts about records that only a reader can state; codes of the retention vocabulary. */
export interface RecordFacts {
  put(record: string, facts: JsonObject): Promise<void>;
  of(records: readonly string[]): Promise<ReadonlyMap<string, JsonObject>>;
  remove(record: string): Promise<void>;
  clear(): Promise<void>;
}

/** Sealed words, as a browser made them. */
export interface TransferWords {
  readonly manifest: SignedDocument;
  readonly keyring: unknown;
  readonly blobs: { readonly words: string };
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
  readonly recipients?: Readonly<Record<string, Recipients>>;
  /** Why it was declined, sealed to both sides. */
  readonly words?: TransferWords;
}

/** Where an offer stands in the list. */
export type TransferPlace = Pick<TransferRow, "state" | "offeredAt" | "id">;

export interface Transfers {
  put(row: TransferRow): Promise<void>;
  get(id: string): Promise<TransferRow | undefined>;
  /** From after a place: offers that wait for an answer, the oldest first; behind them the others, the newest first. */
  all(limit: number, after?: TransferPlace): Promise<readonly TransferRow[]>;
  /** What this controller has sent of a record, the newest first. */
  ofRecord(record: string): Promise<readonly TransferRow[]>;
}

/** That a part of an application is gone, findable by who can name application and applicant. */
export interface DisposedPart {
  readonly tag: string;
  readonly controller: string;
  readonly on: string;
  readonly how: "gone" | "transferred";
  readonly rule: string;
}
