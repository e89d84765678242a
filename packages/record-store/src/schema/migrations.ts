import { Migrator, type Migration, type MigrationProvider } from "kysely/migration";
import { sql, type Kysely } from "kysely";
import type { Engine } from "../engine.ts";
import { StoreError } from "../errors.ts";
import { initial } from "./migrations/0001-initial.ts";
import { jobs } from "./migrations/0002-jobs.ts";
import { placements } from "./migrations/0003-placements.ts";
import { holds } from "./migrations/0030-holds.ts";
import { plans } from "./migrations/0031-plans.ts";
import { disposedParts } from "./migrations/0032-disposed-parts.ts";
import { recordFacts } from "./migrations/0033-record-facts.ts";
import { sharedWalls } from "./migrations/0046-shared-walls.ts";
import { asTheyAre } from "./migrations/0048-as-they-are.ts";
import { transfers } from "./migrations/0034-transfers.ts";
import { eidLinks } from "./migrations/0040-eid-links.ts";
import { colleagues } from "./migrations/0041-colleagues.ts";
import { fewerRows } from "./migrations/0044-fewer-rows.ts";
import { requestPlans } from "./migrations/0045-request-plans.ts";
import { transferWords } from "./migrations/0042-transfer-words.ts";
import { exports } from "./migrations/0020-exports.ts";
import { keeps } from "./migrations/0047-keeps.ts";
import { listOrder } from "./migrations/0051-list-order.ts";
import { pseudonymMarks } from "./migrations/0050-pseudonym-marks.ts";
import { restrictions } from "./migrations/0052-restrictions.ts";
import { destructions } from "./migrations/0053-destructions.ts";

/** Forward only: a released step is never edited; a mistake is mended by the next step. */
const steps: Readonly<Record<string, (engine: Engine) => Migration>> = {
  "0001-initial": initial,
  "0002-jobs": jobs,
  "0003-placements": placements,
  "0020-exports": exports,
  "0030-holds": holds,
  "0031-plans": plans,
  "0032-disposed-parts": disposedParts,
  "0033-record-facts": recordFacts,
  "0034-transfers": transfers,
  "0040-eid-links": eidLinks,
  "0041-colleagues": colleagues,
  "0042-transfer-words": transferWords,
  "0044-fewer-rows": fewerRows,
  "0045-request-plans": requestPlans,
  "0046-shared-walls": sharedWalls,
  "0047-keeps": keeps,
  "0048-as-they-are": asTheyAre,
  "0050-pseudonym-marks": pseudonymMarks,
  "0051-list-order": listOrder,
  "0052-restrictions": restrictions,
  "0053-destructions": destructions,
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
