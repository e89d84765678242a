import type { Kysely } from "kysely";
import type { PseudonymMarks } from "../store.ts";
import type { Tables } from "./tables.ts";

/** Where persons of each sort are named. */
const naming = { staff: "colleagues", applicants: "eid_links" } as const;

/** Outside every controller's wall: the keys are the operation's. */
export function pseudonymMarksOf(db: Kysely<Tables>): PseudonymMarks {
  const of: PseudonymMarks["of"] = async (persons) => {
    const row = await db
      .selectFrom("pseudonym_marks")
      .select("mark")
      .where("persons", "=", persons)
      .executeTakeFirst();
    return row?.mark;
  };
  return {
    of,
    async leave(persons, mark, at) {
      await db
        .insertInto("pseudonym_marks")
        .values({ persons, mark, since: at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return (await of(persons)) ?? mark;
    },
    async inUse(persons) {
      const row = await db
        .selectFrom(naming[persons])
        .select((all) => all.lit(1).as("one"))
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
