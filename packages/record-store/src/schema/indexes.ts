/**
 * Lists in the order of work, each with an index of its own that is as long as the list: what is open, the nearest day
 * first; then what is not. A new application enters few of them.
 */
const active = "(status not in ('decided', 'withdrawn') or next_day <> '9999-12-31')";
const closed = "status in ('decided', 'withdrawn') and next_day = '9999-12-31'";

export const indexes: readonly string[] = [
  "create index directory_app on directory (app)",
  "create index eid_links_pseudonym on eid_links (pseudonym)",
  "create index jobs_due on jobs (due)",
  "create unique index events_stream on events (controller, stream, version)",
  "create index envelopes_parent on envelopes (controller, parent) where parent is not null",
  "create index words_case on words (controller, case_id)",
  "create index cases_received on cases (controller, received_at, id)",
  `create index cases_active on cases (controller, next_day, received_at, id) where ${active}`,
  `create index cases_closed on cases (controller, received_at, id) where ${closed}`,
  "create index cases_unit on cases (controller, unit, received_at, id) where unit is not null",
  `create index cases_unit_active on cases (controller, unit, next_day, received_at, id) where unit is not null and ${active}`,
  `create index cases_unit_closed on cases (controller, unit, received_at, id) where unit is not null and ${closed}`,
  "create index requests_application on requests (controller, application)",
  "create index requests_received on requests (controller, received, id)",
  "create index requests_open on requests (controller, last_day, id) where status <> 'closed'",
  "create index requests_closed on requests (controller, received, id) where status = 'closed'",
  "create index requests_restricted on requests (controller) where restricted = 1",
  "create index exports_request on exports (controller, request)",
  "create index exports_expires on exports (controller, expires)",
  "create index holds_released on holds (controller, released)",
  "create index holds_standing on holds (controller, placed, id) where released is null",
  "create index holds_ended on holds (controller, placed, id) where released is not null",
  "create index plans_earliest on plans (controller, earliest, record)",
  "create index plans_status on plans (controller, status, record)",
  "create index plans_unsettled on plans (controller, record) where outcome in ('conflict', 'review')",
  "create index transfers_sender on transfers (sender, offered_at)",
  "create index transfers_receiver on transfers (receiver, offered_at)",
  "create index transfers_record on transfers (sender, record)",
  "create index transfers_out on transfers (sender, offered_at, id) where state = 'offered'",
  "create index transfers_out_settled on transfers (sender, offered_at, id) where state <> 'offered'",
  "create index transfers_in on transfers (receiver, offered_at, id) where state = 'offered'",
  "create index transfers_in_settled on transfers (receiver, offered_at, id) where state <> 'offered'",
];
