/**
 * Destructions from the moment they begin until they are certified. The row is there before anything is destroyed and
 * says in the same transaction that it has been: so a start can tell an intent of the journal whose transaction was
 * committed from one whose was not, and both from a database that is older than the intent.
 */
import type { Kysely } from "kysely";
import { StoreError } from "../errors.ts";
import type { Tables } from "../schema/tables.ts";

/** `begun`: perhaps under way. `dropped`: it will not happen any more. `destroyed`: it has, and is to be certified. */
export type DestructionState = "begun" | "dropped" | "destroyed";

export interface Destruction {
  readonly id: string;
  readonly state: DestructionState;
  readonly begunAt: string;
  /** What is still to be certified, each for the flow of its kind. */
  readonly certificates: readonly CertificateDue[];
}

export interface CertificateDue {
  readonly kind: string;
  readonly of: string;
  /** JSON, of a shape that goes with the kind. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface Destructions {
  /** In a transaction of its own, before the one that destroys. */
  begin(id: string, at: string): Promise<void>;
  /** In the transaction that destroys. @throws StoreError STORE_VERSION_CONFLICT when it has been dropped meanwhile. */
  destroyed(id: string, certificates: readonly CertificateDue[]): Promise<void>;
  /** It will not happen any more; nothing changes where it has. */
  drop(id: string): Promise<void>;
  get(id: string): Promise<Destruction | undefined>;
  all(): Promise<readonly Destruction[]>;
  /** True for whom it was there. */
  remove(id: string): Promise<boolean>;
}

export function destructionsOf(db: Kysely<Tables>, controller: string): Destructions {
  const all = () => db.selectFrom("destructions").selectAll().where("controller", "=", controller);
  return {
    async begin(id, at) {
      const row = { controller, id, state: "begun", begun_at: at, certificates: "[]" } as const;
      await db.insertInto("destructions").values(row).execute();
    },
    async destroyed(id, certificates) {
      const moved = await db
        .updateTable("destructions")
        .set({ state: "destroyed", certificates: JSON.stringify(certificates) })
        .where("controller", "=", controller)
        .where("id", "=", id)
        .where("state", "=", "begun")
        .executeTakeFirst();
      if (moved.numUpdatedRows !== 1n) {
        throw new StoreError("STORE_VERSION_CONFLICT", "The destruction has been given up meanwhile.");
      }
    },
    async drop(id) {
      await db
        .updateTable("destructions")
        .set({ state: "dropped" })
        .where("controller", "=", controller)
        .where("id", "=", id)
        .where("state", "=", "begun")
        .execute();
    },
    async get(id) {
      const row = await all().where("id", "=", id).executeTakeFirst();
      return row && toDestruction(row);
    },
    async all() {
      const rows = await all().orderBy("begun_at").orderBy("id").execute();
      return rows.map(toDestruction);
    },
    async remove(id) {
      const gone = await db
        .deleteFrom("destructions")
        .where("controller", "=", controller)
        .where("id", "=", id)
        .executeTakeFirst();
      return gone.numDeletedRows === 1n;
    },
  };
}

function toDestruction({ id, state, begun_at, certificates }: Tables["destructions"]): Destruction {
  return { id, state, begunAt: begun_at, certificates: JSON.parse(certificates) as CertificateDue[] };
}
