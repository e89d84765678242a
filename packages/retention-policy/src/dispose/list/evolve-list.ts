/** What each event changes on a disposal list. */
import { refuseOtherInEvent } from "./list-keys.ts";
import type { DisposalList, ListEvent, ListItem } from "./list.ts";

/**
 * The list after an event, which is looked at first.
 * @throws {RetentionError} EVENT_MALFORMED where its type is not known or something is missing, UNKNOWN_KEY
 */
export function evolveList(list: DisposalList, event: ListEvent): DisposalList {
  refuseOtherInEvent(event);
  switch (event.type) {
    case "Drafted":
      return event.list;
    case "Submitted":
      return { ...list, status: "reviewing", approvals: [] };
    case "Answered":
      return withItem(list, event.record, { answer: event.answer });
    case "ChangesRequested":
      return { ...list, status: "changes-requested", comment: event.comment };
    case "Approved":
      return { ...list, approvals: [...list.approvals, event.approval] };
    case "CoolingOff":
      return { ...list, status: "cooling-off", coolUntil: event.until };
    case "Begun": {
      const gone = new Set(event.dropped.map(({ record }) => record));
      return {
        ...list,
        status: "executing",
        items: list.items.filter(({ record }) => !gone.has(record)),
        dropped: [...list.dropped, ...event.dropped],
      };
    }
    case "Reported":
      return withItem(list, event.record, {
        result: event.result,
        executed: event.at,
        ...(event.receipt === undefined ? {} : { receipt: event.receipt }),
      });
    case "Finished":
      return { ...list, status: "executed" };
    case "Aborted":
      return { ...list, status: "aborted", comment: event.reason };
  }
}

function withItem(list: DisposalList, record: string, change: Partial<ListItem>): DisposalList {
  return {
    ...list,
    items: list.items.map((item) => (item.record === record ? { ...item, ...change } : item)),
  };
}
