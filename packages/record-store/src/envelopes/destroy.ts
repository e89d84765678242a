import { sql, type Kysely } from "kysely";
import type { Tables } from "../schema/tables.ts";

/** Keys first: if this were ever cut off half-way, what is left could not be read. One transaction, so it never is. */
export async function destroy(db: Kysely<Tables>, controller: string, record: string): Promise<void> {
  const rows = await db
    .selectFrom("envelopes")
    .select("id")
    .where("controller", "=", controller)
    .where((where) => where.or([where("id", "=", record), where("parent", "=", record)]))
    .execute();
  const ids = [record, ...rows.map(({ id }) => id)];
  for (const table of ["slots", "chunks", "sections"] as const) {
    await db.deleteFrom(table).where("controller", "=", controller).where("record", "in", ids).execute();
  }
  await db.deleteFrom("envelopes").where("controller", "=", controller).where("id", "in", ids).execute();
  await db
    .deleteFrom("words")
    .where("controller", "=", controller)
    .where((where) => where.or([where("case_id", "=", record), where("id", "=", record)]))
    .execute();
  await db.deleteFrom("cases").where("controller", "=", controller).where("id", "=", record).execute();
  // The record may be a data subject's request: its words and answer were envelopes under it.
  await db.deleteFrom("requests").where("controller", "=", controller).where("id", "=", record).execute();
  await db.deleteFrom("exports").where("controller", "=", controller).where("request", "=", record).execute();
  for (const table of ["plans", "record_facts", "keeps"] as const) {
    await db.deleteFrom(table).where("controller", "=", controller).where("record", "=", record).execute();
  }
  await db
    .updateTable("transfers")
    .set({ words: null })
    .where("record", "=", record)
    .where("sender", "=", controller)
    .execute();
  await db
    .deleteFrom("directory")
    .where("record", "=", record)
    .where("controller", "=", controller)
    .execute();
}

/** Of some records, those of which an envelope, words or a row of a list is here. */
export async function present(
  db: Kysely<Tables>,
  controller: string,
  records: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  if (records.length === 0) return found;
  for (const [table, column] of [
    ["envelopes", "id"],
    ["envelopes", "parent"],
    ["slots", "record"],
    ["directory", "record"],
    ["cases", "id"],
    ["words", "id"],
    ["words", "case_id"],
    ["requests", "id"],
    ["exports", "request"],
    ["plans", "record"],
    ["record_facts", "record"],
    ["keeps", "record"],
  ] as const) {
    const rows = await db
      .selectFrom(table)
      .select(sql.ref<string>(column).as("record"))
      .distinct()
      .where("controller", "=", controller)
      .where(sql.ref(column), "in", records)
      .execute();
    for (const { record } of rows) found.add(record);
  }
  return found;
}
