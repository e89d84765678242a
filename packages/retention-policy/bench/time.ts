/** Times of work: CPU seconds of the process that does it, beside wall-clock seconds. On a busy machine the first say more. */
import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";

export interface Time {
  readonly cpu: number;
  readonly wall: number;
}

export interface ProcessTime extends Time {
  /** Largest memory of the process in MB. */
  readonly rss: number;
}

export async function once(work: () => unknown): Promise<Time> {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  await work();
  const used = process.cpuUsage(cpu);
  return { cpu: (used.user + used.system) / 1e6, wall: (performance.now() - wall) / 1e3 };
}

function middle<T extends Time>(all: readonly T[]): T {
  return all.toSorted((a, b) => a.cpu - b.cpu)[Math.floor(all.length / 2)] as T;
}

/** The median by CPU time of several runs, after one that warms up. */
export async function median(times: number, work: () => unknown): Promise<Time> {
  return (await inTurns(times, [work]))[0] as Time;
}

/** Medians of several pieces of work that take their turns, so that a busy moment meets all of them. */
export async function inTurns(times: number, works: readonly (() => unknown)[]): Promise<Time[]> {
  const all: Time[][] = works.map(() => []);
  for (const work of works) await work();
  for (let round = 0; round < times; round++)
    for (const [at, work] of works.entries()) all[at]?.push(await once(work));
  return all.map((each) => middle(each));
}

/** A process of its own: its CPU and wall seconds and its largest memory, told by the process itself. */
function child(args: readonly string[], usage: string): ProcessTime {
  const started = performance.now();
  const run = spawnSync(process.execPath, ["--import", pathToFileURL(usage).href, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
    maxBuffer: 1 << 26,
  });
  const found = /usage (\S+) (\S+)/.exec(run.stderr);
  if (found === null) throw new Error(`a measured process failed: ${run.stderr.slice(0, 300)}`);
  return { cpu: Number(found[1]), rss: Number(found[2]), wall: (performance.now() - started) / 1e3 };
}

/** Medians of processes that take their turns; `usage` is the module that tells what a process used. */
export function processesInTurns(
  times: number,
  usage: string,
  programs: readonly (readonly string[])[],
): ProcessTime[] {
  const all: ProcessTime[][] = programs.map(() => []);
  for (let round = 0; round < times; round++)
    for (const [at, program] of programs.entries()) all[at]?.push(child(program, usage));
  return all.map((each) => middle(each));
}
