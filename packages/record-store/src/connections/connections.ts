import Sqlite from "better-sqlite3";
import { Kysely, PostgresDialect, sql, SqliteDialect, type SqliteDatabase } from "kysely";
import pg from "pg";
import { checkpointsBeside, mostPages } from "./wal-checkpointer.ts";
import { GroupCommit } from "./group-commit.ts";
import type { Engine } from "../engine.ts";
import { Lanes } from "./write-queue.ts";
import { postgresSubmissions } from "../submissions/postgres-submissions.ts";
import { sqliteSubmissions } from "../submissions/sqlite-submissions.ts";
import type { WholeSubmission } from "../store.ts";
import type { Tables } from "../schema/tables.ts";

/** How one engine gives a transaction that sees one controller. */
export interface Connections {
  readonly engine: Engine;
  readonly db: Kysely<Tables>;
  read<T>(controller: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  write<T>(controller: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  submit(controller: string, whole: WholeSubmission): Promise<boolean>;
  /** As of the store. */
  purge(): Promise<boolean>;
  close(): Promise<void>;
}

/** How long a write may wait for another process. */
const patienceMs = 5000;
/** How long everything may wait for someone who still reads from the write-ahead log while it is cut. */
const purgeMs = 200;

/** One file, durable before it answers: every commit is on the disk (`synchronous = full`). */
export function sqliteConnections(path: string): Connections {
  const database = new Sqlite(path);
  for (const pragma of [
    "journal_mode = wal",
    "synchronous = full",
    "foreign_keys = on",
    `busy_timeout = ${patienceMs}`,
    "cache_size = -8000",
    `wal_autocheckpoint = ${mostPages}`,
  ]) {
    database.pragma(pragma);
  }
  database.pragma("secure_delete = on");
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: preparingOnce(database) }) });
  const checkpoints = checkpointsBeside(path);
  const commits = new GroupCommit(db, checkpoints);
  const keep = sqliteSubmissions(database);
  // Nothing comes between its first step and its last, so it only waits where a transaction is open already.
  const lanes = new Lanes(async (controller, batch) => {
    const outcomes = database.inTransaction
      ? await db.connection().execute(() => Promise.resolve(keep(controller, batch)))
      : keep(controller, batch);
    checkpoints.committed(batch.length);
    return outcomes;
  }, 1);
  return {
    engine: "sqlite",
    db,
    read: (_controller, work) => work(db),
    write: (_controller, work) => commits.run(work),
    submit: (controller, whole) => lanes.submit(controller, whole),
    async purge() {
      // Nearly all of it beside the work that goes on; what has come since, here, with no transaction open.
      await checkpoints.move();
      return db.connection().execute(() => {
        database.pragma(`busy_timeout = ${purgeMs}`);
        try {
          return Promise.resolve(database.pragma("wal_checkpoint(truncate)", { simple: true }) === 0);
        } finally {
          database.pragma(`busy_timeout = ${patienceMs}`);
        }
      });
    },
    async close() {
      await checkpoints.close();
      await db.destroy();
    },
  };
}

/** Statements kept ready; preparing one costs more than running it. */
const mostStatements = 500;

/** The same database with its statements remembered. */
function preparingOnce(database: Sqlite.Database): SqliteDatabase {
  const ready = new Map<string, Sqlite.Statement<unknown[]>>();
  return {
    close: () => {
      database.close();
    },
    prepare(text) {
      let statement = ready.get(text);
      if (statement === undefined) {
        if (ready.size >= mostStatements) ready.clear();
        statement = database.prepare<unknown[]>(text);
        ready.set(text, statement);
      }
      return statement as unknown as ReturnType<SqliteDatabase["prepare"]>;
    },
  };
}

const bigint = 20;

export function postgresConnections(url: string, poolSize: number): Connections {
  const lanesAtOnce = Math.max(1, Math.floor(poolSize / 4));
  const pool = quietPool({ connectionString: url, max: Math.max(2, poolSize - lanesAtOnce) });
  const lanePool = quietPool({
    connectionString: url,
    max: lanesAtOnce,
    pipeline: true,
  });
  const lanes = new Lanes(postgresSubmissions(lanePool), 2);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const within = async <T>(controller: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> =>
    db.transaction().execute(async (tx) => {
      await sql`select set_config('role', 'tillit_app', true), set_config('tillit.controller', ${controller}, true)`.execute(
        tx,
      );
      return work(tx);
    });
  return {
    engine: "postgres",
    db,
    read: within,
    write: within,
    submit: (controller, whole) => lanes.submit(controller, whole),
    purge: () => Promise.resolve(true),
    async close() {
      await lanePool.end();
      await db.destroy();
    },
  };
}

function quietPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    ...config,
    types: {
      getTypeParser: (oid: number, format?: "text" | "binary") =>
        oid === bigint
          ? Number
          : (pg.types.getTypeParser(oid, format as "text") as (value: string) => unknown),
    },
  });
  // Without both listeners a server that stops is an uncaught exception; the next query reports it anyway.
  const ignore = (): void => undefined;
  pool.on("error", ignore);
  pool.on("connect", (client) => {
    client.on("error", ignore);
  });
  return pool;
}
