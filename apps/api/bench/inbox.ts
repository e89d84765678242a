/** A thousand rows of an inbox, out of ten thousand and out of a million records. */
import Sqlite from "better-sqlite3";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { harness, publicAuthority } from "../test/setup/harness.ts";
import { dueCandidates } from "../src/retention/plan-retention.ts";
import { percentile, type Row } from "./measure.ts";

function fill(file: string, from: number, to: number): void {
  const database = new Sqlite(file);
  const insert = database.prepare(
    `insert into cases (controller, id, app, number, received_at, status, assignments, last_entry)
     values (?, ?, ?, ?, ?, 'submitted', '["family-home"]', ?)`,
  );
  database.transaction(() => {
    for (let n = from; n < to; n += 1) {
      const at = new Date(Date.UTC(2020, 0, 1) + n * 60_000).toISOString();
      const id = n.toString(16).padStart(32, "0");
      insert.run(publicAuthority, id, id, `2020-${n}`, at, at);
    }
  })();
  database.close();
}

async function p99(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 100; n += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return percentile(times, 0.99);
}

interface Memory {
  /** What is in use at the lowest of the second half, above what was in use before; MB. */
  readonly held: number;
  /** The resident set at its highest, above what it was before; what waits to be collected is in it. MB. */
  readonly resident: number;
}

async function memoryOf(work: () => Promise<void>): Promise<Memory> {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  const before = process.memoryUsage();
  const seen: NodeJS.MemoryUsage[] = [];
  const watch = setInterval(() => seen.push(process.memoryUsage()), 20);
  await work();
  clearInterval(watch);
  const late = seen.slice(seen.length / 2);
  const megabytes = (bytes: number): number => Math.round(Math.max(0, bytes) / 1e6);
  return {
    held: megabytes(Math.min(...late.map(({ heapUsed }) => heapUsed)) - before.heapUsed),
    resident: megabytes(Math.max(...seen.map(({ rss }) => rss)) - before.rss),
  };
}

export async function inbox(): Promise<Row[]> {
  const h = await harness();
  const file = join(h.folder, "tillit.db");
  const look = () => h.store.read(publicAuthority, (unit) => unit.projections.cases(1000));
  fill(file, 0, 10_000);
  const small = await p99(look);
  fill(file, 10_000, 1_000_000);
  const large = await p99(look);
  const sweepBegan = performance.now();
  let due = 0;
  const { held, resident } = await memoryOf(async () => {
    await h.store.read(publicAuthority, async (unit) => {
      const controller = await h.store.controller(publicAuthority);
      if (controller === undefined) return;
      const place = { unit, controller, reach: {} };
      due = (await dueCandidates(h.deps, place, () => Promise.resolve(true))).due.length;
    });
  });
  const sweep = (1_000_000 / (performance.now() - sweepBegan)) * 1000;
  await h.close();
  const ratio = large / small;
  return [
    {
      what: "inbox of 1 000 from 1 000 000 records, p99 against 10 000 records",
      measured: `${large.toFixed(1)} ms against ${small.toFixed(1)} ms: ${ratio.toFixed(2)}`,
      target: "≤ 2",
      met: ratio <= 2,
    },
    {
      what: `disposal sweep of 1 000 000 records, ${due} due`,
      measured: `${Math.round(sweep)} records/s, ${held} MB more in use, resident set ${resident} MB higher at most`,
      target: "flat memory",
      met: held < 20,
    },
  ];
}
