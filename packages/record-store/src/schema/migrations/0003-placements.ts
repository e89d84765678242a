import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Which part of the organisation a case belongs to, who has been assigned to it, and whether it is guarded. */
export function placements(): Migration {
  return {
    async up(db) {
      await sql`alter table cases add column unit text`.execute(db);
      await sql`alter table cases add column assignees text`.execute(db);
      await sql`alter table cases add column guarded integer not null default 0`.execute(db);
      await sql`create index cases_unit on cases (controller, unit, received_at, id)`.execute(db);
    },
  };
}
