/** CSV in, columns of facts out, in batches; rows that cannot be read are handed back with the reason. */
import { clearColumns, type Columns, forgetRow, growColumns, internSubject } from "../bulk/columns.ts";
import type { Engine } from "../compile/compile.ts";
import { RetentionError, type RetentionErrorCode } from "../errors.ts";
import type { Facts } from "../facts.ts";
import { type CellReader, readCell } from "./cell-reader.ts";
import type { CsvMapping } from "./mapping.ts";
import { type ReadingPlan, readingPlan } from "./reading-plan.ts";
import { makeScanner, type ScannedRow, type Scanner } from "./scan.ts";
import { guessDelimiter } from "./delimiter.ts";
import { type IdArena, keepId } from "./id-arena.ts";
import { factsOfRow } from "./row-facts.ts";
import { decodeText, type Encoding } from "./text.ts";

/** Rows read; columns and arena are reused for the next batch. */
export interface CsvBatch {
  readonly columns: Columns;
  readonly ids: IdArena;
}

export type CsvRejectCode = RetentionErrorCode | "CSV_FIELD_COUNT";

/** A row that was not read, with its bytes as they stand in the file. */
export interface CsvReject {
  readonly line: number;
  readonly code: CsvRejectCode;
  readonly at?: string;
  readonly row: Uint8Array;
  /** What the bytes were read as. */
  readonly encoding: Encoding;
}

export interface CsvOptions {
  readonly mapping?: CsvMapping | undefined;
  readonly delimiter?: string | undefined;
  readonly encoding?: Encoding | undefined;
  /** Rows a batch (16,384); Infinity keeps the whole file, which waits between records need. */
  readonly batchRows?: number;
  readonly maxRowBytes?: number;
  readonly onBatch?: (batch: CsvBatch) => void;
  /** Each row as a record, for paths that need the values; slower than batches. */
  readonly onFacts?: (facts: Facts) => void;
  readonly onReject: (reject: CsvReject) => void;
}

export interface CsvReader {
  push(chunk: Uint8Array): void;
  end(): void;
}

const MAX_FIELDS = 1024;
const MAX_ROW = 1_048_576;

/**
 * A reader that is fed chunks of bytes. The first row names the columns.
 * @throws {RetentionError} CSV_ENCODING, CSV_HEADER, CSV_LINE_TOO_LONG, CSV_QUOTE, MAPPING_MALFORMED while fed
 */
export function csvReader(engine: Engine, options: CsvOptions): CsvReader {
  const encoding: Encoding = options.encoding ?? options.mapping?.encoding ?? "utf-8";
  const batchRows = options.batchRows ?? 16_384;
  const columns = engine.columns(Number.isFinite(batchRows) ? batchRows : 65_536);
  const ids: IdArena = { bytes: new Uint8Array(1 << 16), ends: new Int32Array(columns.capacity) };
  let plan: ReadingPlan | undefined;
  let scanner: Scanner | undefined;
  let head: Uint8Array = new Uint8Array();

  const reject = (row: ScannedRow, code: CsvRejectCode, at?: string): void => {
    options.onReject({
      line: row.line,
      code,
      ...(at === undefined ? {} : { at }),
      row: row.raw.slice(row.rowStart, row.rowEnd),
      encoding,
    });
  };

  function header(row: ScannedRow): void {
    const names = Array.from({ length: Math.min(row.count, MAX_FIELDS) }, (_, index) =>
      decodeText(row.bytes, row.starts[index] as number, row.ends[index] as number, encoding),
    );
    if (names.includes(undefined))
      throw new RetentionError("CSV_ENCODING", "the header is not in the encoding given");
    if (row.badQuote || row.count > MAX_FIELDS || new Set(names).size !== names.length)
      throw new RetentionError("CSV_HEADER", "the header has too many, or two equal, column names");
    growColumns(columns, 1);
    plan = readingPlan(names as string[], columns, engine.ruleSet, options.mapping, encoding);
    forgetRow(columns, 0);
  }

  /** Takes back a row that was begun. */
  function refuse(row: ScannedRow, code: CsvRejectCode, at?: string): void {
    forgetRow(columns, columns.length - 1);
    reject(row, code, at);
  }

  function body(
    row: ScannedRow,
    { idColumn, subjectColumn, fields, places, readers, fixed }: ReadingPlan,
  ): void {
    if (row.badQuote) return reject(row, "CSV_QUOTE");
    if (row.count !== fields) return reject(row, "CSV_FIELD_COUNT");
    const index = columns.length;
    growColumns(columns, index + 1);
    columns.length = index + 1;
    const { bytes, starts, ends } = row;
    for (let at = 0; at < places.length; at++) {
      const place = places[at] as number;
      const reader = readers[at] as CellReader;
      if (!readCell(reader, columns, bytes, starts[place] as number, ends[place] as number, index))
        return refuse(row, "FACTS_VALUE_REFUSED", reader.name);
    }
    for (const { reader, bytes: value } of fixed) readCell(reader, columns, value, 0, value.length, index);
    if (!keepId(ids, index, bytes, starts[idColumn] as number, ends[idColumn] as number, encoding))
      return refuse(row, "CSV_ENCODING", "id");
    if (subjectColumn >= 0) {
      const [start, end] = [starts[subjectColumn] as number, ends[subjectColumn] as number];
      const subject = decodeText(bytes, start, end, encoding);
      if (subject === undefined) return refuse(row, "CSV_ENCODING", "subject");
      if (subject !== "") columns.subjects[index] = internSubject(columns, subject);
    }
    if (options.onFacts !== undefined) options.onFacts(factsAt(row));
    if (columns.length >= batchRows) flush();
  }

  function factsAt(row: ScannedRow): Facts {
    const { header: names, mapping } = plan as ReadingPlan;
    return factsOfRow(mapping, engine.ruleSet, (column) => {
      const at = names.indexOf(column);
      return decodeText(row.bytes, row.starts[at] as number, row.ends[at] as number, encoding) ?? "";
    });
  }

  function flush(): void {
    if (columns.length === 0) return;
    options.onBatch?.({ columns, ids });
    clearColumns(columns);
  }

  function begin(bytes: Uint8Array): void {
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
      throw new RetentionError("CSV_ENCODING", "the file is UTF-16; save it as UTF-8");
    const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const rest = bom ? bytes.subarray(3) : bytes;
    const delimiter = options.delimiter ?? options.mapping?.delimiter ?? guessDelimiter(rest);
    scanner = makeScanner(
      {
        delimiter: delimiter.charCodeAt(0),
        maxFields: MAX_FIELDS,
        maxRowBytes: options.maxRowBytes ?? MAX_ROW,
      },
      (row) => (plan === undefined ? header(row) : body(row, plan)),
    );
    scanner.push(rest);
  }

  return {
    push(chunk) {
      if (scanner !== undefined) return scanner.push(chunk);
      const joined = new Uint8Array(head.length + chunk.length);
      joined.set(head);
      joined.set(chunk, head.length);
      head = joined;
      if (head.includes(0x0a) || head.length > MAX_ROW) begin(head);
    },
    end() {
      if (scanner === undefined) begin(head);
      (scanner as Scanner | undefined)?.end();
      if (plan === undefined) throw new RetentionError("CSV_HEADER", "the file has no header");
      flush();
    },
  };
}
