import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Engine } from "../../engine.ts";
import { createWalled } from "../scoped-table.ts";

/** What must not be disposed of for now, and for what kind of reason; what else is known is in the log. */
export function holds(engine: Engine): Migration {
  return {
    async up(db) {
      await createWalled(db, engine, {
        table: "holds",
        columns:
          "id text not null, ground text not null, scope text not null, target text, unit text, placed text not null, placed_by text not null, released text",
        key: "id",
      });
      await sql`create index holds_released on holds (controller, released)`.execute(db);
    },
  };
}
