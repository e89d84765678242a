import type { Kysely } from "kysely";
import type { JsonObject, RecordFacts } from "../store.ts";
import type { Tables } from "../schema/tables.ts";

/** Facts stated by those who read a record, folded from the log. */
export function recordFactsOf(db: Kysely<Tables>, controller: string): RecordFacts {
  return {
    async put(record, facts) {
      const values = { controller, record, facts: JSON.stringify(facts) };
      await db
        .insertInto("record_facts")
        .values(values)
        .onConflict((conflict) => conflict.columns(["controller", "record"]).doUpdateSet(values))
        .execute();
    },
    async of(ids) {
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom("record_facts")
        .selectAll()
        .where("controller", "=", controller)
        .where("record", "in", ids)
        .execute();
      return new Map(rows.map(({ record, facts }) => [record, JSON.parse(facts) as JsonObject]));
    },
    async remove(record) {
      await db
        .deleteFrom("record_facts")
        .where("controller", "=", controller)
        .where("record", "=", record)
        .execute();
    },
    async clear() {
      await db.deleteFrom("record_facts").where("controller", "=", controller).execute();
    },
  };
}
