import { sql, type Kysely } from "kysely";
import type { Engine } from "../engine.ts";
import type { Jobs } from "../store.ts";
import type { Tables } from "../schema/tables.ts";

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
        .returning(["kind", "controller", "due"])
        .executeTakeFirst();
    },
    async hasten(kind, controller, due) {
      await db
        .updateTable("jobs")
        .set({ due })
        .where("kind", "=", kind)
        .where("controller", "=", controller)
        // One that is under way began before what there is to do now: it is due again when it is done.
        .where((where) => where.or([where("due", ">", due), where("claimed_by", "is not", null)]))
        .execute();
    },
    async renew({ kind, controller }, worker, until) {
      const renewed = await db
        .updateTable("jobs")
        .set({ claimed_until: until })
        .where("kind", "=", kind)
        .where("controller", "=", controller)
        .where("claimed_by", "=", worker)
        .executeTakeFirst();
      return renewed.numUpdatedRows === 1n;
    },
    async finish({ kind, controller, due: was }, worker, due) {
      const next = sql<string>`case when due = ${was} then ${due} else due end`;
      const done = await db
        .updateTable("jobs")
        .set({ due: next, claimed_by: null, claimed_until: null })
        .where("kind", "=", kind)
        .where("controller", "=", controller)
        .where("claimed_by", "=", worker)
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },
  };
}
