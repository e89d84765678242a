import type { Kysely, Selectable } from "kysely";
import { inOrder } from "./in-order.ts";
import type { HoldPlace, HoldRow, Holds } from "../store.ts";
import type { HoldTable, Tables } from "../schema/tables.ts";

/** Holds, folded from the log: few at a time, and asked for with every plan. */
export function holdsOf(db: Kysely<Tables>, controller: string): Holds {
  const from = () => db.selectFrom("holds").selectAll().where("controller", "=", controller);
  return {
    async put({ id, ground, scope, unit, placed, by, released }) {
      const values: HoldTable = {
        controller,
        id,
        ground,
        scope: scope.kind,
        target: "of" in scope ? scope.of : null,
        unit: unit ?? null,
        placed,
        placed_by: by,
        released: released ?? null,
      };
      await db
        .insertInto("holds")
        .values(values)
        .onConflict((conflict) => conflict.columns(["controller", "id"]).doUpdateSet(values))
        .execute();
    },
    async get(id) {
      const row = await from().where("id", "=", id).executeTakeFirst();
      return row && toHold(row);
    },
    async standing(day) {
      const rows = await from()
        .where((where) => where.or([where("released", "is", null), where("released", ">=", day)]))
        .orderBy("placed")
        .orderBy("id")
        .execute();
      return rows.map(toHold);
    },
    all(limit, after) {
      const part =
        (state: "is" | "is not") =>
        async (place: HoldPlace | undefined, most: number): Promise<readonly HoldRow[]> => {
          const rows = await from()
            .where("released", state, null)
            .where((where) =>
              place === undefined
                ? where.lit(true)
                : where(where.refTuple("placed", "id"), "<", where.tuple(place.placed, place.id)),
            )
            .orderBy("placed", "desc")
            .orderBy("id", "desc")
            .limit(most)
            .execute();
          return rows.map(toHold);
        };
      return inOrder<HoldRow, HoldPlace>(limit, after, ({ released }) => released === undefined, {
        first: part("is"),
        second: part("is not"),
      });
    },
    async covered(scope) {
      const { count } = await db
        .selectFrom("cases")
        .select((all) => all.fn.countAll<number | bigint>().as("count"))
        .where("controller", "=", controller)
        .where((where) => {
          if (scope.kind === "controller") return where.lit(true);
          if (scope.kind === "record") return where("id", "=", scope.of);
          if (scope.kind === "unit") return where("unit", "=", scope.of);
          // A list of codes as JSON: each stands in quotation marks.
          return where("assignments", "like", `%"${scope.of}"%`);
        })
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    async clear() {
      await db.deleteFrom("holds").where("controller", "=", controller).execute();
    },
  };
}

function toHold(row: Selectable<HoldTable>): HoldRow {
  const { id, ground, scope, target, unit, placed, placed_by, released } = row;
  return {
    id,
    ground,
    scope: (target === null ? { kind: scope } : { kind: scope, of: target }) as HoldRow["scope"],
    ...(unit === null ? {} : { unit }),
    placed,
    by: placed_by,
    ...(released === null ? {} : { released }),
  };
}
