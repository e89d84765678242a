/** Two ways of doing something, measured in turns, so that whatever else the machine does falls on both. */
import { median, rate, type Row } from "./measure.ts";

/** One after the other, as many as there are. */
export type Side = () => Promise<readonly (() => Promise<void>)[]>;

interface Turns {
  readonly own: number;
  readonly bare: number;
}

const rounds = 7;
/**
 * What goes round the write-ahead log once on each side: every turn bears the cost of moving the log into the file, and
 * not every third of them.
 */
const long = 600;
/** Where one takes some milliseconds and the log plays no part. */
const short = 200;

/** The same bare work as often as it takes. */
export function repeated(work: () => Promise<void>, times = long): Side {
  return () => Promise.resolve(Array.from({ length: times }, () => work));
}

/** Made before the clock starts; a turn on each side is not counted, and the order turns round with every round. */
export async function inTurns(own: Side, bare: Side, atOnce: number): Promise<Turns> {
  const measured = { own: [] as number[], bare: [] as number[] };
  const turn = (jobs: readonly (() => Promise<void>)[]): Promise<number> =>
    rate(jobs.length, atOnce, (n) => (jobs[n] as () => Promise<void>)());
  await turn(await own());
  await turn(await bare());
  for (let round = 0; round < rounds; round += 1) {
    const jobs = { own: await own(), bare: await bare() };
    for (const side of round % 2 === 0 ? (["bare", "own"] as const) : (["own", "bare"] as const)) {
      measured[side].push(await turn(jobs[side]));
    }
  }
  return { own: median(measured.own), bare: median(measured.bare) };
}

/** How many one turn takes. */
export const turnLength = { long, short } as const;

function against({ own, bare }: Turns): string {
  return `${Math.round(own)}/s against ${Math.round(bare)}/s: ${(own / bare).toFixed(2)}`;
}

/** A row with a target. */
export function held(what: string, turns: Turns, least: number): Row {
  const met = turns.own / turns.bare >= least;
  return { what, measured: against(turns), target: `≥ ${least}`, met };
}

/** A row that says how much, of two things that are not alike. */
export function reported(what: string, turns: Turns): Row {
  return { what, measured: against(turns), target: "reported", met: undefined };
}
