import type { Kysely } from "kysely";
import type { EidLinks } from "../store.ts";
import type { Tables } from "../schema/tables.ts";

/** Outside every controller's wall: the links belong to applicants. */
export function eidLinksOf(db: Kysely<Tables>): EidLinks {
  return {
    async add(pseudonym, records, at) {
      if (records.length === 0) return;
      await db
        .insertInto("eid_links")
        .values(records.map((record) => ({ record, pseudonym, linked_at: at })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async reached(pseudonyms) {
      return db
        .selectFrom("directory")
        .innerJoin("eid_links", "eid_links.record", "directory.record")
        .selectAll("directory")
        .distinct()
        .where("eid_links.pseudonym", "in", pseudonyms)
        .orderBy("directory.record")
        .execute();
    },
    async linked(records) {
      if (records.length === 0) return [];
      const rows = await db
        .selectFrom("eid_links")
        .select("record")
        .distinct()
        .where("record", "in", records)
        .execute();
      return rows.map(({ record }) => record);
    },
    async remove(records) {
      if (records.length > 0) await db.deleteFrom("eid_links").where("record", "in", records).execute();
    },
  };
}
