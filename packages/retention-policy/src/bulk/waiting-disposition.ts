/** Dispositions of the rows that wait for other records of their subject. */
import type { EngineState } from "../decide/engine-state.ts";
import { dispositionOf } from "../decide/decide.ts";
import { resolve } from "../decide/cell.ts";
import { emptyResolution } from "../decide/resolution.ts";
import { delayByHolds, heldBy, statusOf } from "../decide/status.ts";
import type { Disposition } from "../disposition.ts";
import type { Columns } from "./columns.ts";
import { waitedRules } from "./evaluate.ts";
import { awaitedRules } from "./key.ts";
import { applyWait, awaitedIn, notePeer, type Peers, peersOf } from "./wait.ts";

/** By row; rows without a wait are not in the map. */
export function waitingDisposition(
  state: EngineState,
  columns: Columns,
  asOf: number,
  idOf: (row: number) => string,
): Map<number, Disposition> {
  const found = new Map<number, Disposition>();
  const awaited = awaitedRules(state.rows);
  if (columns.subjectIndex.size === 0 || awaited.size === 0) return found;
  const lens = state.lensOn(asOf);
  const peers: Peers = new Map();
  const waiters: { row: number; rules: readonly string[] }[] = [];
  const cellOf = (row: number): ReturnType<typeof lens.cellOf> => lens.cellAt(columns.classes, row);
  const out = emptyResolution();
  for (let row = 0; row < columns.length; row++) {
    const subject = columns.subjects[row] as number;
    if (subject < 0) continue;
    const cell = cellOf(row);
    for (const rule of awaitedIn(cell, awaited)) {
      resolve(lens, cell, columns, row, asOf, out);
      notePeer(peers, rule, subject, row, out);
    }
    const rules = waitedRules(lens, cell, columns, row, asOf);
    if (rules.length > 0) waiters.push({ row, rules });
  }
  for (const { row, rules } of waiters) {
    const peer = peersOf(peers, rules, columns.subjects[row] as number);
    if (peer === undefined) continue;
    resolve(lens, cellOf(row), columns, row, asOf, out);
    applyWait(out, peer, state.rows);
    const holds = columns.holds.get(row);
    const held = heldBy(holds, asOf);
    delayByHolds(holds, asOf, out);
    const status = statusOf(out, asOf, held.length > 0, true);
    found.set(
      row,
      dispositionOf(state, idOf(row), out, status, {
        ...(held.length === 0 ? {} : { heldBy: held }),
        waitsFor: peer.rows.map((other) => idOf(other)),
      }),
    );
  }
  return found;
}
