import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** The controller's own decision on how long data subjects' requests are kept, and the order they are planned in. */
export function requestPlans(): Migration {
  return {
    async up(db) {
      await sql`alter table controllers add column request_plan text`.execute(db);
      await sql`create index requests_received on requests (controller, received, id)`.execute(db);
    },
  };
}
