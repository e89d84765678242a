/** Deciding, explaining and checking inside one process. */
import { claimedRetention, retentionRules } from "../../welfare-law/src/index.ts";
import { checkRules, compile, diffRules, type Facts, formatDay, outcomes, parseDay } from "../src/index.ts";
import { emptyAnswers, evaluateByHand, handColumns } from "./hand-written.ts";
import { type DateRow, dateRow, evaluateWithDates, jsonRules, zenTable } from "./peers.ts";
import { records } from "./records.ts";
import { type Line, times } from "./report.ts";
import { inTurns, median, once, type Time } from "./time.ts";

const asOf = "2026-11-21";
const day = parseDay(asOf);
const noon = new Date(2026, 10, 21, 12);
const engine = compile(retentionRules);

const each = ({ cpu }: Time, count: number): string =>
  `${((cpu / count) * 1e9).toFixed(0)} ns a record, ${(count / cpu / 1e6).toFixed(2)} M/s`;

/** Compares all answers before anything is timed. */
function agree(all: readonly Facts[], limit: number): void {
  const columns = engine.columns(all.length);
  for (const facts of all) engine.push(columns, facts);
  const ours = engine.evaluate(columns, { asOf });
  const theirs = emptyAnswers(all.length);
  evaluateByHand(handColumns(all), day, theirs);
  for (let row = 0; row < all.length; row++)
    for (const key of ["outcome", "status", "dutyArises", "earliest", "latest"] as const)
      if (ours[key][row] !== theirs[key][row]) throw new Error(`hand-written differs in ${key} at ${row}`);
  for (let row = 0; row < Math.min(limit, all.length); row++) {
    const { outcome, earliest } = evaluateWithDates(dateRow(all[row] as Facts), noon);
    const text =
      earliest === undefined
        ? undefined
        : `${earliest.getFullYear()}-${String(earliest.getMonth() + 1).padStart(2, "0")}-${String(earliest.getDate()).padStart(2, "0")}`;
    const mine = ours.earliest[row] as number;
    // date-fns has no way to count an age from 29 February forwards; the synthetic births have none.
    if (outcome !== outcomes[ours.outcome[row] as number] || (text !== undefined && text !== formatDay(mine)))
      throw new Error(`date-fns differs at ${row}`);
  }
}

/** Columns against the same rules written by hand, over Dates, and in two rule engines. */
export async function evaluation(scale: number): Promise<Line[]> {
  const count = 1_000_000 * scale;
  const all = [...records(count)];
  agree(all, 100_000);
  const columns = engine.columns(count);
  for (const facts of all) engine.push(columns, facts);
  const room = engine.evaluate(columns, { asOf });
  const hand = handColumns(all);
  const answers = emptyAnswers(count);
  const [ours, floor] = (await inTurns(11, [
    () => engine.evaluate(columns, { asOf, reuse: room }),
    () => {
      evaluateByHand(hand, day, answers);
    },
  ])) as [Time, Time];
  const per = ours.cpu / count;
  const lines: Line[] = [
    {
      what: `columns, ${count} records, all Swedish rules`,
      figure: each(ours, count),
      target: "≥ 5 M/s",
      met: per < 200e-9,
    },
    {
      what: "hand-written over integers, only the rules these records meet",
      figure: `${each(floor, count)}; ours takes ${times(ours.cpu, floor.cpu)}`,
      target: "ours within 2×",
      met: ours.cpu <= 2 * floor.cpu,
    },
  ];
  const against = (what: string, time: Time, number: number, target: number): void => {
    lines.push({
      what,
      figure: `${each(time, number)}; ${times(time.cpu / number, per)} ours`,
      target: `≥ ${target}×`,
      met: time.cpu / number >= target * per,
    });
  };
  const rows: DateRow[] = all.slice(0, 100_000 * scale).map((facts) => dateRow(facts));
  const dates = await median(3, () => {
    for (const row of rows) evaluateWithDates(row, noon);
  });
  against("hand-written with date-fns over `Date` objects", dates, rows.length, 20);
  const few = rows.slice(0, 5000);
  for (const [what, make, target] of [
    ["zen-engine 0.54, outcome only", zenTable, 500],
    ["json-rules-engine 7.3, outcome only", jsonRules, 1000],
  ] as const) {
    const decide = make();
    for (const [at, row] of few.slice(0, 1000).entries())
      if ((await decide(row)) !== outcomes[room.outcome[at] as number])
        throw new Error(`${what} differs at ${at}`);
    const theirs = await median(3, async () => {
      for (const row of few) await decide(row);
    });
    against(what, theirs, few.length, target);
  }
  return lines;
}

/** One record at a time. */
export async function oneByOne(scale: number): Promise<Line[]> {
  const sample = [...records(50_000 * scale)];
  const [explained, decided] = (await inTurns(5, [
    () => {
      for (const facts of sample) engine.explain(facts, asOf);
    },
    () => {
      for (const facts of sample) engine.decide(facts, asOf);
    },
  ])) as [Time, Time];
  const micro = ({ cpu }: Time): number => (cpu / sample.length) * 1e6;
  return [
    {
      what: "full explanation: every rule's verdict, citation, arithmetic",
      figure: `${micro(explained).toFixed(2)} µs a record`,
      target: "≤ 3 µs",
      met: micro(explained) <= 3,
    },
    { what: "one record decided, reading its facts included", figure: `${micro(decided).toFixed(2)} µs` },
  ];
}

/** Rule sets: the checker and the comparison. */
export async function ruleSets(): Promise<Line[]> {
  const cold = await once(() => checkRules(retentionRules, { today: asOf }));
  const warm = await median(5, () => checkRules(retentionRules, { today: asOf }));
  const claim = claimedRetention[3];
  const compared = await median(3, () =>
    diffRules(retentionRules, claim?.rules, { asOf, within: claim?.within ?? {} }),
  );
  return [
    {
      what: "checker over all Swedish rules",
      figure: `${cold.cpu.toFixed(2)} s the first time, ${warm.cpu.toFixed(2)} s after`,
      target: "≤ 1 s",
      met: cold.cpu <= 1,
    },
    { what: "difference between the law and a policy", figure: `${compared.cpu.toFixed(3)} s` },
  ];
}
