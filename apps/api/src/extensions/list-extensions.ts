/**
 * Records that a reviewer of a disposal list has answered shall stay until a day. Until then no list proposes them; what
 * the law demands goes on being said. An answer is no hold: it leans on no provision, so it stops no erasure that the data
 * subject asks for, and where the last day of the rules comes before its own it is a conflict for people.
 */
import type { KeepRow, Unit } from "@tillit/record-store";

export interface Kept extends KeepRow {
  /** The rules let it stay no longer than this: people have to decide which counts. */
  readonly conflict?: { readonly latest: string; readonly rule?: string };
}

/** Those of the records that are kept today, with what the last plan of each says against it. */
export async function keptAmong(
  unit: Unit,
  today: string,
  records: readonly string[],
): Promise<ReadonlyMap<string, Kept>> {
  const standing = await unit.keeps.standing(records, today);
  if (standing.size === 0) return new Map();
  const plans = new Map((await unit.plans.of([...standing.keys()])).map((plan) => [plan.record, plan]));
  return new Map(
    [...standing].map(([record, keep]): [string, Kept] => {
      const { latest, rule } = plans.get(record) ?? {};
      // It can go from the day after `until` on, so the last day itself is too late already.
      if (latest === undefined || latest > keep.until) return [record, keep];
      return [record, { ...keep, conflict: { latest, ...(rule === undefined ? {} : { rule }) } }];
    }),
  );
}
