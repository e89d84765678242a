import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * Which records an applicant reaches by e-identification: a keyed pseudonym beside the record, gone with it. The role
 * that sees a controller's rows is granted nothing here, so no controller learns who has linked what.
 */
export function eidLinks(): Migration {
  return {
    async up(db) {
      await sql`create table eid_links (record text not null references directory (record) on delete cascade,
        pseudonym text not null, linked_at text not null, primary key (record, pseudonym))`.execute(db);
      await sql`create index eid_links_pseudonym on eid_links (pseudonym)`.execute(db);
    },
  };
}
