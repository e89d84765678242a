import { sql, type Kysely } from "kysely";
import type { Tables } from "./tables.ts";

interface Job {
  readonly run: (db: Kysely<Tables>) => Promise<() => void>;
  readonly fail: (reason: unknown) => void;
}

/** Jobs in one commit: enough to share the wait for the disk, few enough that nobody waits long. */
const most = 64;

/**
 * SQLite has one writer, and a durable commit costs one wait for the disk. Jobs that come while a commit is under way
 * share the next one; each runs in a savepoint of its own, so that one that fails takes nobody with it. Nobody gets an
 * answer before the commit.
 */
export class GroupCommit {
  readonly #db: Kysely<Tables>;
  readonly #waiting: Job[] = [];
  #working = false;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
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
      } catch (reason) {
        for (const job of batch) job.fail(reason);
      }
    }
    this.#working = false;
  }
}

async function commit(db: Kysely<Tables>, batch: readonly Job[]): Promise<void> {
  await sql`begin immediate`.execute(db);
  const answers: (() => void)[] = [];
  try {
    for (const job of batch) {
      await sql`savepoint job`.execute(db);
      try {
        answers.push(await job.run(db));
      } catch (reason) {
        await sql`rollback to job`.execute(db);
        job.fail(reason);
      }
      await sql`release job`.execute(db);
    }
    await sql`commit`.execute(db);
  } catch (reason) {
    await sql`rollback`.execute(db);
    throw reason;
  }
  for (const answer of answers) answer();
}
