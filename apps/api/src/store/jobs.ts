import { sql, type Kysely } from "kysely";
import type { Engine } from "./engine.ts";
import type { Jobs } from "./store.ts";
import type { Tables } from "./tables.ts";

/** Claiming is one statement: on PostgreSQL processes pass over rows that another is taking just now. */
export function jobsOf(db: Kysely<Tables>, engine: Engine): Jobs {
  return {
    async ensure(kind, due) {
      await sql`insert into jobs (kind, controller, due) select ${kind}, id, ${due} from controllers where true
        on conflict do nothing`.execute(db);
    },
    async claim(worker, now, until) {
      const waiting = db
        .selectFrom("jobs")
        .select(["kind", "controller"])
        .where("due", "<=", now)
        .where((where) => where.or([where("claimed_until", "is", null), where("claimed_until", "<", now)]))
        .orderBy("due")
        .limit(1);
      const next = engine === "postgres" ? waiting.forUpdate().skipLocked() : waiting;
      return db
        .with("next", () => next)
        .updateTable("jobs")
        .set({ claimed_by: worker, claimed_until: until })
        .where((where) =>
          where(
            where.refTuple("kind", "controller"),
            "in",
            where.selectFrom("next").select(["next.kind", "next.controller"]).$asTuple("kind", "controller"),
          ),
        )
        .returning(["kind", "controller"])
        .executeTakeFirst();
    },
    async hasten(kind, controller, due) {
      await db
        .updateTable("jobs")
        .set({ due })
        .where("kind", "=", kind)
        .where("controller", "=", controller)
        .where("due", ">", due)
        .execute();
    },
    async finish({ kind, controller }, worker, due) {
      const done = await db
        .updateTable("jobs")
        .set({ due, claimed_by: null, claimed_until: null })
        .where("kind", "=", kind)
        .where("controller", "=", controller)
        .where("claimed_by", "=", worker)
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },
  };
}
