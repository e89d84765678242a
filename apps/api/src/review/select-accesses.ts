/** Which accesses of a period are looked at: all that a rule picks, and a share of the rest that anyone can draw again. */
import { drawSample } from "@tillit/audit-chain";
import { isWorkingDay, parseDate, swedishDateAt } from "@tillit/civil-time";
import { reviewRules, type Why } from "./review-rules.ts";

/** One access with what was known about the case when it happened. */
export interface SeenAccess {
  readonly seq: number;
  readonly record: string;
  readonly at: string;
  /** Role and pseudonym. */
  readonly by: string;
  readonly guarded: boolean;
  readonly assignees: readonly string[];
  /** Whole days since the case was closed, where it was. */
  readonly closedDays?: number | undefined;
  /** The desk saw a likeness between the reader and what was opened; only codes come here. */
  readonly flagged: boolean;
}

export interface Selected {
  readonly seq: number;
  readonly by: string;
  readonly why: readonly Why[];
}

export interface Selection {
  readonly population: number;
  readonly picked: number;
  readonly lines: readonly Selected[];
}

export function personOf(by: string): string {
  return by.slice(by.indexOf(":") + 1);
}

/** The hour of the clock in Sweden. */
export function swedishHour(at: string): number {
  const day = at.slice(0, 10);
  // Half past ten in the evening in UTC is past midnight only in summer time.
  const ahead = swedishDateAt(Date.parse(`${day}T22:30:00Z`)) === parseDate(day) ? 1 : 2;
  return (Number(at.slice(11, 13)) + ahead) % 24;
}

function atOddHours(at: string): boolean {
  const hour = swedishHour(at);
  const { from, to } = reviewRules.hours;
  return hour < from || hour >= to || !isWorkingDay(swedishDateAt(Date.parse(at)), "statute");
}

/** Persons and days with more records than one looks at in a day. */
function busyDays(accesses: readonly SeenAccess[]): ReadonlySet<string> {
  const seen = new Map<string, Set<string>>();
  for (const access of accesses) {
    const key = dayOf(access);
    const records = seen.get(key) ?? new Set<string>();
    seen.set(key, records.add(access.record));
  }
  return new Set([...seen].filter(([, { size }]) => size > reviewRules.manyRecords).map(([key]) => key));
}

function dayOf({ by, at }: SeenAccess): string {
  return `${by} ${swedishDateAt(Date.parse(at))}`;
}

function reasons(access: SeenAccess, busy: ReadonlySet<string>): readonly Why[] {
  const { guarded, assignees, at, by, closedDays = 0, flagged } = access;
  const holds: readonly (readonly [Why, boolean])[] = [
    ["protected-identity", guarded],
    ["outside-assignment", assignees.length > 0 && !assignees.includes(personOf(by))],
    ["odd-hours", atOddHours(at)],
    ["long-closed", closedDays > reviewRules.longClosedDays],
    ["many-in-a-day", busy.has(dayOf(access))],
    ["flagged", flagged],
  ];
  return holds.filter(([, yes]) => yes).map(([why]) => why);
}

/** @param seed - the root of a checkpoint made after the last of the accesses */
export function selectAccesses(accesses: readonly SeenAccess[], seed: Uint8Array): Selection {
  const { share, atLeast, atMost, mostPicked } = reviewRules;
  const busy = busyDays(accesses);
  const judged = accesses.map(({ seq, by, ...rest }) => ({
    seq,
    by,
    why: reasons({ seq, by, ...rest }, busy),
  }));
  const picked = judged.filter(({ why }) => why.length > 0);
  const rest = judged.filter(({ why }) => why.length === 0);
  const size = Math.min(atMost, Math.max(atLeast, Math.ceil(rest.length * share)));
  const chosen = new Set([...drawn(picked, mostPicked, seed), ...drawn(rest, size, seed)]);
  const lines = judged
    .filter(({ seq }) => chosen.has(seq))
    .map(({ seq, by, why }) => ({ seq, by, why: why.length === 0 ? (["sampled"] as const) : why }));
  return { population: accesses.length, picked: picked.length, lines };
}

function drawn(from: readonly Selected[], count: number, seed: Uint8Array): readonly number[] {
  return drawSample(
    seed,
    from.map(({ seq }) => seq),
    count,
  );
}
