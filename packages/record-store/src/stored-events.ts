/** Events, and the log of one controller that they are kept in. */

export interface NewEvent {
  readonly type: string;
  readonly at: string;
  /** Who: `applicant`, `system`, or role and pseudonym of a member of staff. */
  readonly by: string;
  /** The registered processing activity the event belongs to. */
  readonly activity: string;
  /** JSON, of a shape that whoever appends it answers for. */
  readonly data: object;
}

export interface StoredEvent extends NewEvent {
  readonly data: Readonly<Record<string, unknown>>;
  readonly seq: number;
  readonly stream: string;
  readonly version: number;
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
