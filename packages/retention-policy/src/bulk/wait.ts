/** Waits between records of one subject: a file waits until the register data on the same person is gone. */
import type { RuleRow } from "../compile/rule-rows.ts";
import { endOfYear, NO_DAY } from "../day/civil-day.ts";
import { addWholePeriod } from "../day/period.ts";
import type { Cell } from "../decide/cell.ts";
import * as code from "../decide/codes.ts";
import type { Resolution } from "../decide/resolution.ts";

/** What a subject's awaited records amount to: the latest of their dates, and whether one has none yet. */
export interface Peer {
  duty: number;
  earliest: number;
  pending: boolean;
  rows: number[];
}

/** Peers of subjects, by rule and subject number. */
export type Peers = Map<string, Map<number, Peer>>;

const known = new WeakMap<Cell, readonly string[]>();

/** The awaited rules a cell may fall under; what an engine awaits never changes, so they are looked for once. */
export function awaitedIn(cell: Cell, awaited: ReadonlySet<string>): readonly string[] {
  let found = known.get(cell);
  if (found === undefined) known.set(cell, (found = lookForAwaited(cell, awaited)));
  return found;
}

function lookForAwaited(cell: Cell, awaited: ReadonlySet<string>): string[] {
  if (awaited.size === 0) return [];
  const own = [...cell.certain, ...cell.residual.map(({ candidate }) => candidate)];
  const later = (cell.completions ?? []).flatMap((completion) => completion.certain);
  return [...new Set([...own, ...later].map((candidate) => candidate.row.rule.id))].filter((id) =>
    awaited.has(id),
  );
}

/** Notes a record others may wait for. A preserved or transferred record is nothing to wait for. */
export function notePeer(peers: Peers, ruleId: string, subject: number, row: number, out: Resolution): void {
  if (out.outcome === code.PRESERVE || out.outcome === code.TRANSFER || out.outcome === code.REVIEW) return;
  let bySubject = peers.get(ruleId);
  if (bySubject === undefined) peers.set(ruleId, (bySubject = new Map()));
  let peer = bySubject.get(subject);
  if (peer === undefined)
    bySubject.set(subject, (peer = { duty: NO_DAY, earliest: NO_DAY, pending: false, rows: [] }));
  if (peer.rows.length < 16) peer.rows.push(row);
  if (out.outcome !== code.DISPOSE || out.pending) peer.pending = true;
  if (out.duty > peer.duty) peer.duty = out.duty;
  if (out.earliest > peer.earliest) peer.earliest = out.earliest;
}

/** The peers a record waits for, joined over the rules it waits for. */
export function peersOf(peers: Peers, rules: readonly string[], subject: number): Peer | undefined {
  let joined: Peer | undefined;
  for (const rule of rules) {
    const peer = peers.get(rule)?.get(subject);
    if (peer === undefined) continue;
    joined =
      joined === undefined
        ? { ...peer, rows: [...peer.rows] }
        : {
            duty: Math.max(joined.duty, peer.duty),
            earliest: Math.max(joined.earliest, peer.earliest),
            pending: joined.pending || peer.pending,
            rows: [...joined.rows, ...peer.rows],
          };
  }
  return joined;
}

/** Moves a record's window behind its peers'. */
export function applyWait(out: Resolution, peer: Peer, rows: readonly RuleRow[]): void {
  if (out.outcome !== code.DISPOSE || out.pending) return;
  if (peer.pending) {
    out.pending = true;
    out.reason = code.R_WAITING;
    out.duty = NO_DAY;
    out.earliest = NO_DAY;
    out.latest = NO_DAY;
    return;
  }
  if (peer.earliest > out.earliest) out.earliest = peer.earliest;
  if (peer.duty <= out.duty) return;
  out.duty = peer.duty;
  const complete = rows[out.ref - 1]?.complete ?? "none";
  if (out.latest === NO_DAY || complete === "none") return;
  out.latest =
    complete === "endOfNextCalendarYear" ? endOfYear(out.duty, 1) : addWholePeriod(out.duty, complete, false);
}
