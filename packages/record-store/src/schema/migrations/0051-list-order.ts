import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * Lists in the order of work, each with an index of its own that is as long as the list: what is open, the nearest day
 * first; then what is not. A new application enters one index only, and has no unit yet.
 */
const active = "(status not in ('decided', 'withdrawn') or next_day <> '9999-12-31')";
const closed = "status in ('decided', 'withdrawn') and next_day = '9999-12-31'";

const indexes: readonly string[] = [
  `create index cases_active on cases (controller, next_day, received_at, id) where ${active}`,
  `create index cases_closed on cases (controller, received_at, id) where ${closed}`,
  `create index cases_unit_active on cases (controller, unit, next_day, received_at, id) where unit is not null and ${active}`,
  `create index cases_unit_closed on cases (controller, unit, received_at, id) where unit is not null and ${closed}`,
  "drop index requests_due",
  "create index requests_open on requests (controller, last_day, id) where status <> 'closed'",
  "create index requests_closed on requests (controller, received, id) where status = 'closed'",
  "create index holds_standing on holds (controller, placed, id) where released is null",
  "create index holds_ended on holds (controller, placed, id) where released is not null",
  "create index transfers_out on transfers (sender, offered_at, id) where state = 'offered'",
  "create index transfers_out_settled on transfers (sender, offered_at, id) where state <> 'offered'",
  "create index transfers_in on transfers (receiver, offered_at, id) where state = 'offered'",
  "create index transfers_in_settled on transfers (receiver, offered_at, id) where state <> 'offered'",
  "create index transfers_record on transfers (sender, record)",
  "create index plans_unsettled on plans (controller, record) where outcome in ('conflict', 'review')",
];

export function listOrder(): Migration {
  return {
    async up(db) {
      // The nearest last day of a request about the case that is not answered yet; the end of time where there is none.
      await sql`alter table cases add column next_day text not null default '9999-12-31'`.execute(db);
      await sql`update cases set next_day = (select min(last_day) from requests where requests.controller = cases.controller
        and requests.application = cases.id and requests.status <> 'closed') where exists (select 1 from requests
        where requests.controller = cases.controller and requests.application = cases.id
        and requests.status <> 'closed')`.execute(db);
      for (const statement of indexes) await sql.raw(statement).execute(db);
    },
  };
}
