import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What the keys of pseudonyms are known by, since the first start. The role that sees a controller has no right here. */
export function pseudonymMarks(): Migration {
  return {
    async up(db) {
      await sql`create table pseudonym_marks (persons text primary key, mark text not null, since text not null)`.execute(
        db,
      );
    },
  };
}
