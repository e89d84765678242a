import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * A request says by itself whether it restricts its application. Of those that are there already the log tells: it began
 * when a restriction or an objection was taken up, and ended when it was lifted after that.
 */
export function restrictions(): Migration {
  const last = (type: string): string => `coalesce((select max(e.seq) from events e
    where e.controller = requests.controller and e.stream = 'request/' || requests.id and e.type = '${type}'), -1)`;
  return {
    async up(db) {
      for (const statement of [
        "alter table requests add column restricted integer not null default 0",
        `update requests set restricted = 1 where "right" in ('restriction', 'objection')
          and ${last("Triaged")} > ${last("RestrictionLifted")}`,
        "create index requests_restricted on requests (controller) where restricted = 1",
      ]) {
        await sql.raw(statement).execute(db);
      }
    },
  };
}
