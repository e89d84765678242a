/** CSV in, columns of facts out, in batches; rows that cannot be read are handed back with the reason. */
import { clearColumns, type Columns, forgetRow, growColumns, internSubject } from "../bulk/columns.ts";
import type { Engine } from "../compile/compile.ts";
import { RetentionError, type RetentionErrorCode } from "../errors.ts";
import type { Facts } from "../facts.ts";
import { type CellReader, readerOf } from "./cell-reader.ts";
import { type ColumnSource, type CsvMapping, mappingByName } from "./mapping.ts";
import { makeScanner, type ScannedRow, type Scanner } from "./scan.ts";
import { guessDelimiter } from "./delimiter.ts";
import type { IdArena } from "./id-arena.ts";
import { factsOfRow } from "./row-facts.ts";
import { decodeText, encodeText, type Encoding } from "./text.ts";

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

interface Plan {
  readonly header: readonly string[];
  readonly mapping: CsvMapping;
  readonly idColumn: number;
  readonly subjectColumn: number;
  readonly fields: number;
  readonly cells: readonly { readonly index: number; readonly name: string; readonly read: CellReader }[];
  readonly constants: readonly {
    readonly name: string;
    readonly read: CellReader;
    readonly bytes: Uint8Array;
  }[];
}

function planOf(
  header: readonly string[],
  columns: Columns,
  engine: Engine,
  options: CsvOptions,
  encoding: Encoding,
): Plan {
  const mapping = options.mapping ?? mappingByName(header, engine.ruleSet);
  const columnOf = (name: string): number => {
    const index = header.indexOf(name);
    if (index < 0)
      throw new RetentionError("CSV_HEADER", "a mapped column is not in the header", name.slice(0, 60));
    return index;
  };
  const cells: Plan["cells"][number][] = [];
  const constants: Plan["constants"][number][] = [];
  const add = (name: string, source: ColumnSource): void => {
    const words = typeof source === "object" && "column" in source ? source.values : undefined;
    const reader = readerOf(columns, name, {
      encoding: typeof source === "object" && "value" in source ? "utf-8" : encoding,
      unknown: new Set(mapping.unknown ?? []),
      compactDates: mapping.dates === "YYYYMMDD",
      words,
    });
    if (typeof source === "object" && "value" in source) {
      const bytes = encodeText(String(source.value));
      if (!reader(bytes, 0, bytes.length, 0))
        throw new RetentionError("MAPPING_MALFORMED", "a fixed value is no value of its fact", name);
      constants.push({ name, read: reader, bytes });
    } else
      cells.push({
        index: columnOf(typeof source === "string" ? source : source.column),
        name,
        read: reader,
      });
  };
  add("unit", mapping.unit ?? { value: "file" });
  for (const [name, source] of Object.entries(mapping.values)) add(name, source);
  return {
    header,
    mapping,
    idColumn: columnOf(mapping.id),
    subjectColumn: mapping.subject === undefined ? -1 : columnOf(mapping.subject),
    fields: header.length,
    cells,
    constants,
  };
}

/**
 * A reader that is fed chunks of bytes. The first row names the columns.
 * @throws {RetentionError} CSV_ENCODING, CSV_HEADER, CSV_LINE_TOO_LONG, CSV_QUOTE, MAPPING_MALFORMED while fed
 */
export function csvReader(engine: Engine, options: CsvOptions): CsvReader {
  const encoding: Encoding = options.encoding ?? options.mapping?.encoding ?? "utf-8";
  const batchRows = options.batchRows ?? 16_384;
  const columns = engine.columns(Number.isFinite(batchRows) ? batchRows : 65_536);
  const ids: IdArena = { bytes: new Uint8Array(1 << 16), ends: new Int32Array(columns.capacity) };
  let plan: Plan | undefined;
  let scanner: Scanner | undefined;
  let head: Uint8Array = new Uint8Array();

  const reject = (row: ScannedRow, code: CsvRejectCode, at?: string): void => {
    options.onReject({
      line: row.line,
      code,
      ...(at === undefined ? {} : { at }),
      row: row.raw.slice(row.rowStart, row.rowEnd),
    });
  };

  function keepId(row: ScannedRow, column: number, index: number): boolean {
    const [start, end] = [row.starts[column] as number, row.ends[column] as number];
    let bytes = row.bytes;
    let [from, to] = [start, end];
    for (let at = start; at < end; at++)
      if ((bytes[at] as number) >= 0x80) {
        const text = decodeText(row.bytes, start, end, encoding);
        if (text === undefined) return false;
        bytes = encodeText(text);
        [from, to] = [0, bytes.length];
        break;
      }
    const before = index === 0 ? 0 : (ids.ends[index - 1] as number);
    if (before + to - from > ids.bytes.length) {
      const larger = new Uint8Array(Math.max(ids.bytes.length * 2, before + to - from));
      larger.set(ids.bytes);
      ids.bytes = larger;
    }
    if (index >= ids.ends.length) {
      const larger = new Int32Array(columns.capacity);
      larger.set(ids.ends);
      ids.ends = larger;
    }
    const arena = ids.bytes;
    for (let at = from; at < to; at++) arena[before + at - from] = bytes[at] as number;
    ids.ends[index] = before + to - from;
    return true;
  }

  function header(row: ScannedRow): void {
    const names = Array.from({ length: Math.min(row.count, MAX_FIELDS) }, (_, index) =>
      decodeText(row.bytes, row.starts[index] as number, row.ends[index] as number, encoding),
    );
    if (names.includes(undefined))
      throw new RetentionError("CSV_ENCODING", "the header is not in the encoding given");
    if (row.badQuote || row.count > MAX_FIELDS || new Set(names).size !== names.length)
      throw new RetentionError("CSV_HEADER", "the header has too many, or two equal, column names");
    growColumns(columns, 1);
    plan = planOf(names as string[], columns, engine, options, encoding);
    forgetRow(columns, 0);
  }

  function body(row: ScannedRow, { idColumn, subjectColumn, fields, cells, constants }: Plan): void {
    if (row.badQuote) return reject(row, "CSV_QUOTE");
    if (row.count !== fields) return reject(row, "CSV_FIELD_COUNT");
    const index = columns.length;
    growColumns(columns, index + 1);
    columns.length = index + 1;
    const { bytes, starts, ends } = row;
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at] as Plan["cells"][number];
      if (cell.read(bytes, starts[cell.index] as number, ends[cell.index] as number, index)) continue;
      forgetRow(columns, index);
      return reject(row, "FACTS_VALUE_REFUSED", cell.name);
    }
    for (const { read, bytes: fixed } of constants) read(fixed, 0, fixed.length, index);
    if (!keepId(row, idColumn, index)) {
      forgetRow(columns, index);
      return reject(row, "CSV_ENCODING", "id");
    }
    if (subjectColumn >= 0 && (ends[subjectColumn] as number) > (starts[subjectColumn] as number)) {
      const subject = decodeText(
        bytes,
        starts[subjectColumn] as number,
        ends[subjectColumn] as number,
        encoding,
      );
      if (subject === undefined) {
        forgetRow(columns, index);
        return reject(row, "CSV_ENCODING", "subject");
      }
      columns.subjects[index] = internSubject(columns, subject);
    }
    if (options.onFacts !== undefined) options.onFacts(factsAt(row));
    if (columns.length >= batchRows) flush();
  }

  function factsAt(row: ScannedRow): Facts {
    const { header: names, mapping } = plan as Plan;
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
