import type { Kysely, Selectable } from "kysely";
import type { CaseRow, Projections, RequestRow, WordsRow } from "./store.ts";
import type { CaseTable, RequestTable, Tables, WordsTable } from "./tables.ts";

/** The lists the desk and my pages show: folded from the log, and rebuilt from it at any time. */
export function projectionsOf(db: Kysely<Tables>, controller: string): Projections {
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
      return row && toCase(row);
    },
    async cases(limit) {
      const rows = await db
        .selectFrom("cases")
        .selectAll()
        .where("controller", "=", controller)
        .orderBy("received_at", "desc")
        .orderBy("id", "desc")
        .limit(limit)
        .execute();
      return rows.map(toCase);
    },
    async casesAfter(last, limit) {
      const from = db.selectFrom("cases").selectAll().where("controller", "=", controller);
      const after =
        last === undefined
          ? from
          : from.where((where) =>
              where(where.refTuple("received_at", "id"), ">", where.tuple(last.receivedAt, last.id)),
            );
      const rows = await after.orderBy("received_at").orderBy("id").limit(limit).execute();
      return rows.map(toCase);
    },
    async removeCase(id) {
      await db.deleteFrom("cases").where("controller", "=", controller).where("id", "=", id).execute();
      await db.deleteFrom("words").where("controller", "=", controller).where("case_id", "=", id).execute();
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
      const { id, application, right, status, received, lastDay } = row;
      const values: RequestTable = {
        controller,
        id,
        application,
        right,
        status,
        received,
        last_day: lastDay,
      };
      await db
        .insertInto("requests")
        .values(values)
        .onConflict((conflict) => conflict.columns(["controller", "id"]).doUpdateSet(values))
        .execute();
    },
    async request(id) {
      const row = await db
        .selectFrom("requests")
        .selectAll()
        .where("controller", "=", controller)
        .where("id", "=", id)
        .executeTakeFirst();
      return row && toRequest(row);
    },
    async requests(limit) {
      const rows = await db
        .selectFrom("requests")
        .selectAll()
        .where("controller", "=", controller)
        .orderBy("last_day")
        .orderBy("id")
        .limit(limit)
        .execute();
      return rows.map(toRequest);
    },
    async openRequests() {
      const rows = await db
        .selectFrom("requests")
        .selectAll()
        .where("controller", "=", controller)
        .where("status", "<>", "closed")
        .execute();
      return rows.map(toRequest);
    },
    async requestsOf(application) {
      const rows = await db
        .selectFrom("requests")
        .selectAll()
        .where("controller", "=", controller)
        .where("application", "=", application)
        .orderBy("received")
        .execute();
      return rows.map(toRequest);
    },
    async clear() {
      for (const table of ["cases", "words", "requests"] as const) {
        await db.deleteFrom(table).where("controller", "=", controller).execute();
      }
    },
  };
}

function fromCase(controller: string, row: CaseRow): CaseTable {
  return {
    controller,
    id: row.id,
    app: row.app,
    number: row.number,
    received_at: row.receivedAt,
    status: row.status,
    assignments: JSON.stringify(row.assignments),
    opened_at: row.openedAt ?? null,
    decided_at: row.decidedAt ?? null,
    outcome: row.outcome ?? null,
    last_entry: row.lastEntry,
  };
}

function toCase(row: Selectable<CaseTable>): CaseRow {
  return {
    id: row.id,
    app: row.app,
    number: row.number,
    receivedAt: row.received_at,
    status: row.status,
    assignments: JSON.parse(row.assignments) as string[],
    openedAt: row.opened_at ?? undefined,
    decidedAt: row.decided_at ?? undefined,
    outcome: row.outcome ?? undefined,
    lastEntry: row.last_entry,
  };
}

function toRequest(row: Selectable<RequestTable>): RequestRow {
  const { id, application, right, status, received } = row;
  return { id, application, right, status, received, lastDay: row.last_day };
}
