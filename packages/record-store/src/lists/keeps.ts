import type { Kysely, Selectable } from "kysely";
import type { KeepRow, Keeps } from "../store.ts";
import type { KeepTable, Tables } from "../schema/tables.ts";

/** Records that stay for now, by record: a page of a plan asks once, for its own. */
export function keepsOf(db: Kysely<Tables>, controller: string): Keeps {
  return {
    async put({ record, list, since, until, by, words }) {
      const values: KeepTable = {
        controller,
        record,
        list,
        kept_since: since,
        kept_until: until,
        kept_by: by,
        words,
      };
      await db
        .insertInto("keeps")
        .values(values)
        .onConflict((conflict) => conflict.columns(["controller", "record"]).doUpdateSet(values))
        .execute();
    },
    async standing(records, day) {
      if (records.length === 0) return new Map();
      const rows = await db
        .selectFrom("keeps")
        .selectAll()
        .where("controller", "=", controller)
        .where("record", "in", records)
        .where("kept_until", ">=", day)
        .execute();
      return new Map(rows.map((row) => [row.record, toKeep(row)]));
    },
    async remove(record, list) {
      await db
        .deleteFrom("keeps")
        .where("controller", "=", controller)
        .where("record", "=", record)
        .where((where) => (list === undefined ? where.lit(true) : where("list", "=", list)))
        .execute();
    },
    async clear() {
      await db.deleteFrom("keeps").where("controller", "=", controller).execute();
    },
  };
}

function toKeep({ record, list, kept_since, kept_until, kept_by, words }: Selectable<KeepTable>): KeepRow {
  return { record, list, since: kept_since, until: kept_until, by: kept_by, words };
}
