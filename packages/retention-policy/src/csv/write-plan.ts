/** Dispositions of a batch as bytes, NDJSON or CSV: what repeats is prepared once, what varies is copied. */
import type { Engine } from "../compile/compile.ts";
import type { Evaluation } from "../bulk/evaluation.ts";
import { formatDay, NO_DAY } from "../day/civil-day.ts";
import * as code from "../decide/codes.ts";
import type { Disposition } from "../disposition.ts";
import { type IdArena, idText } from "./id-arena.ts";
import type { CsvBatch } from "./read-csv.ts";
import { encodeText } from "./text.ts";

export type PlanFormat = "ndjson" | "csv";

/** Writes batches; `flush` empties what is buffered; `release` gives bytes back that are no longer needed. */
export interface PlanWriter {
  write(batch: CsvBatch, evaluation: Evaluation): void;
  flush(): void;
  release(bytes: Uint8Array): void;
}

const SIZE = 1 << 18;
const FIRST = -25_567; // 1900-01-01
const LAST = 73_049; // 2169-12-31

/** The columns of a CSV plan. */
export const planHeader =
  "id,outcome,status,reason,dutyArises,earliest,latest,transferTo,rule,version,grade,missing,heldBy,waitsFor\n";

function quoted(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A disposition as a line of a CSV plan. */
export function planLine(disposition: Disposition): string {
  const { deciding } = disposition;
  const list = (names: readonly string[] | undefined): string => (names ?? []).join(" ");
  return `${[
    disposition.id,
    disposition.outcome,
    disposition.status,
    disposition.reason,
    disposition.dutyArises ?? "",
    disposition.earliest ?? "",
    disposition.latest ?? "",
    disposition.transferTo ?? "",
    deciding?.rule ?? "",
    deciding?.version ?? "",
    deciding?.grade ?? "",
    list(disposition.missing),
    list(disposition.heldBy),
    list(disposition.waitsFor),
  ]
    .map(quoted)
    .join(",")}\n`;
}

/** Parts of a line that depend on the rule and outcome alone. */
interface Template {
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
}

function isPlain(ids: IdArena, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = ids.bytes[at] as number;
    if (byte < 0x20 || byte === 0x22 || byte === 0x5c || byte === 0x2c) return false;
  }
  return true;
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
  /** Ten bytes for every day, filled when a day first comes: one array, few cache misses. */
  const dayBytes = new Uint8Array((LAST - FIRST + 1) * 10);
  const templates = new Map<number, Template>();
  const json = format === "ndjson";
  const label = (name: string): Uint8Array => encodeText(json ? `,"${name}":"` : ",");
  const [duty, earliest, latest] = [label("dutyArises"), label("earliest"), label("latest")];
  const after = encodeText(json ? '"' : "");
  const open = encodeText(json ? '{"id":"' : "");

  const flush = (): void => {
    if (length === 0) return;
    const full = buffer.subarray(0, length);
    buffer = free.pop() ?? new Uint8Array(SIZE);
    length = 0;
    sink(full);
  };
  const put = (bytes: Uint8Array): void => {
    if (length + bytes.length > SIZE) flush();
    if (bytes.length > SIZE) sink(bytes.slice());
    else if (bytes.length < 24)
      for (let at = 0; at < bytes.length; at++) buffer[length++] = bytes[at] as number;
    else {
      buffer.set(bytes, length);
      length += bytes.length;
    }
  };
  const putRange = (bytes: Uint8Array, start: number, end: number): void => {
    if (end - start > SIZE - length) {
      flush();
      if (end - start > SIZE) return sink(bytes.slice(start, end));
    }
    for (let at = start; at < end; at++) buffer[length++] = bytes[at] as number;
  };
  const putDay = (before: Uint8Array, day: number): void => {
    if (day === NO_DAY) {
      if (!json) put(before);
      return;
    }
    put(before);
    const place = (day - FIRST) * 10;
    if (day < FIRST || day > LAST) put(encodeText(formatDay(day)));
    else {
      if (dayBytes[place] === 0) dayBytes.set(encodeText(formatDay(day)), place);
      putRange(dayBytes, place, place + 10);
    }
    if (json) put(after);
  };

  /** Takes a line apart that was made the slow way, so that both ways cannot differ. */
  function templateOf(disposition: Disposition): Template {
    const { id: _id, dutyArises: _duty, earliest: _earliest, latest: _latest, ...rest } = disposition;
    const { outcome, status, reason } = rest;
    if (json) {
      const tail = JSON.stringify(rest).slice(JSON.stringify({ outcome, status, reason }).length - 1);
      return {
        head: encodeText(`","outcome":"${outcome}","status":"${status}","reason":"${reason}"`),
        tail: encodeText(`${tail}\n`),
      };
    }
    const full = planLine({ id: "", ...rest });
    const head = `,${outcome},${status},${reason}`;
    return { head: encodeText(head), tail: encodeText(full.slice(head.length + 3)) };
  }

  function slow(batch: CsvBatch, row: number): Disposition {
    return engine.disposition(batch.columns, row, idText(batch.ids, row), asOf);
  }

  return {
    write(batch, evaluation) {
      const { ids, columns } = batch;
      const waits = columns.subjectIndex.size > 0;
      const all = waits
        ? engine.dispositions(
            columns,
            Array.from({ length: columns.length }, (_, row) => idText(ids, row)),
            asOf,
          )
        : undefined;
      for (let row = 0; row < evaluation.length; row++) {
        const outcome = evaluation.outcome[row] as number;
        const status = evaluation.status[row] as number;
        const reason = evaluation.reason[row] as number;
        const start = row === 0 ? 0 : (ids.ends[row - 1] as number);
        const end = ids.ends[row] as number;
        const simple =
          all === undefined &&
          outcome !== code.UNDETERMINED &&
          outcome !== code.CONFLICT &&
          status !== code.HELD &&
          reason !== code.R_WAITING &&
          columns.holds.size === 0 &&
          isPlain(ids, start, end);
        const arises = evaluation.dutyArises[row] as number;
        if (!simple || engine.mayWait(columns, row)) {
          const disposition = all?.[row] ?? slow(batch, row);
          put(encodeText(json ? `${JSON.stringify(disposition)}\n` : planLine(disposition)));
          continue;
        }
        const ref = evaluation.rule[row] as number;
        const key = (((ref * 4096 + engine.versionAt(ref, arises)) * 8 + outcome) * 8 + status) * 16 + reason;
        let template = templates.get(key);
        if (template === undefined) templates.set(key, (template = templateOf(slow(batch, row))));
        put(open);
        putRange(ids.bytes, start, end);
        put(template.head);
        putDay(duty, arises);
        putDay(earliest, evaluation.earliest[row] as number);
        putDay(latest, evaluation.latest[row] as number);
        put(template.tail);
      }
    },
    flush,
    release: (bytes) => {
      if (bytes.buffer instanceof ArrayBuffer && bytes.buffer.byteLength === SIZE)
        free.push(new Uint8Array(bytes.buffer));
    },
  };
}
