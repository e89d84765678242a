import type { Kysely } from "kysely";
import { casesInOrder, requestsInOrder, within } from "./case-lists.ts";
import { caseOf, endOfTime, fromCase, requestOf } from "./list-rows.ts";
import type { Projections, WordsRow } from "../store.ts";
import type { RequestTable, Tables, WordsTable } from "../schema/tables.ts";

/** The lists the desk and my pages show: folded from the log, and rebuilt from it at any time. */
export function projectionsOf(db: Kysely<Tables>, controller: string): Projections {
  /** A case stands in its list by what is asked about it. */
  const noteNextDay = async (application: string): Promise<void> => {
    const { day } = await db
      .selectFrom("requests")
      .select((all) => all.fn.min("last_day").as("day"))
      .where("controller", "=", controller)
      .where("application", "=", application)
      .where("status", "<>", "closed")
      .executeTakeFirstOrThrow();
    await db
      .updateTable("cases")
      .set({ next_day: day ?? endOfTime })
      .where("controller", "=", controller)
      .where("id", "=", application)
      .execute();
  };
  return {
    async putCase(row) {
      const values = fromCase(controller, row);
      await db
        .insertInto("cases")
        .values(values)
        .onConflict((conflict) => conflict.columns(["controller", "id"]).doUpdateSet(values))
        .execute();
    },
    async case(id) {
      const row = await db
        .selectFrom("cases")
        .selectAll()
        .where("controller", "=", controller)
        .where("id", "=", id)
        .executeTakeFirst();
      return row && caseOf(row);
    },
    cases: (limit, reach = {}, after) => casesInOrder(db, controller, { limit, reach, after }),
    async casesOf(ids) {
      if (ids.length === 0) return [];
      const from = db.selectFrom("cases").selectAll().where("controller", "=", controller);
      return (await from.where("id", "in", ids).execute()).map(caseOf);
    },
    async casesAfter(last, limit, reach = {}) {
      const from = db
        .selectFrom("cases")
        .selectAll()
        .where("controller", "=", controller)
        .where(within(reach));
      const after =
        last === undefined
          ? from
          : from.where((where) =>
              where(where.refTuple("received_at", "id"), ">", where.tuple(last.receivedAt, last.id)),
            );
      const rows = await after.orderBy("received_at").orderBy("id").limit(limit).execute();
      return rows.map(caseOf);
    },
    async removeCase(id) {
      await db.deleteFrom("cases").where("controller", "=", controller).where("id", "=", id).execute();
      await db
        .deleteFrom("words")
        .where("controller", "=", controller)
        .where((where) => where.or([where("case_id", "=", id), where("id", "=", id)]))
        .execute();
    },
    async putWords(row) {
      const { id, caseId, kind, outcome, at, by } = row;
      const values: WordsTable = { controller, id, case_id: caseId, kind, outcome, at, by };
      await db
        .insertInto("words")
        .values(values)
        .onConflict((conflict) => conflict.columns(["controller", "id"]).doUpdateSet(values))
        .execute();
    },
    async words(caseId) {
      const rows = await db
        .selectFrom("words")
        .selectAll()
        .where("controller", "=", controller)
        .where("case_id", "=", caseId)
        .orderBy("at")
        .execute();
      return rows.map((row): WordsRow => ({
        id: row.id,
        caseId: row.case_id,
        kind: row.kind as WordsRow["kind"],
        outcome: row.outcome,
        at: row.at,
        by: row.by,
      }));
    },
    async putRequest(row) {
      const { id, application, right, status, received, lastDay, restricted } = row;
      const values: RequestTable = {
        controller,
        id,
        application,
        right,
        status,
        received,
        last_day: lastDay,
        restricted: restricted ? 1 : 0,
      };
      await db
        .insertInto("requests")
        .values(values)
        .onConflict((conflict) => conflict.columns(["controller", "id"]).doUpdateSet(values))
        .execute();
      await noteNextDay(application);
    },
    async request(id) {
      const row = await db
        .selectFrom("requests")
        .selectAll()
        .where("controller", "=", controller)
        .where("id", "=", id)
        .executeTakeFirst();
      return row && requestOf(row);
    },
    requests: (limit, asked = {}) => requestsInOrder(db, controller, limit, asked),
    async openRequests() {
      const rows = await db
        .selectFrom("requests")
        .selectAll()
        .where("controller", "=", controller)
        .where("status", "<>", "closed")
        .execute();
      return rows.map(requestOf);
    },
    async restrictingRequests() {
      const rows = await db
        .selectFrom("requests")
        .selectAll()
        .where("controller", "=", controller)
        .where("restricted", "=", 1)
        .execute();
      return rows.map(requestOf);
    },
    async requestsAfter(last, limit) {
      const rows = await db
        .selectFrom("requests")
        .selectAll()
        .where("controller", "=", controller)
        .where((where) =>
          last === undefined
            ? where.lit(true)
            : where(where.refTuple("received", "id"), ">", where.tuple(last.received, last.id)),
        )
        .orderBy("received")
        .orderBy("id")
        .limit(limit)
        .execute();
      return rows.map(requestOf);
    },
    async removeRequest(id) {
      const gone = await db
        .deleteFrom("requests")
        .where("controller", "=", controller)
        .where("id", "=", id)
        .returning("application")
        .executeTakeFirst();
      if (gone !== undefined) await noteNextDay(gone.application);
    },
    async requestsOf(application) {
      const rows = await db
        .selectFrom("requests")
        .selectAll()
        .where("controller", "=", controller)
        .where("application", "=", application)
        .orderBy("received")
        .execute();
      return rows.map(requestOf);
    },
    async clear() {
      for (const table of ["cases", "words", "requests"] as const) {
        await db.deleteFrom(table).where("controller", "=", controller).execute();
      }
    },
  };
}
