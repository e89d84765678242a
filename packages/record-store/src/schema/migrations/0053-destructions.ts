import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Engine } from "../../engine.ts";
import { createWalled } from "../scoped-table.ts";

/** Destructions that are under way or not certified yet; and the words of a record are found without a search. */
export function destructions(engine: Engine): Migration {
  return {
    async up(db) {
      await createWalled(db, engine, {
        table: "destructions",
        columns: "id text not null, state text not null, begun_at text not null, certificates text not null",
        key: "id",
      });
      await sql`create index envelopes_parent on envelopes (controller, parent) where parent is not null`.execute(
        db,
      );
    },
  };
}
