/** Durable submissions a second against a bare insert of as many bytes, on the same disk, taking turns. */
import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import pg from "pg";
import { harness, type Harness } from "../test/setup/harness.ts";
import { overHttp } from "./over-http.ts";
import { pagesEach } from "./pages.ts";
import { arriving, bytes, type Arriving } from "./sealed-submissions.ts";
import type { Row } from "./measure.ts";
import { stages } from "./stages.ts";
import { held, inTurns, repeated, reported, turnLength, type Side } from "./turns.ts";
import { asking, askingTwice, storing } from "./ways.ts";

type Way = (h: Harness, one: Arriving) => () => Promise<void>;

function side(h: Harness, way: Way, count: number = turnLength.short): Side {
  return async () => (await arriving(h, count)).map((one) => way(h, one));
}

export async function sqliteSubmissions(): Promise<Row[]> {
  const h = await harness();
  const file = join(mkdtempSync(join(tmpdir(), "tillit-bench-")), "bare.db");
  const database = new Sqlite(file);
  database.pragma("journal_mode = wal");
  database.pragma("synchronous = full");
  database.pragma("cache_size = -8000");
  database.pragma("wal_autocheckpoint = 4000");
  database.exec("create table t (id integer primary key, body blob)");
  const statement = database.prepare("insert into t (body) values (?)");
  const body = randomBytes(bytes);
  const insert = (): Promise<void> => {
    statement.run(body);
    return Promise.resolve();
  };
  const bare = repeated(insert);
  const rows = [
    held(
      "durable submissions, SQLite, 32 clients",
      await inTurns(side(h, storing, turnLength.long), bare, 32),
      0.5,
    ),
    reported(
      "durable submissions, SQLite, 1 client",
      await inTurns(side(h, storing, turnLength.long), bare, 1),
    ),
    await pages(h, file, insert),
    ...(await overHttp("SQLite, 32 clients", h, insert, 32)),
    reported(
      "with every check, in one request, against the insert alone, SQLite, 32 clients",
      await inTurns(side(h, asking), bare, 32),
    ),
    reported(
      "with every check, in two requests, against the insert alone, SQLite, 32 clients",
      await inTurns(side(h, askingTwice), bare, 32),
    ),
    await stages(h),
  ];
  database.close();
  await h.close();
  return rows;
}

async function pages(h: Harness, bareFile: string, insert: () => Promise<void>): Promise<Row> {
  const some = (await arriving(h, 100)).map((one) => storing(h, one));
  const own = await pagesEach(join(h.folder, "tillit.db"), some);
  const bare = await pagesEach(
    bareFile,
    some.map(() => insert),
  );
  return {
    what: "pages written for one submission that shares with nobody, SQLite",
    measured: `${own} against ${bare}`,
    target: "reported",
    met: undefined,
  };
}

export async function postgresSubmissions(url: string): Promise<Row[]> {
  const h = await harness({ url });
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  // Connections that are ending may still hear that the server stops.
  pool.on("error", () => undefined);
  await pool.query("create table bare (id bigint generated always as identity primary key, body bytea)");
  const body = randomBytes(bytes);
  const insert = async (): Promise<void> => {
    await pool.query("insert into bare (body) values ($1)", [body]);
  };
  const bare = repeated(insert);
  const rows = [
    held(
      "durable submissions, PostgreSQL, 4 clients",
      await inTurns(side(h, storing, turnLength.long), bare, 4),
      0.5,
    ),
    ...(await overHttp("PostgreSQL, 4 clients", h, insert, 4)),
    reported(
      "with every check, in one request, against the insert alone, PostgreSQL, 4 clients",
      await inTurns(side(h, asking), bare, 4),
    ),
    reported(
      "with every check, in two requests, against the insert alone, PostgreSQL, 4 clients",
      await inTurns(side(h, askingTwice), bare, 4),
    ),
  ];
  await pool.end();
  await h.close();
  return rows;
}
