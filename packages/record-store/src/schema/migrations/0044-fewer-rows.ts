import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Engine } from "../../engine.ts";

/**
 * Fewer pages to write for each submission: the hashes of the tree that an entry completes lie in its own row, a
 * stream's version is read from its events, only placed cases are in the index by unit, and on SQLite small rows with
 * keys of chance lie in the key's own tree.
 */
export function fewerRows(engine: Engine): Migration {
  return {
    async up(db) {
      if (engine === "postgres") {
        await run(db, [
          ...steps("bytea not null default ''::bytea", "string_agg(hash, ''::bytea order by level)"),
        ]);
        return;
      }
      // Kysely opens no transaction round a step on SQLite; one that was cut off behind the commit is not taken again.
      const { rows } = await sql`select 1 from sqlite_schema where name = 'chain_nodes'`.execute(db);
      if (rows.length === 0) return;
      await sql`begin immediate`.execute(db);
      try {
        const hashes = "unhex(group_concat(hex(hash), '' order by level))";
        await run(db, [...steps("blob not null default x''", hashes), ...keyed]);
        await sql`commit`.execute(db);
      } catch (reason) {
        await sql`rollback`.execute(db);
        throw reason;
      }
    },
  };
}

async function run(db: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** The node at level `l`, index `i` became whole with the entry `(i + 1) · 2^l - 1`. */
function steps(type: string, hashes: string): readonly string[] {
  return [
    `alter table events add column nodes ${type}`,
    `update events set nodes = made.nodes from (
       select controller, ((idx + 1) << level) - 1 as seq, ${hashes} as nodes from chain_nodes group by 1, 2
     ) as made where made.controller = events.controller and made.seq = events.seq`,
    "drop table chain_nodes",
    "drop table streams",
    "drop index cases_unit",
    "create index cases_unit on cases (controller, unit, received_at, id) where unit is not null",
  ];
}

const keyed: readonly string[] = [
  `create table sections_keyed (controller text not null, record text not null, id text not null,
     class text not null, size integer not null, hash text not null, upload text,
     primary key (controller, record, id)) without rowid`,
  "insert into sections_keyed select * from sections order by controller, record, id",
  "drop table sections",
  "alter table sections_keyed rename to sections",
  `create table directory_keyed (record text primary key, controller text not null references controllers (id),
     app text not null, applicant text not null, cid text not null) without rowid`,
  "insert into directory_keyed select * from directory order by record",
  "drop table directory",
  "alter table directory_keyed rename to directory",
  "create index directory_app on directory (app)",
];
