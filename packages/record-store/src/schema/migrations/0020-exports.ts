import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Engine } from "../../engine.ts";
import { createWalled } from "../scoped-table.ts";

/** Answers sealed to data subjects, until they are fetched or their time is over. */
export function exports(engine: Engine): Migration {
  return {
    async up(db) {
      await createWalled(db, engine, {
        table: "exports",
        columns: "id text not null, request text not null, kept_at text not null, expires text not null",
        key: "id",
      });
      await sql`alter table exports add column fetched_at text`.execute(db);
      await sql`create index exports_request on exports (controller, request)`.execute(db);
      await sql`create index exports_expires on exports (controller, expires)`.execute(db);
    },
  };
}
