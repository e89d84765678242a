/** Cases and requests in the order of work. Each part of a list is one span of one index, however long the list is. */
import { sql, type Kysely, type RawBuilder, type SqlBool } from "kysely";
import { inOrder } from "./in-order.ts";
import { caseOf, endOfTime, requestOf } from "./list-rows.ts";
import type { CasePlace, CaseRow, Reach, RequestPlace, RequestRow, RequestsAsked } from "../store.ts";
import type { Tables } from "../schema/tables.ts";

// Word for word as in the indexes: an engine takes a partial index only where it finds the same words.
const activeCase = sql<SqlBool>`(status not in ('decided', 'withdrawn') or next_day <> '9999-12-31')`;
const closedCase = sql<SqlBool>`status in ('decided', 'withdrawn') and next_day = '9999-12-31'`;

function isActive({ status, due }: CasePlace): boolean {
  return due !== undefined || (status !== "decided" && status !== "withdrawn");
}

export async function casesInOrder(
  db: Kysely<Tables>,
  controller: string,
  {
    limit,
    reach,
    after,
  }: { readonly limit: number; readonly reach: Reach; readonly after?: CasePlace | undefined },
): Promise<readonly CaseRow[]> {
  const own = db.selectFrom("cases").selectAll().where("controller", "=", controller).where(within(reach));
  return inOrder(limit, after, isActive, {
    async first(place, most) {
      const day = place?.due ?? endOfTime;
      const rows = await own
        .where(activeCase)
        .where((where) =>
          place === undefined
            ? where.lit(true)
            : where(
                where.refTuple("next_day", "received_at", "id"),
                ">",
                where.tuple(day, place.receivedAt, place.id),
              ),
        )
        .orderBy("next_day")
        .orderBy("received_at")
        .orderBy("id")
        .limit(most)
        .execute();
      return rows.map(caseOf);
    },
    async second(place, most) {
      const rows = await own
        .where(closedCase)
        .where((where) =>
          place === undefined
            ? where.lit(true)
            : where(where.refTuple("received_at", "id"), "<", where.tuple(place.receivedAt, place.id)),
        )
        .orderBy("received_at", "desc")
        .orderBy("id", "desc")
        .limit(most)
        .execute();
      return rows.map(caseOf);
    },
  });
}

export async function requestsInOrder(
  db: Kysely<Tables>,
  controller: string,
  limit: number,
  { reach = {}, after, until }: RequestsAsked,
): Promise<readonly RequestRow[]> {
  const own = db
    .selectFrom("requests")
    .selectAll()
    .where("controller", "=", controller)
    .where(ofMatterWithin(reach));
  return inOrder<RequestRow, RequestPlace>(limit, after, ({ status }) => status !== "closed", {
    async first(place, most) {
      const rows = await own
        .where("status", "<>", sql.lit("closed"))
        .where((where) => (until === undefined ? where.lit(true) : where("last_day", "<=", until)))
        .where((where) =>
          place === undefined
            ? where.lit(true)
            : where(where.refTuple("last_day", "id"), ">", where.tuple(place.lastDay, place.id)),
        )
        .orderBy("last_day")
        .orderBy("id")
        .limit(most)
        .execute();
      return rows.map(requestOf);
    },
    async second(place, most) {
      if (until !== undefined) return [];
      const rows = await own
        .where("status", "=", sql.lit("closed"))
        .where((where) =>
          place === undefined
            ? where.lit(true)
            : where(where.refTuple("received", "id"), "<", where.tuple(place.received, place.id)),
        )
        .orderBy("received", "desc")
        .orderBy("id", "desc")
        .limit(most)
        .execute();
      return rows.map(requestOf);
    },
  });
}

/** The same question as `reaches` answers for a row in hand, put to the engine. */
export function within({ unit, by }: Reach): RawBuilder<SqlBool> {
  const conditions = [sql<SqlBool>`1 = 1`];
  if (unit !== undefined) conditions.push(sql`cases.unit = ${unit}`);
  if (by !== undefined) {
    const anyones = by.assignedOnly
      ? sql<SqlBool>`(cases.guarded = 0 and cases.assignees is null)`
      : sql<SqlBool>`cases.guarded = 0`;
    conditions.push(sql`(${anyones} or cases.assignees like ${`%"${by.person}"%`})`);
  }
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

/** And as `reachesMatter` does: when the case is gone, the request is the whole controller's. */
function ofMatterWithin(reach: Reach): RawBuilder<SqlBool> {
  const matter = sql`select 1 from cases where cases.controller = requests.controller
    and cases.id = requests.application`;
  const reached = sql<SqlBool>`exists (${matter} and ${within(reach)})`;
  return reach.unit === undefined ? sql<SqlBool>`(${reached} or not exists (${matter}))` : reached;
}
