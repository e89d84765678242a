import type { Kysely } from "kysely";
import type { DisposedPart } from "../store.ts";
import type { Tables } from "../schema/tables.ts";

export async function noteDisposed(db: Kysely<Tables>, part: DisposedPart): Promise<void> {
  const { tag, controller, on, how, rule } = part;
  await db
    .insertInto("disposed_parts")
    .values({ tag, controller, disposed_on: on, how, rule })
    .onConflict((conflict) =>
      conflict.columns(["tag", "controller"]).doUpdateSet({ disposed_on: on, how, rule }),
    )
    .execute();
}

export async function disposedParts(db: Kysely<Tables>, tag: string): Promise<readonly DisposedPart[]> {
  const rows = await db
    .selectFrom("disposed_parts")
    .selectAll()
    .where("tag", "=", tag)
    .orderBy("controller")
    .execute();
  return rows.map(({ controller, disposed_on, how, rule }) => ({
    tag,
    controller,
    on: disposed_on,
    how: how as DisposedPart["how"],
    rule,
  }));
}
