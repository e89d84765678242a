import { drawSample } from "@tillit/audit-chain";
import { type ReviewRules, type SeenAccess, type Selection, selectAccesses } from "../src/index.ts";

export const rules: ReviewRules = {
  id: "test/1",
  law: { act: "lagen", sfs: "2001:454", at: "10 §", grade: "I" },
  everyDays: 31,
  graceDays: 14,
  signWithinDays: 14,
  share: 0.05,
  atLeast: 10,
  atMost: 200,
  mostPicked: 1000,
  hours: { from: 6, to: 20 },
  longClosedDays: 90,
  manyRecords: 40,
};

export const seed = new Uint8Array(32).fill(7);

/** At nine in the morning of a working day, by one of fifty, in a case of nobody's. */
export const ordinary = (seq: number, more: Partial<SeenAccess> = {}): SeenAccess => ({
  seq,
  record: `r${seq}`,
  at: "2026-11-23T09:00:00Z",
  by: `caseworker:${seq % 50}`,
  guarded: false,
  assignees: [],
  flagged: false,
  ...more,
});

export function select(accesses: readonly SeenAccess[]): Selection {
  return selectAccesses(accesses, { rules, seed, drawSample });
}
