import type { Migration } from "kysely/migration";
import type { Engine } from "../../engine.ts";
import { createWalled } from "../scoped-table.ts";

/** Facts about a record that only someone who reads it can say, and that retention needs: codes, flags, a day of the month. */
export function recordFacts(engine: Engine): Migration {
  return {
    up: (db) =>
      createWalled(db, engine, {
        table: "record_facts",
        columns: "record text not null, facts text not null",
        key: "record",
      }),
  };
}
