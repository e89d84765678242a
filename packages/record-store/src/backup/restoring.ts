/** The mark of a database into which a backup is being restored: until its last step nobody may read from it. */
import { sql, type Kysely } from "kysely";
import type { Engine } from "../engine.ts";
import { StoreError } from "../errors.ts";
import type { Tables } from "../schema/tables.ts";

type Marked = { readonly db: Kysely<Tables>; readonly engine: Engine };

async function isRestoring({ db, engine }: Marked): Promise<boolean> {
  const { rows } =
    engine === "sqlite"
      ? await sql`select 1 from sqlite_master where type = 'table' and name = 'restoring'`.execute(db)
      : await sql`select 1 where to_regclass('restoring') is not null`.execute(db);
  return rows.length > 0;
}

/** @throws StoreError STORE_RESTORING */
export async function refuseRestoring(marked: Marked): Promise<void> {
  if (!(await isRestoring(marked))) return;
  throw new StoreError(
    "STORE_RESTORING",
    "A restore into this database has not ended, and may lack erasures. Restore again, into an empty database.",
  );
}

/** Before the first row. A restore that broke off before it had any may begin again. */
export async function markRestoring({ db }: Marked): Promise<void> {
  await sql`create table if not exists restoring (mark integer)`.execute(db);
}

/** After the last step. */
export async function unmarkRestoring({ db }: Marked): Promise<void> {
  await sql`drop table restoring`.execute(db);
}
