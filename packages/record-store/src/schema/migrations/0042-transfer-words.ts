import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Why an offer was declined: words sealed to both sides, on the row that both see. */
export function transferWords(): Migration {
  return {
    async up(db) {
      await sql`alter table transfers add column words text`.execute(db);
    },
  };
}
