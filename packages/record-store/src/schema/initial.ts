/** The first schema, whole: nothing was released before it. */
import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import type { Engine } from "../engine.ts";
import { indexes } from "./indexes.ts";
import { role, walls } from "./row-security.ts";
import { type ScopedTable, scopedTables } from "./scoped-tables.ts";
import { sharedTables } from "./shared-tables.ts";

function scoped({ name, columns, key, inKey }: ScopedTable, engine: Engine): string {
  const postgres = engine === "postgres";
  const typed = columns
    .replaceAll("BIG", postgres ? "bigint" : "integer")
    .replaceAll("BYTES", postgres ? "bytea" : "blob");
  const inTree = inKey === true ? " without rowid" : "";
  const tail = postgres ? " partition by hash (controller)" : inTree;
  return `create table ${name} (controller text not null, ${typed},
    primary key (controller${key === "" ? "" : `, ${key}`}))${tail}`;
}

function statements(engine: Engine): readonly string[] {
  const postgres = engine === "postgres";
  return [
    ...(postgres ? [role] : []),
    ...sharedTables(engine),
    ...scopedTables.map((table) => scoped(table, engine)),
    ...(postgres ? walls : []),
    ...indexes,
  ];
}

async function run(db: Kysely<unknown>, all: readonly string[]): Promise<void> {
  for (const statement of all) await sql.raw(statement).execute(db);
}

export function initial(engine: Engine): Migration {
  return {
    async up(db) {
      if (engine === "postgres") return run(db, statements(engine));
      // Kysely opens no transaction round a step on SQLite; one that was cut off behind the commit is not taken again.
      const { rows } = await sql`select 1 from sqlite_schema where name = 'controllers'`.execute(db);
      if (rows.length > 0) return;
      await sql`begin immediate`.execute(db);
      try {
        await run(db, statements(engine));
        await sql`commit`.execute(db);
      } catch (reason) {
        await sql`rollback`.execute(db);
        throw reason;
      }
    },
  };
}
