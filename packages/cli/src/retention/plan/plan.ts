/** `tillit retention plan`: what falls due when, as lines or in numbers. */
import {
  type Disposition,
  type Engine,
  type Evaluation,
  type Facts,
  parseDay,
  planWriter,
} from "@tillit/retention-policy";
import { stat } from "node:fs/promises";
import type { Io } from "../../console/io.ts";
import { exit } from "../../console/outcome.ts";
import { startProgress } from "../../console/progress.ts";
import { feedCsv, isCsv, Rejects } from "../records/csv-input.ts";
import { type RefusedLine, sayLines } from "../records/left-out.ts";
import { horizonOf, Output, type PlanOptions } from "./output.ts";
import { readRecords } from "../records/json-lines.ts";
import { engineOf } from "../rules/rule-set.ts";

async function sizeOf(file: string | undefined, io: Io): Promise<number> {
  if (io.stderr.isTTY !== true || file === undefined || file === "-") return 0;
  return (await stat(file)).size;
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
        const evaluation = engine.evaluate(
          batch.columns,
          room === undefined ? { asOf } : { asOf, reuse: room },
        );
        room = evaluation;
        if (writer !== undefined) {
          output.countOpen(evaluation);
          writer.write(batch, evaluation);
        } else if (format === "json") all.push(...engine.dispositions(batch.columns, idsOf(batch), asOf));
        else output.addBatch(evaluation, (row) => engine.disposition(batch.columns, row, "", asOf));
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
    await rejects.close(io, options.lang);
    if (rejects.count > 0 || output.open > 0) io.end(exit.partly);
    return;
  }
  const refused: RefusedLine[] = [];
  // The stream answers in the order in which it was asked.
  let lines: number[] = [];
  let answered = 0;
  async function* facts(): AsyncGenerator<Facts> {
    for await (const record of readRecords(io, file)) {
      if (record.refused !== undefined) {
        refused.push(record);
        continue;
      }
      if (answered > 4096) [lines, answered] = [lines.slice(answered), 0];
      lines.push(record.line);
      yield record.facts;
    }
  }
  for await (const answer of engine.stream(facts(), { asOf: options.asOf })) {
    const line = lines[answered++];
    await output.add("rejected" in answer && line !== undefined ? { ...answer, line } : answer, engine);
  }
  await output.end(engine, refused.length);
  output.sayRejected();
  sayLines(io, options.lang, refused);
  if (refused.length > 0 || output.open > 0) io.end(exit.partly);
}
