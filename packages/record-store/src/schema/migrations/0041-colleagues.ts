import type { Migration } from "kysely/migration";
import type { Engine } from "../../engine.ts";
import { createWalled } from "../scoped-table.ts";

/** Who works here, as far as logins have shown: pseudonyms, roles and units, so that a case can be handed to someone. */
export function colleagues(engine: Engine): Migration {
  return {
    async up(db) {
      await createWalled(db, engine, {
        table: "colleagues",
        columns: "ref text not null, role text not null, unit text, seen text not null",
        key: "ref",
      });
    },
  };
}
