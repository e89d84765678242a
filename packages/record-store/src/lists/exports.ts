import type { Kysely, Selectable } from "kysely";
import type { ExportRow, Exports } from "../store.ts";
import type { ExportTable, Tables } from "../schema/tables.ts";

/** The answers that wait to be fetched: a list folded from the log; destroyed ones are not on it. */
export function exportsOf(db: Kysely<Tables>, controller: string): Exports {
  return {
    async put({ id, request, keptAt, expires, fetchedAt }) {
      const row = { controller, id, request, kept_at: keptAt, expires, fetched_at: fetchedAt ?? null };
      await db
        .insertInto("exports")
        .values(row)
        .onConflict((conflict) => conflict.columns(["controller", "id"]).doUpdateSet(row))
        .execute();
    },
    async remove(id) {
      await db.deleteFrom("exports").where("controller", "=", controller).where("id", "=", id).execute();
    },
    async ofRequest(request) {
      const row = await db
        .selectFrom("exports")
        .selectAll()
        .where("controller", "=", controller)
        .where("request", "=", request)
        .orderBy("kept_at", "desc")
        .limit(1)
        .executeTakeFirst();
      return row && toExport(row);
    },
    async due(now, fetchedBefore, limit) {
      const rows = await db
        .selectFrom("exports")
        .selectAll()
        .where("controller", "=", controller)
        .where((where) => where.or([where("expires", "<=", now), where("fetched_at", "<=", fetchedBefore)]))
        .orderBy("expires")
        .limit(limit)
        .execute();
      return rows.map(toExport);
    },
    async clear() {
      await db.deleteFrom("exports").where("controller", "=", controller).execute();
    },
  };
}

function toExport({ id, request, kept_at, expires, fetched_at }: Selectable<ExportTable>): ExportRow {
  return { id, request, keptAt: kept_at, expires, fetchedAt: fetched_at ?? undefined };
}
