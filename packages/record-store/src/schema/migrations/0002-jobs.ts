import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Recurring work, one row for each kind and controller; whichever process is free takes what is due. */
export function jobs(): Migration {
  return {
    async up(db) {
      await sql`create table jobs (kind text not null, controller text not null references controllers (id),
        due text not null, claimed_by text, claimed_until text, primary key (kind, controller))`.execute(db);
      await sql`create index jobs_due on jobs (due)`.execute(db);
    },
  };
}
