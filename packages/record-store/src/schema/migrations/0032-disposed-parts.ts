import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Engine } from "../../engine.ts";

/**
 * That a part of an application is gone, for the applicant to see in what is left of it. The tag is a hash of the
 * application and the applicant's key together: only who holds the receipt, or another part, can ask for it.
 */
export function disposedParts(engine: Engine): Migration {
  return {
    async up(db) {
      await sql`create table disposed_parts (tag text not null, controller text not null references controllers (id),
        disposed_on text not null, how text not null, rule text not null, primary key (tag, controller))`.execute(
        db,
      );
      if (engine === "postgres")
        await sql`grant select, insert, update, delete on disposed_parts to tillit_app`.execute(db);
    },
  };
}
