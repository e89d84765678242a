/** CSV in, columns of facts out, in batches; rows that cannot be read are handed back with the reason. */
import { clearColumns, type Columns, forgetRow, growColumns, internSubject } from "../bulk/columns.ts";
import type { Engine } from "../compile/compile.ts";
import { RetentionError, type RetentionErrorCode } from "../errors.ts";
import type { Facts } from "../facts.ts";
import { isBlank, isPadded } from "../name/fold-name.ts";
import { refuseUnknownKeys } from "../name/known-keys.ts";
import { IdSet } from "../record/id-set.ts";
import { type CellReader, readCell } from "./cell-reader.ts";
import type { UnusedColumn } from "./header.ts";
import { type CsvMapping, parseMapping } from "./mapping.ts";
import { type ReadingPlan, readingPlan } from "./reading-plan.ts";
import { makeScanner, type ScannedRow, type Scanner } from "./scan.ts";
import { delimiterByte, firstLineEnd, guessDelimiter } from "./delimiter.ts";
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

/** What became of a file. */
export interface CsvReport {
  /** Rows read. */
  readonly rows: number;
  /** Rows handed back. */
  readonly rejected: number;
  /** Rows without anything in them, which were passed over. */
  readonly blank: number;
  readonly unused: readonly UnusedColumn[];
}

export interface CsvReader {
  push(chunk: Uint8Array): void;
  /** Reads what is left; tells what was read and what was not. */
  end(): CsvReport;
}

const knownOptions: ReadonlySet<string> = new Set<keyof CsvOptions>([
  "mapping",
  "delimiter",
  "encoding",
  "batchRows",
  "maxRowBytes",
  "onBatch",
  "onFacts",
  "onReject",
]);
const MAX_FIELDS = 1024;
const MAX_ROW = 1_048_576;

/**
 * A reader that is fed chunks of bytes. The first row that holds anything names the columns; a name is known again
 * whatever its case, separators and invisible signs. Columns that are not used are in the report; an id is read once.
 *
 * @throws {RetentionError} UNKNOWN_KEY, CSV_DELIMITER, MAPPING_MALFORMED; while fed CSV_ENCODING, CSV_HEADER,
 * CSV_LINE_TOO_LONG, CSV_QUOTE
 * @example
 * const reader = csvReader(engine, { onBatch: ({ columns }) => plan(columns), onReject: keep });
 * for await (const chunk of file) reader.push(chunk);
 * const { unused, blank } = reader.end();
 */
export function csvReader(engine: Engine, options: CsvOptions): CsvReader {
  refuseUnknownKeys(options, knownOptions);
  const mapping = options.mapping === undefined ? undefined : parseMapping(options.mapping);
  const given = options.delimiter ?? mapping?.delimiter;
  const delimiter = given === undefined ? undefined : delimiterByte(given);
  const encoding: Encoding = options.encoding ?? mapping?.encoding ?? "utf-8";
  const batchRows = options.batchRows ?? 16_384;
  const columns = engine.columns(Number.isFinite(batchRows) ? batchRows : 65_536);
  const ids: IdArena = { bytes: new Uint8Array(1 << 16), ends: new Int32Array(columns.capacity) };
  const seen = new IdSet();
  const counts = { rows: 0, rejected: 0, blank: 0 };
  let plan: ReadingPlan | undefined;
  let scanner: Scanner | undefined;
  let head: Uint8Array = new Uint8Array();

  const reject = (row: ScannedRow, code: CsvRejectCode, at?: string): void => {
    counts.rejected += 1;
    options.onReject({
      line: row.line,
      code,
      ...(at === undefined ? {} : { at }),
      row: row.raw.slice(row.rowStart, row.rowEnd),
      encoding,
    });
  };

  const textAt = ({ bytes, starts, ends }: ScannedRow, field: number): string | undefined =>
    decodeText(bytes, starts[field] as number, ends[field] as number, encoding);
  const isBlankAt = (row: ScannedRow, field: number): boolean => isBlank(textAt(row, field) ?? "?");

  function isBlankRow(row: ScannedRow): boolean {
    for (let field = 0; field < Math.min(row.count, MAX_FIELDS); field++)
      if (!isBlankAt(row, field)) return false;
    return !row.badQuote && row.count <= MAX_FIELDS;
  }

  function header(row: ScannedRow): void {
    if (isBlankRow(row)) {
      counts.blank += 1;
      return;
    }
    const names = Array.from({ length: Math.min(row.count, MAX_FIELDS) }, (_, field) => textAt(row, field));
    if (names.includes(undefined))
      throw new RetentionError("CSV_ENCODING", "the header is not in the encoding given");
    if (row.badQuote || row.count > MAX_FIELDS)
      throw new RetentionError("CSV_HEADER", "the header has too many column names, or text behind a quote");
    growColumns(columns, 1);
    plan = readingPlan(names as string[], columns, engine.ruleSet, mapping, encoding);
    forgetRow(columns, 0);
  }

  /** Takes back a row that was begun. */
  function refuse(row: ScannedRow, code: CsvRejectCode, at?: string): void {
    forgetRow(columns, columns.length - 1);
    reject(row, code, at);
  }

  /** A row whose id cannot be seen: without anything else it is no record, with anything it is one that nobody names. */
  function unnamed(row: ScannedRow): void {
    if (isBlankRow(row)) counts.blank += 1;
    else reject(row, "ID_EMPTY", "id");
  }

  function body(row: ScannedRow, reading: ReadingPlan): void {
    const { idColumn, subjectColumn, unitColumn, fields, places, readers, fixed } = reading;
    if (row.badQuote) return reject(row, "CSV_QUOTE");
    if (row.count !== fields) {
      if (isBlankRow(row)) counts.blank += 1;
      else reject(row, "CSV_FIELD_COUNT");
      return;
    }
    const { bytes, starts, ends } = row;
    const idStart = starts[idColumn] as number;
    const first = bytes[idStart] as number;
    const isSeen = ends[idColumn] !== idStart && first > 0x20 && first < 0x7f;
    if (!isSeen && isBlankAt(row, idColumn)) return unnamed(row);
    const last = bytes[(ends[idColumn] as number) - 1] as number;
    if (!(isSeen && last > 0x20 && last < 0x7f) && isPadded(textAt(row, idColumn) ?? "?"))
      return reject(row, "ID_PADDED", "id");
    const index = columns.length;
    if (!keepId(ids, index, bytes, idStart, ends[idColumn] as number, encoding))
      return reject(row, "CSV_ENCODING", "id");
    if (!seen.add(ids.bytes, index === 0 ? 0 : (ids.ends[index - 1] as number), ids.ends[index] as number))
      return reject(row, "ID_TWICE", "id");
    growColumns(columns, index + 1);
    columns.length = index + 1;
    if (unitColumn >= 0 && starts[unitColumn] === ends[unitColumn])
      return refuse(row, "FACTS_VALUE_REFUSED", "unit");
    for (let at = 0; at < places.length; at++) {
      const place = places[at] as number;
      const reader = readers[at] as CellReader;
      if (!readCell(reader, columns, bytes, starts[place] as number, ends[place] as number, index))
        return refuse(row, "FACTS_VALUE_REFUSED", reader.name);
    }
    for (const { reader, bytes: value } of fixed) readCell(reader, columns, value, 0, value.length, index);
    if (subjectColumn >= 0) {
      const subject = textAt(row, subjectColumn);
      if (subject === undefined) return refuse(row, "CSV_ENCODING", "subject");
      if (!isBlank(subject)) columns.subjects[index] = internSubject(columns, subject);
    }
    counts.rows += 1;
    if (options.onFacts !== undefined) options.onFacts(factsAt(row, reading));
    if (columns.length >= batchRows) flush();
  }

  function factsAt(row: ScannedRow, { header: names, mapping: mapped }: ReadingPlan): Facts {
    return factsOfRow(mapped, engine.ruleSet, (column) => textAt(row, names.indexOf(column)) ?? "");
  }

  function flush(): void {
    if (columns.length === 0) return;
    options.onBatch?.({ columns, ids });
    clearColumns(columns);
  }

  function begin(bytes: Uint8Array): Scanner {
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
      throw new RetentionError("CSV_ENCODING", "the file is UTF-16; save it as UTF-8");
    const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const rest = bom ? bytes.subarray(3) : bytes;
    const made = makeScanner(
      {
        delimiter: delimiter ?? delimiterByte(guessDelimiter(rest)),
        maxFields: MAX_FIELDS,
        maxRowBytes: options.maxRowBytes ?? MAX_ROW,
      },
      (row) => (plan === undefined ? header(row) : body(row, plan)),
    );
    scanner = made;
    made.push(rest);
    return made;
  }

  return {
    push(chunk) {
      if (scanner !== undefined) return scanner.push(chunk);
      const joined = new Uint8Array(head.length + chunk.length);
      joined.set(head);
      joined.set(chunk, head.length);
      head = joined;
      if (firstLineEnd(head) >= 0 || head.length > MAX_ROW) begin(head);
    },
    end() {
      const begun = scanner ?? begin(head);
      begun.end();
      if (plan === undefined) throw new RetentionError("CSV_HEADER", "the file has no header");
      flush();
      return { ...counts, blank: counts.blank + begun.blank, unused: plan.unused };
    },
  };
}
