/** Taking back what was decided, and what was assessed, when a case goes back. */
import type { Fresh } from "./draft-state.ts";
import { dropOpenPauses } from "./pausing.ts";
import type { CaseItem, NoticeStatus } from "./state.ts";

// What is decided next may change more: whoever was told of the last decision is to be told again (art. 19).
function forgetNotices(next: Fresh): void {
  const due = Object.keys(next.recipients).map((ref): [string, NoticeStatus] => [ref, "due"]);
  if (due.length > 0) next.recipients = Object.fromEntries(due);
}

export function undecide(next: Fresh): void {
  forgetNotices(next);
  delete next.draft;
  delete next.decision;
  delete next.sealed;
  delete next.ground;
  next.disclosed = false;
  next.executed = false;
}

function unassessed({ section, sha256, mentions }: CaseItem): CaseItem {
  return mentions === undefined ? { section, sha256 } : { section, sha256, mentions };
}

/** Sent back or changed: what was assessed counts no more, what happened still did. */
export function beginAgain(next: Fresh): void {
  undecide(next);
  delete next.appeal;
  delete next.body;
  delete next.servedOn;
  delete next.appealLastDay;
  delete next.replyBy;
  delete next.ivo;
  next.items = Object.fromEntries(Object.entries(next.items).map(([id, item]) => [id, unassessed(item)]));
  dropOpenPauses(next);
}
