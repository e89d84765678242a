import {
  addDisposition,
  addEvaluation,
  type Disposition,
  type Engine,
  type Evaluation,
  type Facts,
  makeSummary,
  NO_DAY,
  parseDay,
  planHeader,
  planLine,
  planWriter,
  type Summary,
  summaryGroups,
  summaryYears,
} from "@tillit/retention-policy";
import { stat } from "node:fs/promises";
import type { CommonOptions, Io } from "../io.ts";
import { CommandError, exit } from "../outcome.ts";
import { say, write } from "../output.ts";
import { startProgress } from "../progress.ts";
import { type CsvArguments, feedCsv, isCsv, Rejects } from "./csv-input.ts";
import { planReport } from "./plan-report.ts";
import { type PlanNumbers, planTable } from "./plan-table.ts";
import { readRecords } from "./records.ts";
import { engineOf } from "./rule-set.ts";

export type PlanOptions = CommonOptions &
  CsvArguments & {
    readonly asOf: string;
    readonly rules: string;
    readonly horizon: string;
    readonly format: "ndjson" | "csv" | "table" | "json" | "html";
  };

function isOpen({ outcome, parts = [] }: Disposition): boolean {
  return outcome === "undetermined" || parts.some(isOpen);
}

function horizonOf(text: string): number {
  const years = /^(\d{1,2})y$/.exec(text)?.[1];
  if (years === undefined) throw new CommandError("HORIZON_MALFORMED", "a horizon is written as 10y");
  return Number(years);
}

async function sizeOf(file: string | undefined, io: Io): Promise<number> {
  if (io.stderr.isTTY !== true || file === undefined || file === "-") return 0;
  return (await stat(file)).size;
}

/** Collects the numbers and what is still to be written; lines go out as they are made. */
class Output {
  open = 0;
  private readonly io: Io;
  private readonly options: PlanOptions;
  private first = true;
  private readonly numbers = new Map<string, number>();
  readonly summary: Summary = makeSummary();

  constructor(io: Io, options: PlanOptions) {
    this.io = io;
    this.options = options;
  }

  async begin(): Promise<void> {
    if (this.options.format === "csv") await write(this.io.stdout, planHeader);
    if (this.options.format === "json") await write(this.io.stdout, "[");
  }

  /** Writes one answer in the format asked for, or counts it. */
  async add(
    answer: Disposition | { readonly id: string; readonly rejected: string },
    engine: Engine,
  ): Promise<void> {
    const { format } = this.options;
    if ("rejected" in answer || isOpen(answer)) this.open += 1;
    if (format === "ndjson") return write(this.io.stdout, `${JSON.stringify(answer)}\n`);
    if (format === "json") {
      const before = this.first ? "\n" : ",\n";
      this.first = false;
      return write(this.io.stdout, `${before}${JSON.stringify(answer)}`);
    }
    if ("rejected" in answer) return;
    if (format === "csv") return write(this.io.stdout, planLine(answer));
    addDisposition(
      this.summary,
      answer,
      this.numberOf(answer, engine),
      answer.earliest === undefined ? NO_DAY : parseDay(answer.earliest),
    );
  }

  private numberOf({ deciding }: Disposition, engine: Engine): number {
    if (this.numbers.size === 0)
      for (let number = 1, ref = engine.ruleRef(number); ref !== undefined; ref = engine.ruleRef(++number))
        this.numbers.set(`${ref.rule} ${ref.version}`, number);
    return deciding === undefined ? 0 : (this.numbers.get(`${deciding.rule} ${deciding.version}`) ?? 0);
  }

  async end(engine: Engine, rejected: number): Promise<void> {
    const { format, asOf, horizon, lang } = this.options;
    if (format === "json") return write(this.io.stdout, "\n]\n");
    if (format !== "table" && format !== "html") return;
    const numbers: PlanNumbers = {
      asOf,
      horizon: horizonOf(horizon),
      total: this.summary.total,
      rejected,
      groups: summaryGroups(this.summary),
      years: summaryYears(this.summary),
    };
    await write(
      this.io.stdout,
      format === "table" ? planTable(engine, numbers, lang) : planReport(engine, numbers, lang),
    );
  }
}

/** CSV: bytes to columns to bytes; a million rows take about as long as reading them. */
async function planCsv(
  engine: Engine,
  file: string | undefined,
  options: PlanOptions,
  io: Io,
  output: Output,
): Promise<Rejects> {
  const { format, asOf } = options;
  const rejects = new Rejects(file, options);
  await rejects.prepare(options);
  const chunks: Uint8Array[] = [];
  const writer =
    format === "ndjson" || format === "csv"
      ? planWriter(engine, asOf, format, (bytes) => {
          chunks.push(bytes);
        })
      : undefined;
  const all: Disposition[] = [];
  let room: Evaluation | undefined;
  const progress = await startProgress(io, "plan", await sizeOf(file, io));
  await feedCsv(
    engine,
    io,
    file,
    options,
    {
      onBatch: (batch) => {
        const evaluation = engine.evaluate(batch.columns, room === undefined ? { asOf } : { asOf, reuse: room });
        room = evaluation;
        output.open += writer === undefined && format === "json" ? 0 : openRows(evaluation);
        if (writer !== undefined) writer.write(batch, evaluation);
        else if (format !== "json") addEvaluation(output.summary, evaluation);
        else all.push(...engine.dispositions(batch.columns, idsOf(batch), asOf));
      },
      onReject: (reject) => {
        rejects.add(reject);
      },
    },
    async (read) => {
      progress.advance(read);
      if (read === 0) writer?.flush();
      await Promise.all(chunks.map((chunk) => written(io, chunk)));
      for (const chunk of chunks.splice(0)) writer?.release(chunk);
      for (const answer of all.splice(0)) await output.add(answer, engine);
    },
  );
  progress.stop();
  return rejects;
}

/** Resolves when the bytes have left; only then may their buffer be used again. */
function written(io: Io, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    io.stdout.write(bytes, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

function openRows({ outcome, length }: Evaluation): number {
  let open = 0;
  for (let row = 0; row < length; row++) if (outcome[row] === UNDETERMINED) open += 1;
  return open;
}

const UNDETERMINED = 6;

function idsOf({
  columns,
  ids,
}: Parameters<NonNullable<Parameters<typeof feedCsv>[4]["onBatch"]>>[0]): string[] {
  return Array.from({ length: columns.length }, (_, row) =>
    Buffer.from(ids.bytes.subarray(row === 0 ? 0 : ids.ends[row - 1], ids.ends[row])).toString("utf8"),
  );
}

/** `tillit retention plan`: exit 3 when records were rejected or could not be determined. */
export async function plan(file: string | undefined, options: PlanOptions, io: Io): Promise<void> {
  parseDay(options.asOf, "--as-of");
  horizonOf(options.horizon);
  const engine = await engineOf(options.rules, io);
  const output = new Output(io, options);
  await output.begin();
  if (isCsv(file, options)) {
    const rejects = await planCsv(engine, file, options, io, output);
    await output.end(engine, rejects.count);
    await rejects.close(io);
    if (rejects.count > 0 || output.open > 0) io.end(exit.partly);
    return;
  }
  const malformed: number[] = [];
  async function* facts(): AsyncGenerator<Facts> {
    for await (const record of readRecords(io, file)) {
      if (record.facts === undefined) malformed.push(record.line);
      else yield record.facts;
    }
  }
  for await (const answer of engine.stream(facts(), { asOf: options.asOf })) await output.add(answer, engine);
  await output.end(engine, malformed.length);
  for (const line of malformed) say(io, `tillit: line ${line} is not a JSON object`);
  if (malformed.length > 0 || output.open > 0) io.end(exit.partly);
}
