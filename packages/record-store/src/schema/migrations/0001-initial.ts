import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Engine } from "../../engine.ts";

/** Hash partitions of a PostgreSQL table: enough to spread over disks or nodes, few enough to plan quickly. */
const partitions = 8;

/** What belongs to a controller has its id first in every key: the wall, the partition and the index in one. */
const walled: readonly (readonly [table: string, columns: string, key: string])[] = [
  [
    "envelopes",
    `id text not null, kind text not null, parent text, app text not null, applicant text not null,
     cid text not null, digest text not null, manifest text not null,
     recipients text not null, facts text not null, created_at text not null, complete integer not null`,
    "id",
  ],
  [
    "sections",
    `record text not null, id text not null, class text not null, size BIG not null, hash text not null,
     upload text`,
    "record, id",
  ],
  ["slots", `record text not null, section text not null, slot text not null`, "record, section"],
  [
    "chunks",
    `record text not null, section text not null, upload text not null, seq integer not null,
     body BYTES not null`,
    "record, section, upload, seq",
  ],
  [
    "events",
    `seq BIG not null, stream text not null, version integer not null, type text not null, at text not null,
     entry text not null`,
    "seq",
  ],
  ["streams", `stream text not null, version integer not null`, "stream"],
  ["chain_heads", `size BIG not null, peaks text not null, numbers BIG not null`, ""],
  ["chain_nodes", `level integer not null, idx BIG not null, hash BYTES not null`, "level, idx"],
  ["checkpoints", `size BIG not null, note text not null, at text not null`, "size"],
  [
    "cases",
    `id text not null, app text not null, number text not null, received_at text not null,
     status text not null, assignments text not null, opened_at text, decided_at text, outcome text,
     last_entry text not null`,
    "id",
  ],
  [
    "words",
    `id text not null, case_id text not null, kind text not null, outcome text not null, at text not null, "by" text not null`,
    "id",
  ],
  [
    "requests",
    `id text not null, application text not null, "right" text not null, status text not null,
     received text not null, last_day text not null`,
    "id",
  ],
];

/** Seen by every controller: public facts, ids, and what has been used up. */
const open: readonly string[] = [
  `create table controllers (id text primary key, kind text not null, name text not null, place text,
     phone text, accepts text not null, profile_id text not null, plan text)`,
  `create table key_documents (controller text not null references controllers (id), seq integer not null,
     document text not null, added_at text not null, primary key (controller, seq))`,
  `create table directory (record text primary key, controller text not null references controllers (id),
     app text not null, applicant text not null, cid text not null)`,
  `create index directory_app on directory (app)`,
  `create table spent_nonces (nonce text primary key, expires text not null)`,
  `create table ended_sessions (id text primary key, expires text not null)`,
];

const indexes: readonly string[] = [
  `create unique index events_stream on events (controller, stream, version)`,
  `create index cases_received on cases (controller, received_at, id)`,
  `create index words_case on words (controller, case_id)`,
  `create index requests_due on requests (controller, last_day, id)`,
  `create index requests_application on requests (controller, application)`,
];

function statements(engine: Engine): string[] {
  const postgres = engine === "postgres";
  const typed = (columns: string): string =>
    columns
      .replaceAll("BIG", postgres ? "bigint" : "integer")
      .replaceAll("BYTES", postgres ? "bytea" : "blob");
  const tail = postgres ? " partition by hash (controller)" : "";
  const tables = walled.map(
    ([table, columns, key]) =>
      `create table ${table} (controller text not null, ${typed(columns)},
         primary key (controller${key === "" ? "" : `, ${key}`}))${tail}`,
  );
  const walls = postgres ? walled.flatMap(([table]) => wall(table)) : [];
  return [...(postgres ? [role] : []), ...open, ...tables, ...walls, ...indexes, ...(postgres ? grants : [])];
}

/**
 * The role every transaction of the API takes on: it owns nothing and row-level security binds it. Roles belong to the
 * whole server: two of its databases that are migrated at once may both find it missing.
 */
const role = `do $$ begin
  if not exists (select from pg_roles where rolname = 'tillit_app') then create role tillit_app nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$`;

/** Named one by one: a right on a partition itself would be a door beside the wall of its parent. */
const grants = [
  `grant select, insert, update, delete on ${walled.map(([table]) => table).join(", ")} to tillit_app`,
  `grant select, insert, update, delete on controllers, key_documents, directory to tillit_app`,
  `grant tillit_app to current_user`,
];

/** A second wall behind the where clauses: without the controller of the transaction no row exists. */
function wall(table: string): string[] {
  const parts = Array.from(
    { length: partitions },
    (_, n) =>
      `create table ${table}_${n} partition of ${table} for values with (modulus ${partitions}, remainder ${n})`,
  );
  return [
    ...parts,
    `alter table ${table} enable row level security`,
    `create policy own_controller on ${table} using (controller = current_setting('tillit.controller', true))
       with check (controller = current_setting('tillit.controller', true))`,
  ];
}

export function initial(engine: Engine): Migration {
  return {
    async up(db) {
      for (const statement of statements(engine)) await sql.raw(statement).execute(db);
    },
  };
}
