import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Engine } from "../../engine.ts";

const partitions = 8;

/**
 * Sealed bytes do not compress, so PostgreSQL no longer tries; and manifests and entries stay in their rows while they
 * fit into a page, instead of being compressed or moved out from 2 KB on.
 */
export function asTheyAre(engine: Engine): Migration {
  return {
    async up(db) {
      if (engine === "sqlite") return;
      await sql.raw("alter table chunks alter column body set storage external").execute(db);
      for (const table of ["envelopes", "events"]) {
        for (let n = 0; n < partitions; n += 1) {
          await sql.raw(`alter table ${table}_${n} set (toast_tuple_target = 8160)`).execute(db);
        }
      }
    },
  };
}
