import type { Kysely, Selectable } from "kysely";
import type { JsonObject, TransferRow, Transfers } from "./store.ts";
import type { Tables, TransferTable } from "./tables.ts";

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
    async all(limit) {
      const rows = await from().orderBy("offered_at", "desc").orderBy("id").limit(limit).execute();
      return rows.map(toTransfer);
    },
  };
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
      : { recipients: JSON.parse(recipients) as Readonly<Record<string, JsonObject>> }),
    ...(words === null ? {} : { words: JSON.parse(words) as JsonObject }),
  };
}
