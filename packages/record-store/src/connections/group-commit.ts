import { CompiledQuery, type Kysely } from "kysely";
import type { Checkpoints } from "./wal-checkpointer.ts";
import type { Tables } from "../schema/tables.ts";

interface Job {
  readonly run: (db: Kysely<Tables>) => Promise<() => void>;
  readonly fail: (reason: unknown) => void;
}

/** What every commit runs, compiled once. */
const steps = {
  begin: CompiledQuery.raw("begin immediate"),
  savepoint: CompiledQuery.raw("savepoint job"),
  undo: CompiledQuery.raw("rollback to job"),
  release: CompiledQuery.raw("release job"),
  commit: CompiledQuery.raw("commit"),
  rollback: CompiledQuery.raw("rollback"),
} as const;

/** Jobs in one commit: enough to share the wait for the disk, few enough that nobody waits long. */
const most = 64;

/**
 * SQLite has one writer, and a durable commit costs one wait for the disk. Jobs that come while a commit is under way
 * share the next one; each runs in a savepoint of its own, so that one that fails takes nobody with it. Nobody gets an
 * answer before the commit.
 */
export class GroupCommit {
  readonly #db: Kysely<Tables>;
  readonly #checkpoints: Pick<Checkpoints, "committed">;
  readonly #waiting: Job[] = [];
  #working = false;

  constructor(db: Kysely<Tables>, checkpoints: Pick<Checkpoints, "committed">) {
    this.#db = db;
    this.#checkpoints = checkpoints;
  }

  run<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({
        run: async (db) => {
          const value = await work(db);
          return () => {
            resolve(value);
          };
        },
        fail: reject,
      });
      if (!this.#working) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#working = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, most);
      try {
        await this.#db.connection().execute((connection) => commit(connection, batch));
        this.#checkpoints.committed(batch.length);
      } catch (reason) {
        for (const job of batch) job.fail(reason);
      }
    }
    this.#working = false;
  }
}

async function commit(db: Kysely<Tables>, batch: readonly Job[]): Promise<void> {
  await db.executeQuery(steps.begin);
  const answers: (() => void)[] = [];
  try {
    for (const job of batch) {
      await db.executeQuery(steps.savepoint);
      try {
        answers.push(await job.run(db));
      } catch (reason) {
        await db.executeQuery(steps.undo);
        job.fail(reason);
      }
      await db.executeQuery(steps.release);
    }
    await db.executeQuery(steps.commit);
  } catch (reason) {
    await db.executeQuery(steps.rollback);
    throw reason;
  }
  for (const answer of answers) answer();
}
