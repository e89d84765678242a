/** Dispositions of a batch as bytes: what repeats is prepared once, what varies is written over it. */
import type { Engine } from "../compile/compile.ts";
import type { Evaluation } from "../bulk/evaluation.ts";
import * as code from "../decide/codes.ts";
import type { Disposition } from "../disposition.ts";
import { RetentionError } from "../errors.ts";
import { NO_DAY } from "../day/civil-day.ts";
import { type IdArena, idText } from "../csv/id-arena.ts";
import { lineOf, type PlanFormat } from "./plan-line.ts";
import { DayBytes, lineStart, type Template, templateOf } from "./plan-template.ts";
import type { CsvBatch } from "../csv/read-csv.ts";
import { encodeText } from "../csv/text.ts";

/** Writes batches, each with its evaluation: COLUMNS_MISMATCH where they have not the same rows; `flush` empties what is buffered; `release` gives bytes back that are no longer needed. */
export interface PlanWriter {
  write(batch: CsvBatch, evaluation: Evaluation): void;
  flush(): void;
  release(bytes: Uint8Array): void;
}

const SIZE = 1 << 18;

/** Whether an id can stand in a line as it is. */
function isPlain(ids: IdArena, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = ids.bytes[at] as number;
    if (byte < 0x20 || byte === 0x22 || byte === 0x5c || byte === 0x2c) return false;
  }
  return true;
}

/** Whether rows that are answered alike are written alike: nothing to be said that only this record has. */
function hasTemplate(outcome: number, status: number, reason: number): boolean {
  return (
    outcome !== code.UNDETERMINED &&
    outcome !== code.CONFLICT &&
    status !== code.HELD &&
    reason !== code.R_WAITING
  );
}

/** A writer that hands full buffers to `sink`, which keeps them until it releases them. */
export function planWriter(
  engine: Engine,
  asOf: string,
  format: PlanFormat,
  sink: (bytes: Uint8Array) => void,
): PlanWriter {
  let buffer = new Uint8Array(SIZE);
  let length = 0;
  const free: Uint8Array<ArrayBuffer>[] = [];
  const days = new DayBytes();
  const templates = new Map<number, Template>();
  const open = encodeText(lineStart(format));
  let refs = 2;
  while (engine.ruleRef(refs - 1) !== undefined) refs += 1;

  const flush = (): void => {
    if (length === 0) return;
    const full = buffer.subarray(0, length);
    buffer = free.pop() ?? new Uint8Array(SIZE);
    length = 0;
    sink(full);
  };
  const put = (bytes: Uint8Array): void => {
    if (length + bytes.length > SIZE) flush();
    if (bytes.length > SIZE) return sink(bytes.slice());
    buffer.set(bytes, length);
    length += bytes.length;
  };
  const slow = (batch: CsvBatch, row: number): Disposition =>
    engine.disposition(batch.columns, row, idText(batch.ids, row), asOf);

  /** Writes a row by its template; false where it has to be written the slow way. */
  function putByTemplate(batch: CsvBatch, evaluation: Evaluation, row: number): boolean {
    const { ids } = batch;
    const outcome = evaluation.outcome[row] as number;
    const status = evaluation.status[row] as number;
    const reason = evaluation.reason[row] as number;
    const duty = evaluation.dutyArises[row] as number;
    const earliest = evaluation.earliest[row] as number;
    const latest = evaluation.latest[row] as number;
    const ref = evaluation.rule[row] as number;
    const start = row === 0 ? 0 : (ids.ends[row - 1] as number);
    const end = ids.ends[row] as number;
    if (!hasTemplate(outcome, status, reason) || !isPlain(ids, start, end)) return false;
    if (!DayBytes.fits(duty) || !DayBytes.fits(earliest) || !DayBytes.fits(latest)) return false;
    if (engine.mayWait(batch.columns, row)) return false;
    const given = (duty === NO_DAY ? 0 : 1) + (earliest === NO_DAY ? 0 : 2) + (latest === NO_DAY ? 0 : 4);
    const rule = ref * refs + engine.versionAt(ref, duty);
    const key = (((rule * 8 + outcome) * 8 + status) * 16 + reason) * 8 + given;
    let template = templates.get(key);
    if (template === undefined) {
      template = templateOf(slow(batch, row), format);
      templates.set(key, template);
    }
    const size = open.length + (end - start) + template.bytes.length;
    if (size > SIZE) return false;
    if (length + size > SIZE) flush();
    for (let at = 0; at < open.length; at++) buffer[length++] = open[at] as number;
    for (let at = start; at < end; at++) buffer[length++] = ids.bytes[at] as number;
    buffer.set(template.bytes, length);
    if (template.duty >= 0) days.write(duty, buffer, length + template.duty);
    if (template.earliest >= 0) days.write(earliest, buffer, length + template.earliest);
    if (template.latest >= 0) days.write(latest, buffer, length + template.latest);
    length += template.bytes.length;
    return true;
  }

  return {
    write(batch, evaluation) {
      const { ids, columns } = batch;
      if (evaluation.length !== columns.length)
        throw new RetentionError("COLUMNS_MISMATCH", "an evaluation has a row for every row of the batch");
      const waits = engine.waiting(columns, (row) => idText(ids, row), asOf);
      for (let row = 0; row < evaluation.length; row++) {
        const waiting = waits.size === 0 ? undefined : waits.get(row);
        const alike = waiting === undefined && (columns.holds.size === 0 || !columns.holds.has(row));
        if (!alike || !putByTemplate(batch, evaluation, row))
          put(encodeText(lineOf(waiting ?? slow(batch, row), format)));
      }
    },
    flush,
    release: (bytes) => {
      if (bytes.buffer instanceof ArrayBuffer && bytes.buffer.byteLength === SIZE)
        free.push(new Uint8Array(bytes.buffer));
    },
  };
}
