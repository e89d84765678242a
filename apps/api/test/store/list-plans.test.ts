/** How the engines go about a page of a long list: along one index, sorting nothing, however many rows there are. */
import Sqlite from "better-sqlite3";
import { Kysely, PostgresDialect, sql, SqliteDialect, type CompiledQuery } from "kysely";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { openStore } from "../../src/index.ts";
import { holdsOf, plansOf, projectionsOf, type Tables, transfersOf } from "@tillit/record-store";
import { engines, freshDatabase } from "../setup/databases.ts";

const active = { id: "a", status: "submitted", receivedAt: "2026-11-23T09:00:00Z" };
const open = { id: "r", status: "triage", lastDay: "2026-12-23", received: "2026-11-23" };
const offer = { id: "t", state: "offered", offeredAt: "2026-11-23T09:00:00Z" } as const;
const hold = { id: "h", placed: "2026-11-23" };
const unit = { unit: "north" };
const person = { by: { person: "0123456789abcdef", assignedOnly: true } };

/** Each list from its beginning, from within its first part and from within its second. */
const lists: readonly (readonly [string, (db: Kysely<Tables>) => Promise<unknown>])[] = [
  ["cases", (db) => projectionsOf(db, "one").cases(100)],
  ["cases, further", (db) => projectionsOf(db, "one").cases(100, {}, active)],
  [
    "cases that are closed",
    (db) => projectionsOf(db, "one").cases(100, {}, { ...active, status: "decided" }),
  ],
  ["cases of a person", (db) => projectionsOf(db, "one").cases(100, person, active)],
  ["cases of a unit", (db) => projectionsOf(db, "one").cases(100, unit, active)],
  [
    "cases of a unit that are closed",
    (db) => projectionsOf(db, "one").cases(100, unit, { ...active, status: "decided" }),
  ],
  ["requests", (db) => projectionsOf(db, "one").requests(100)],
  ["requests, further", (db) => projectionsOf(db, "one").requests(100, { after: open })],
  ["requests to a day", (db) => projectionsOf(db, "one").requests(100, { until: "2026-12-24" })],
  ["requests of a unit", (db) => projectionsOf(db, "one").requests(100, { reach: unit, after: open })],
  [
    "requests that are closed",
    (db) => projectionsOf(db, "one").requests(100, { after: { ...open, status: "closed" } }),
  ],
  ["holds", (db) => holdsOf(db, "one").all(100)],
  ["holds, further", (db) => holdsOf(db, "one").all(100, hold)],
  ["holds that are released", (db) => holdsOf(db, "one").all(100, { ...hold, released: "2026-11-24" })],
  ["hand-overs", (db) => transfersOf(db, "one").all(100)],
  ["hand-overs, further", (db) => transfersOf(db, "one").all(100, offer)],
  ["hand-overs that are settled", (db) => transfersOf(db, "one").all(100, { ...offer, state: "accepted" })],
  ["records that are left to people", (db) => plansOf(db, "one").unsettled(100, "r")],
  ["records that are due", (db) => plansOf(db, "one").due("2026-12-24", undefined, 100)],
];

/** The statements that a list has put, and how the engine would carry out each. */
async function plansFor(db: Kysely<Tables>, put: readonly CompiledQuery[]): Promise<readonly string[]> {
  const told: string[] = [];
  for (const { sql: text, parameters } of put) {
    const explain = `explain ${text.includes("$1") ? "" : "query plan "}${text}`;
    const { rows } = await db.executeQuery<Record<string, unknown>>({
      ...sql`select 1`.compile(db),
      sql: explain,
      parameters,
    });
    told.push(rows.map((row) => String(row["detail"] ?? row["QUERY PLAN"])).join("\n"));
  }
  return told;
}

describe.each(engines)("a page of a list on %s", (engine) => {
  test("is one span of an index of its own, and nothing is sorted", async () => {
    const url = await freshDatabase(engine);
    await (await openStore(url)).close();
    let put: CompiledQuery[] = [];
    const dialect =
      engine === "sqlite"
        ? new SqliteDialect({ database: new Sqlite(url) })
        : new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1 }) });
    const db = new Kysely<Tables>({ dialect, log: ({ query }) => void put.push(query) });
    // Few rows are read fastest from end to end; of many the planner thinks as it is told to here.
    if (engine === "postgres") {
      for (const way of ["seqscan", "bitmapscan", "sort"])
        await sql.raw(`set enable_${way} = off`).execute(db);
    }
    const faults: string[] = [];
    for (const [list, read] of lists) {
      put = [];
      await read(db);
      for (const plan of await plansFor(db, [...put])) {
        const first = plan.split("\n").find((line) => /scan|search/i.test(line)) ?? "";
        const [, index = ""] = /using (?:covering )?(?:index )?(\w+)/i.exec(first) ?? [];
        // PostgreSQL names the index of a partition after its columns.
        const own =
          /_(?:active|closed|open|standing|ended|out|in|settled|unsettled|earliest)$|_id_idx\d*$|(?:_earliest)?_record_idx\d*$/;
        const sorted = /temp b-tree|\bsort\b/i.test(plan);
        if (!own.test(index) || sorted) faults.push(`${list}: ${plan}`);
      }
    }
    await db.destroy();
    expect(faults).toStrictEqual([]);
  });
});
