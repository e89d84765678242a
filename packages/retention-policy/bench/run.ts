/**
 * Measures what the README promises, in one run: `pnpm bench`, or with `--quick` a tenth of it. Every engine answers
 * the same records, and the answers are compared before anything is timed. Times are CPU seconds of this process
 * beside wall-clock seconds: on a busy machine the first say more.
 */
import { spawnSync } from "node:child_process";
import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { claimedRetention, retentionRules } from "../../welfare-law/src/index.ts";
import {
  checkRules,
  compile,
  csvReader,
  diffRules,
  type Facts,
  formatDay,
  outcomes,
  parseDay,
  planWriter,
} from "../src/index.ts";
import { emptyAnswers, evaluateByHand, handColumns } from "./hand-written.ts";
import { type DateRow, dateRow, evaluateWithDates, jsonRules, zenTable } from "./peers.ts";
import { csvColumns, csvLine, records } from "./records.ts";

const quick = process.argv.includes("--quick");
const scale = quick ? 0.1 : 1;
const asOf = "2026-11-21";
const day = parseDay(asOf);
const engine = compile(retentionRules);

interface Time {
  readonly cpu: number;
  readonly wall: number;
}

async function once(work: () => unknown): Promise<Time> {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  await work();
  const used = process.cpuUsage(cpu);
  return { cpu: (used.user + used.system) / 1e6, wall: (performance.now() - wall) / 1e3 };
}

/** The median by CPU time of several runs, after one that warms up. */
async function median(times: number, work: () => unknown): Promise<Time> {
  await work();
  const all: Time[] = [];
  for (let run = 0; run < times; run++) all.push(await once(work));
  return all.toSorted((a, b) => a.cpu - b.cpu)[Math.floor(times / 2)] as Time;
}

const lines: string[] = [];
function say(what: string, figure: string): void {
  lines.push(`| ${what} | ${figure} |`);
  process.stdout.write(`${what}: ${figure}\n`);
}
const ns = ({ cpu }: Time, count: number): string =>
  `${((cpu / count) * 1e9).toFixed(0)} ns/record, ${(count / cpu / 1e6).toFixed(2)} M/s`;
const times = (a: number, b: number): string => `${(a / b).toFixed(a / b < 10 ? 1 : 0)}×`;

function agree(all: readonly Facts[], limit: number): void {
  const columns = engine.columns(all.length);
  for (const facts of all) engine.push(columns, facts);
  const ours = engine.evaluate(columns, { asOf });
  const theirs = emptyAnswers(all.length);
  evaluateByHand(handColumns(all), day, theirs);
  for (let row = 0; row < all.length; row++)
    for (const key of ["outcome", "status", "dutyArises", "earliest", "latest"] as const)
      if (ours[key][row] !== theirs[key][row]) throw new Error(`hand-written differs in ${key} at ${row}`);
  const noon = new Date(2026, 10, 21, 12);
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

async function evaluation(): Promise<void> {
  const count = 1_000_000 * scale;
  const all = [...records(count)];
  agree(all, 100_000);
  const columns = engine.columns(count);
  for (const facts of all) engine.push(columns, facts);
  const room = engine.evaluate(columns, { asOf });
  const ours = await median(9, () => engine.evaluate(columns, { asOf, reuse: room }));
  say("columns, all Swedish rules", ns(ours, count));
  const hand = handColumns(all);
  const answers = emptyAnswers(count);
  const floor = await median(9, () => {
    evaluateByHand(hand, day, answers);
  });
  say(
    "hand-written over integers, only the rules these records meet",
    `${ns(floor, count)}; ours takes ${times(ours.cpu, floor.cpu)}`,
  );
  const rows: DateRow[] = all.slice(0, 100_000 * scale).map((facts) => dateRow(facts));
  const noon = new Date(2026, 10, 21, 12);
  const dates = await median(3, () => {
    for (const row of rows) evaluateWithDates(row, noon);
  });
  const per = ours.cpu / count;
  say("hand-written with date-fns", `${ns(dates, rows.length)}; ${times(dates.cpu / rows.length, per)} ours`);
  const few = rows.slice(0, 5000);
  for (const [name, make] of [
    ["zen-engine 0.54, outcome only", zenTable],
    ["json-rules-engine 7.3, outcome only", jsonRules],
  ] as const) {
    const decide = make();
    for (const [at, row] of few.slice(0, 1000).entries())
      if ((await decide(row)) !== outcomes[room.outcome[at] as number])
        throw new Error(`${name} differs at ${at}`);
    const theirs = await median(3, async () => {
      for (const row of few) await decide(row);
    });
    say(name, `${ns(theirs, few.length)}; ${times(theirs.cpu / few.length, per)} ours`);
  }
  const sample = all.slice(0, 50_000 * scale);
  const explained = await median(5, () => {
    for (const facts of sample) engine.explain(facts, asOf);
  });
  say(
    "full explanation, every rule with its verdict",
    `${((explained.cpu / sample.length) * 1e6).toFixed(2)} µs/record`,
  );
  const decided = await median(5, () => {
    for (const facts of sample) engine.decide(facts, asOf);
  });
  say("one record decided, facts and all", `${((decided.cpu / sample.length) * 1e6).toFixed(2)} µs/record`);
}

async function checking(): Promise<void> {
  const cold = await once(() => checkRules(retentionRules, { today: asOf }));
  const warm = await median(5, () => checkRules(retentionRules, { today: asOf }));
  say(
    "checker over all Swedish rules",
    `${cold.cpu.toFixed(2)} s the first time, ${warm.cpu.toFixed(2)} s after`,
  );
  const claim = claimedRetention[3];
  const diffed = await median(3, () =>
    diffRules(retentionRules, claim?.rules, { asOf, within: claim?.within ?? {} }),
  );
  say("difference between the law and a policy", `${diffed.cpu.toFixed(3)} s`);
}

function writeCsv(path: string, count: number): void {
  const file = openSync(path, "w");
  let text = `${csvColumns.join(",")}\n`;
  for (const facts of records(count)) {
    text += `${csvLine(facts)}\n`;
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = "";
    }
  }
  writeSync(file, text);
  closeSync(file);
}

const root = join(import.meta.dirname, "../../..");

/** A process of its own: its CPU and wall seconds and its largest memory, told by the process itself. */
function child(args: readonly string[], flags: readonly string[] = []): Time & { readonly rss: number } {
  const program = [
    ...flags,
    "--conditions=@tillit/source",
    "--import",
    join(import.meta.dirname, "usage.ts"),
    ...args,
  ];
  const started = performance.now();
  const run = spawnSync(process.execPath, program, {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
    maxBuffer: 1 << 26,
  });
  const usage = /usage (\S+) (\S+)/.exec(run.stderr);
  if (usage === null) throw new Error(`a measured process failed: ${run.stderr.slice(0, 300)}`);
  return { cpu: Number(usage[1]), rss: Number(usage[2]), wall: (performance.now() - started) / 1e3 };
}

async function files(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "retention-bench-"));
  try {
    const count = 1_000_000 * scale;
    const path = join(folder, "records.csv");
    writeCsv(path, count);
    const split = join(import.meta.dirname, "split.ts");
    const plan = (format: string): string[] => [
      "packages/cli/src/main.ts",
      "retention",
      "plan",
      path,
      "--as-of",
      asOf,
      "--format",
      format,
    ];
    const middle = (make: () => ReturnType<typeof child>): ReturnType<typeof child> =>
      [make(), make(), make()].toSorted((a, b) => a.cpu - b.cpu)[1] as ReturnType<typeof child>;
    const reading = middle(() => child([split, path]));
    say(
      `reading and splitting ${count} CSV rows (${(statSync(path).size / 1e6).toFixed(0)} MB)`,
      `${reading.cpu.toFixed(2)} s CPU, ${reading.wall.toFixed(2)} s`,
    );
    for (const format of ["table", "csv", "ndjson"]) {
      const used = middle(() => child(plan(format)));
      say(
        `\`tillit retention plan\`, ${format}, process start included`,
        `${used.cpu.toFixed(2)} s CPU, ${used.wall.toFixed(2)} s; ${times(used.cpu, reading.cpu)} the splitting; at most ${used.rss.toFixed(0)} MB`,
      );
    }
    const chunks: Uint8Array[] = [];
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
      chunks.push(chunk as Uint8Array);
    const inside = await median(3, () => {
      const writer = planWriter(engine, asOf, "ndjson", (bytes) => {
        writer.release(bytes);
      });
      const reader = csvReader(engine, {
        onBatch: (batch) => {
          writer.write(batch, engine.evaluate(batch.columns, { asOf }));
        },
        onReject: ({ code }) => {
          throw new Error(code);
        },
      });
      for (const chunk of chunks) reader.push(chunk);
      reader.end();
      writer.flush();
    });
    say(
      "bytes of CSV to bytes of NDJSON, inside one warm process",
      `${inside.cpu.toFixed(2)} s CPU; ${times(inside.cpu, reading.cpu)} the splitting`,
    );
    const stream = child(
      [join(import.meta.dirname, "stream.ts"), String(10_000_000 * scale)],
      ["--max-semi-space-size=16"],
    );
    say(
      `${10_000_000 * scale} records through \`engine.stream\`, young generation of at most 16 MB`,
      `${stream.cpu.toFixed(0)} s CPU, at most ${stream.rss.toFixed(0)} MB`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await evaluation();
await checking();
await files();
const machine = `${cpus()[0]?.model ?? "unknown"}, ${cpus().length} logical cores, Node ${process.version}`;
process.stdout.write(`\n${machine}\n\n| what | measured |\n| --- | --- |\n${lines.join("\n")}\n`);
