import type pg from "pg";
import { readPeaks } from "../log/entries.ts";
import { StoreError } from "../errors.ts";
import {
  enter,
  head,
  idsOf,
  insert,
  open,
  parameters,
  type HeadRow,
} from "../submissions/postgres-statements.ts";
import type { WholeSubmission } from "../store.ts";
import { batchOf, type Batch, type Head, type Outcome } from "../submissions/submission-transaction.ts";

const uniqueViolation = "23505";

/**
 * The controller whose rows a connection sees, and no others. It stays so between transactions: these connections do
 * nothing but keep submissions, so that one of a controller is a single statement, which is a transaction by itself.
 */
const entered = new WeakMap<pg.PoolClient, string>();

/**
 * One connection on which the batches of one controller are written, one after the other. Where the head is known, a
 * batch is one round trip, and the next one may be on its way before the first is answered: the statement moves the
 * head from where it is to be, or writes nothing. Where it is not known, or somebody else has moved it, the head is
 * locked and read first, and nothing else is sent meanwhile.
 */
export class PostgresLine {
  readonly #client: Promise<pg.PoolClient>;
  readonly #controller: string;
  #head: Head | undefined;
  #broken = false;
  /** Batches that are not answered yet. */
  #underway = 0;
  /** Ends when the last of those that read the head first has ended. */
  #reading: Promise<unknown> = Promise.resolve();
  #readers = 0;
  readonly #ended: (head: Head | undefined) => void;

  /**
   * @param last - the head as this process left it, if it has written to this log before
   * @param ended - told once, when nothing is under way any more or something has failed, how the head was left, if
   * that is known; nothing may be kept on this line afterwards
   */
  constructor(
    pool: pg.Pool,
    controller: string,
    last: Head | undefined,
    ended: (head: Head | undefined) => void,
  ) {
    this.#client = pool.connect();
    this.#controller = controller;
    this.#head = last;
    this.#ended = ended;
  }

  async keep(batch: readonly WholeSubmission[]): Promise<readonly Outcome[]> {
    this.#underway += 1;
    try {
      const client = await this.#client;
      if (entered.get(client) !== this.#controller) await this.#enter(client);
      const planned = (await this.#onward(client, batch)) ?? (await this.#afterReading(client, batch));
      return planned.outcomes;
    } catch (reason) {
      if (!this.#broken) this.#ended(undefined);
      this.#broken = true;
      throw reason;
    } finally {
      this.#underway -= 1;
      if (this.#underway === 0) await this.#giveBack();
    }
  }

  async #giveBack(): Promise<void> {
    if (!this.#broken) this.#ended(this.#head);
    // Whatever state a connection is in on which something failed, nobody gets it again.
    const client = await this.#client.catch(() => undefined);
    client?.release(this.#broken);
  }

  async #enter(client: pg.PoolClient): Promise<void> {
    entered.delete(client);
    await client.query(enter, [this.#controller]);
    entered.set(client, this.#controller);
  }

  /** Nothing where the head is not known, was not where it was thought to be, or one of the batch is there already. */
  async #onward(client: pg.PoolClient, batch: readonly WholeSubmission[]): Promise<Batch | undefined> {
    const before = this.#head;
    if (before === undefined) return undefined;
    const planned = batchOf(this.#controller, before, batch, () => false);
    if (planned.accepted.length === 0) return planned;
    this.#head = planned.head;
    try {
      const { rowCount } = await client.query(insert, parameters(this.#controller, before, planned));
      return rowCount === 1 ? planned : undefined;
    } catch (reason) {
      if ((reason as { readonly code?: unknown }).code !== uniqueViolation) throw reason;
      return undefined;
    }
  }

  /** One at a time: its transaction waits for this side. */
  async #afterReading(client: pg.PoolClient, batch: readonly WholeSubmission[]): Promise<Batch> {
    this.#head = undefined;
    this.#readers += 1;
    const mine = this.#reading.then(() => this.#read(client, batch));
    this.#reading = mine.catch(() => undefined);
    try {
      const planned = await mine;
      if (this.#readers === 1) this.#head = planned.head;
      return planned;
    } finally {
      this.#readers -= 1;
    }
  }

  async #read(client: pg.PoolClient, batch: readonly WholeSubmission[]): Promise<Batch> {
    const controller = this.#controller;
    const [, { before, isKnown }] = await Promise.all([
      client.query("begin"),
      lockedHead(client, controller, batch),
    ]);
    const planned = batchOf(controller, before, batch, isKnown);
    const writing =
      planned.accepted.length === 0 ? [] : [client.query(insert, parameters(controller, before, planned))];
    const [moved, ended] = await Promise.all([Promise.all(writing), client.query("commit")]);
    if (moved.some(({ rowCount }) => rowCount !== 1)) throw notWritten();
    return committed(planned, ended);
  }
}

function notWritten(): StoreError {
  return new StoreError("STORE_VERSION_CONFLICT", "Nothing was written.");
}

/** A commit of a transaction that failed is answered with its rollback. */
function committed(planned: Batch, { command }: pg.QueryResult): Batch {
  if (command !== "COMMIT") throw notWritten();
  return planned;
}

async function lockedHead(
  client: pg.PoolClient,
  controller: string,
  batch: readonly WholeSubmission[],
): Promise<{ readonly before: Head; readonly isKnown: (one: WholeSubmission) => boolean }> {
  const asked = [controller, ...idsOf(batch)];
  let row = (await client.query<HeadRow>(head, asked)).rows[0];
  if (row === undefined) {
    await client.query(open, [controller]);
    row = (await client.query<HeadRow>(head, asked)).rows[0];
  }
  if (row === undefined) throw new StoreError("STORE_VERSION_CONFLICT", "The controller's log has no head.");
  const { records, streams, size, peaks, numbers } = row;
  return {
    before: { tree: { size, peaks: readPeaks(peaks) }, numbers },
    isKnown: ({ envelope, stream }) => records.includes(envelope.id) || streams.includes(stream),
  };
}
