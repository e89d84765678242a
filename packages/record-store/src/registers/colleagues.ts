import type { Kysely } from "kysely";
import type { Colleagues } from "../store.ts";
import type { Tables } from "../schema/tables.ts";

/** Pseudonyms of the staff of one controller; someone who has not logged in for long is forgotten. */
export function colleaguesOf(db: Kysely<Tables>, controller: string): Colleagues {
  return {
    async saw({ ref, role, unit, seen }, forgetBefore) {
      const row = { controller, ref, role, unit: unit ?? null, seen };
      await db
        .insertInto("colleagues")
        .values(row)
        .onConflict((conflict) => conflict.columns(["controller", "ref"]).doUpdateSet(row))
        .execute();
      await db
        .deleteFrom("colleagues")
        .where("controller", "=", controller)
        .where("seen", "<", forgetBefore)
        .execute();
    },
    async all() {
      const rows = await db
        .selectFrom("colleagues")
        .selectAll()
        .where("controller", "=", controller)
        .orderBy("role")
        .orderBy("ref")
        .execute();
      return rows.map(({ ref, role, unit, seen }) => ({ ref, role, unit: unit ?? undefined, seen }));
    },
  };
}
