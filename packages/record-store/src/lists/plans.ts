import { sql, type Kysely, type Selectable, type SqlBool } from "kysely";
import type { PlanRow, Plans } from "../store.ts";
import type { PlanTable, Tables } from "../schema/tables.ts";

/** What was last planned for each record; only what has changed is written. */
export function plansOf(db: Kysely<Tables>, controller: string): Plans {
  const from = () => db.selectFrom("plans").selectAll().where("controller", "=", controller);
  const of = async (ids: readonly string[]): Promise<readonly PlanRow[]> => {
    if (ids.length === 0) return [];
    return (await from().where("record", "in", ids).execute()).map(toPlan);
  };
  return {
    of,
    async put(rows) {
      const known = new Map((await of(rows.map(({ record }) => record))).map((row) => [row.record, row]));
      const changed = rows.filter((row) => !same(row, known.get(row.record)));
      for (let n = 0; n < changed.length; n += 200) {
        const values = changed.slice(n, n + 200).map((row) => fromPlan(controller, row));
        await db
          .insertInto("plans")
          .values(values)
          .onConflict((conflict) =>
            conflict.columns(["controller", "record"]).doUpdateSet((set) => ({
              outcome: set.ref("excluded.outcome"),
              status: set.ref("excluded.status"),
              rule: set.ref("excluded.rule"),
              earliest: set.ref("excluded.earliest"),
              latest: set.ref("excluded.latest"),
            })),
          )
          .execute();
      }
      return changed.length;
    },
    async due(until, after, limit, { held = true } = {}) {
      const rows = await from()
        .where((where) => (held ? where.lit(true) : where("status", "<>", "held")))
        .where("outcome", "in", ["dispose", "transfer"])
        .where("earliest", "<=", until)
        .where((where) =>
          after === undefined
            ? where.lit(true)
            : where(where.refTuple("earliest", "record"), ">", where.tuple(after.earliest, after.record)),
        )
        .orderBy("earliest")
        .orderBy("record")
        .limit(limit)
        .execute();
      return rows.map(toPlan);
    },
    async unsettled(limit, after) {
      const rows = await from()
        // Word for word as in the index.
        .where(sql<SqlBool>`outcome in ('conflict', 'review')`)
        .where((where) => (after === undefined ? where.lit(true) : where("record", ">", after)))
        .orderBy("record")
        .limit(limit)
        .execute();
      return rows.map(toPlan);
    },
  };
}

function same(row: PlanRow, known: PlanRow | undefined): boolean {
  return known !== undefined && JSON.stringify(fromPlan("", row)) === JSON.stringify(fromPlan("", known));
}

function fromPlan(
  controller: string,
  { record, outcome, status, rule, earliest, latest }: PlanRow,
): PlanTable {
  return {
    controller,
    record,
    outcome,
    status,
    rule: rule ?? null,
    earliest: earliest ?? null,
    latest: latest ?? null,
  };
}

function toPlan({ record, outcome, status, rule, earliest, latest }: Selectable<PlanTable>): PlanRow {
  return {
    record,
    outcome,
    status,
    ...(rule === null ? {} : { rule }),
    ...(earliest === null ? {} : { earliest }),
    ...(latest === null ? {} : { latest }),
  };
}
