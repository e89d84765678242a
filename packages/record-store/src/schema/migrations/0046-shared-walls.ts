import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Engine } from "../../engine.ts";

/**
 * What is read across controllers is read by the owner of the tables. The role that sees one controller has no more
 * business in another's part of these than anywhere else.
 */
const shared = [
  ["controllers", "id"],
  ["key_documents", "controller"],
  ["directory", "controller"],
  ["disposed_parts", "controller"],
] as const;

export function sharedWalls(engine: Engine): Migration {
  return {
    async up(db) {
      if (engine === "sqlite") return;
      for (const [table, column] of shared) {
        const own = `${column} = current_setting('tillit.controller', true)`;
        await sql.raw(`alter table ${table} enable row level security`).execute(db);
        await sql
          .raw(`create policy own_controller on ${table} using (${own}) with check (${own})`)
          .execute(db);
      }
    },
  };
}
