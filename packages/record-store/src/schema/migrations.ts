import { Migrator, type Migration, type MigrationProvider } from "kysely/migration";
import { sql, type Kysely } from "kysely";
import type { Engine } from "../engine.ts";
import { StoreError } from "../errors.ts";
import { initial } from "./initial.ts";

/** Forward only: a released step is never edited; a mistake is mended by the next step. */
const steps: Readonly<Record<string, (engine: Engine) => Migration>> = {
  "0001-initial": initial,
};

export const versions: readonly string[] = Object.keys(steps);

/** @throws StoreError STORE_UNREACHABLE */
export async function reachable<T>(db: Kysely<T>): Promise<void> {
  await sql`select 1`.execute(db).catch((cause: unknown) => {
    throw new StoreError("STORE_UNREACHABLE", "The database does not answer, or lets nobody in.", { cause });
  });
}

/**
 * Brings a database to the newest schema, or to a named earlier one (tests begin from each).
 *
 * @throws StoreError STORE_UNREACHABLE · STORE_SCHEMA_AHEAD when a newer program has been here · STORE_MIGRATION_FAILED,
 * and the step that failed has left nothing
 */
export async function migrate<T>(db: Kysely<T>, engine: Engine, upTo?: string): Promise<readonly string[]> {
  await reachable(db);
  const provider: MigrationProvider = {
    getMigrations: () =>
      Promise.resolve(Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, step(engine)]))),
  };
  const migrator = new Migrator({ db, provider });
  const done = upTo === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(upTo);
  if (done.error !== undefined) {
    const { error: cause } = done;
    // Kysely has no code for it: steps that have been taken and are not known here.
    if (cause instanceof Error && cause.message.startsWith("corrupted migrations")) {
      throw new StoreError("STORE_SCHEMA_AHEAD", "The database schema does not fit this program.", { cause });
    }
    throw new StoreError("STORE_MIGRATION_FAILED", "The database could not be brought to this version.", {
      cause,
    });
  }
  return (done.results ?? []).filter((one) => one.status === "Success").map((one) => one.migrationName);
}
