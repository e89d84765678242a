/** Approvals of a disposal list: by whom, how many, and of what exactly. */
import { formatDay, parseDay } from "../../day/civil-day.ts";
import { contentHash } from "@tillit/canonical-json";
import type { Approval, DisposalList, ListCommand } from "./list.ts";

const COOLING_DAYS = 7;

/** What an approval is of: the list without what reviewers and executors add to it. */
function contentOf({ id, asOf, ruleSet, author, required, items }: DisposalList): string {
  const approved = items.map(({ answer: _a, result: _r, executed: _e, receipt: _t, ...item }) => item);
  return contentHash({ id, asOf, ruleSet, author, required, items: approved });
}

function isEnough({ approvals, required }: DisposalList): boolean {
  // The author is the first of the required persons: reviewing is never the author's own.
  return approvals.length + 1 >= required;
}

/** The last day of cooling off, counted from the last approval. */
function lastCoolDay({ approvals }: DisposalList): string {
  const last = approvals.reduce((latest, { at }) => Math.max(latest, parseDay(at)), 0);
  return formatDay(last + COOLING_DAYS);
}

/** The approval of a command, and the last day of cooling off where it was the last that was needed. */
export function approvalOf(
  { by, at, comment }: Extract<ListCommand, { type: "Approve" }>,
  list: DisposalList,
): { readonly approval: Approval; readonly until?: string } {
  parseDay(at, "at");
  const approval = { ...by, at, ...(comment === undefined ? {} : { comment }), of: contentOf(list) };
  const after = { ...list, approvals: [...list.approvals, approval] };
  return isEnough(after) ? { approval, until: lastCoolDay(after) } : { approval };
}

/** Whether enough other persons approved, and of what the list still says; a list kept as a file may have been edited. */
export function stillApproved(list: DisposalList): boolean {
  const persons = new Set(list.approvals.map(({ person }) => person));
  const content = contentOf(list);
  return (
    isEnough(list) &&
    persons.size === list.approvals.length &&
    !persons.has(list.author) &&
    list.approvals.every((approval) => approval.of === content)
  );
}

/** The day before which nothing is executed, whatever the list says itself. */
export function coolUntil(list: DisposalList): string {
  const counted = lastCoolDay(list);
  return list.coolUntil !== undefined && list.coolUntil > counted ? list.coolUntil : counted;
}
