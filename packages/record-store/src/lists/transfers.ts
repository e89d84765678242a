import { sql, type Kysely, type Selectable } from "kysely";
import { inOrder } from "./in-order.ts";
import type { Recipients, TransferPlace, TransferRow, Transfers, TransferWords } from "../store.ts";
import type { Tables, TransferTable } from "../schema/tables.ts";

/** Hand-overs that this controller has a part in. */
export function transfersOf(db: Kysely<Tables>, controller: string): Transfers {
  const from = () =>
    db
      .selectFrom("transfers")
      .selectAll()
      .where((where) => where.or([where("sender", "=", controller), where("receiver", "=", controller)]));
  return {
    async put({ id, sender, receiver, record, offeredAt, state, recipients, words }) {
      const values: TransferTable = {
        id,
        sender,
        receiver,
        record,
        offered_at: offeredAt,
        state,
        recipients: recipients === undefined ? null : JSON.stringify(recipients),
        words: words === undefined ? null : JSON.stringify(words),
      };
      await db
        .insertInto("transfers")
        .values(values)
        .onConflict((conflict) => conflict.column("id").doUpdateSet(values))
        .execute();
    },
    async get(id) {
      const row = await from().where("id", "=", id).executeTakeFirst();
      return row && toTransfer(row);
    },
    all: (limit, after) =>
      inOrder<TransferRow, TransferPlace>(limit, after, ({ state }) => state === "offered", {
        first: (place, most) => ofBothSides(db, controller, { place, most, open: true }),
        second: (place, most) => ofBothSides(db, controller, { place, most, open: false }),
      }),
    async ofRecord(record) {
      const rows = await db
        .selectFrom("transfers")
        .selectAll()
        .where("sender", "=", controller)
        .where("record", "=", record)
        .orderBy("offered_at", "desc")
        .orderBy("id", "desc")
        .execute();
      return rows.map(toTransfer);
    },
  };
}

/** What was sent and what was received are two indexes: the first rows of either are the first of both. */
async function ofBothSides(
  db: Kysely<Tables>,
  controller: string,
  asked: { readonly place: TransferPlace | undefined; readonly most: number; readonly open: boolean },
): Promise<readonly TransferRow[]> {
  const { place, most, open } = asked;
  const direction = open ? "asc" : "desc";
  const rows = new Map<string, TransferRow>();
  for (const side of ["sender", "receiver"] as const) {
    const found = await db
      .selectFrom("transfers")
      .selectAll()
      .where(side, "=", controller)
      .where("state", open ? "=" : "<>", sql.lit("offered"))
      .where((where) =>
        place === undefined
          ? where.lit(true)
          : where(
              where.refTuple("offered_at", "id"),
              open ? ">" : "<",
              where.tuple(place.offeredAt, place.id),
            ),
      )
      .orderBy("offered_at", direction)
      .orderBy("id", direction)
      .limit(most)
      .execute();
    for (const row of found) rows.set(row.id, toTransfer(row));
  }
  const sign = open ? 1 : -1;
  return [...rows.values()].toSorted((a, b) => sign * compare(a, b)).slice(0, most);
}

function compare(a: TransferPlace, b: TransferPlace): number {
  const [one, other] = a.offeredAt === b.offeredAt ? [a.id, b.id] : [a.offeredAt, b.offeredAt];
  return one < other ? -1 : Number(one > other);
}

function toTransfer(row: Selectable<TransferTable>): TransferRow {
  const { id, sender, receiver, record, offered_at, state, recipients, words } = row;
  return {
    id,
    sender,
    receiver,
    record,
    offeredAt: offered_at,
    state: state as TransferRow["state"],
    ...(recipients === null
      ? {}
      : { recipients: JSON.parse(recipients) as Readonly<Record<string, Recipients>> }),
    ...(words === null ? {} : { words: JSON.parse(words) as TransferWords }),
  };
}
