import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Engine } from "../../engine.ts";
import { createWalled } from "../scoped-table.ts";

/** What retention said about each record the last time it was asked: for lists; what is done is always decided anew. */
export function plans(engine: Engine): Migration {
  return {
    async up(db) {
      await createWalled(db, engine, {
        table: "plans",
        columns:
          "record text not null, outcome text not null, status text not null, rule text, earliest text, latest text",
        key: "record",
      });
      await sql`create index plans_earliest on plans (controller, earliest, record)`.execute(db);
      await sql`create index plans_status on plans (controller, status, record)`.execute(db);
    },
  };
}
