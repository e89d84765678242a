import type { Migration } from "kysely/migration";
import type { Engine } from "../../engine.ts";
import { createWalled } from "../scoped-table.ts";

/** Which records a reviewer of a disposal list has answered shall stay for now, folded from the log. */
export function keeps(engine: Engine): Migration {
  return {
    up: (db) =>
      createWalled(db, engine, {
        table: "keeps",
        columns:
          "record text not null, list text not null, kept_since text not null, kept_until text not null, kept_by text not null, words text not null",
        key: "record",
      }),
  };
}
