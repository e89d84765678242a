import { sql, type Kysely } from "kysely";
import type { Engine } from "../engine.ts";

/** As many hash partitions as the first tables have. */
const partitions = 8;

/** A table of a controller's own: on PostgreSQL partitioned by controller, with the wall of row-level security. */
export async function createWalled(
  db: Kysely<unknown>,
  engine: Engine,
  { table, columns, key }: { readonly table: string; readonly columns: string; readonly key: string },
): Promise<void> {
  const tail = engine === "postgres" ? " partition by hash (controller)" : "";
  const create = `create table ${table} (controller text not null, ${columns},
    primary key (controller, ${key}))${tail}`;
  const all = engine === "postgres" ? [create, ...wall(table)] : [create];
  for (const statement of all) await sql.raw(statement).execute(db);
}

function wall(table: string): readonly string[] {
  const own = "controller = current_setting('tillit.controller', true)";
  return [
    ...Array.from(
      { length: partitions },
      (_, n) =>
        `create table ${table}_${n} partition of ${table} for values with (modulus ${partitions}, remainder ${n})`,
    ),
    `alter table ${table} enable row level security`,
    `create policy own_controller on ${table} using (${own}) with check (${own})`,
    `grant select, insert, update, delete on ${table} to tillit_app`,
  ];
}
