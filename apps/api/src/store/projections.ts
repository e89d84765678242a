import type { Expression, ExpressionBuilder, Kysely, Selectable, SqlBool } from "kysely";
import type { CaseRow, Projections, Reach, RequestRow, WordsRow } from "./store.ts";
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
    async cases(limit, reach = {}) {
      const rows = await db
        .selectFrom("cases")
        .selectAll()
        .where("controller", "=", controller)
        .where((where) => within(where, reach))
        .orderBy("received_at", "desc")
        .orderBy("id", "desc")
        .limit(limit)
        .execute();
      return rows.map(toCase);
    },
    async casesOf(ids) {
      if (ids.length === 0) return [];
      const from = db.selectFrom("cases").selectAll().where("controller", "=", controller);
      return (await from.where("id", "in", ids).execute()).map(toCase);
    },
    async casesAfter(last, limit, reach = {}) {
      const from = db
        .selectFrom("cases")
        .selectAll()
        .where("controller", "=", controller)
        .where((where) => within(where, reach));
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
      return rows.map(toRequest);
    },
    async removeRequest(id) {
      await db.deleteFrom("requests").where("controller", "=", controller).where("id", "=", id).execute();
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

/** The same question as `reaches` answers for a row in hand, put to the engine. */
function within(where: ExpressionBuilder<Tables, "cases">, { unit, by }: Reach): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = [];
  if (unit !== undefined) conditions.push(where("unit", "=", unit));
  if (by !== undefined) {
    const open = where("guarded", "=", 0);
    const assigned = where("assignees", "like", `%"${by.person}"%`);
    const anyones = by.assignedOnly ? where.and([open, where("assignees", "is", null)]) : open;
    conditions.push(where.or([anyones, assigned]));
  }
  return where.and(conditions);
}

/** A case as its table row. */
export function fromCase(controller: string, row: CaseRow): CaseTable {
  const assignees = row.placement?.assignees ?? [];
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
    unit: row.placement?.unit ?? null,
    assignees: assignees.length === 0 ? null : JSON.stringify(assignees),
    guarded: row.placement?.protectedIdentity === true ? 1 : 0,
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
    ...placementOf(row),
  };
}

function placementOf({ unit, assignees, guarded }: Selectable<CaseTable>): Pick<CaseRow, "placement"> {
  if (unit === null && assignees === null && guarded === 0) return {};
  const named = assignees === null ? [] : (JSON.parse(assignees) as string[]);
  return {
    placement: {
      ...(unit === null ? {} : { unit }),
      assignees: named,
      protectedIdentity: guarded === 1,
    },
  };
}

function toRequest(row: Selectable<RequestTable>): RequestRow {
  const { id, application, right, status, received } = row;
  return { id, application, right, status, received, lastDay: row.last_day };
}
