/** CSV records: which files are CSV, their mapping, and the file that keeps the rows that could not be read. */
import { createWriteStream, type WriteStream } from "node:fs";
import { once } from "node:events";
import {
  csvReader,
  type CsvMapping,
  type CsvOptions,
  type CsvReject,
  type Engine,
  type Facts,
  parseMapping,
} from "@tillit/retention-policy";
import { openInput, readJson, standardStream } from "../../files/input.ts";
import type { CommonOptions, Io } from "../../console/io.ts";
import { checkOutput } from "../../files/output.ts";
import { idTwice, reasonOf, sayRejected, sayReport } from "./left-out.ts";

export type CsvArguments = Pick<CommonOptions, "lang"> & {
  readonly map?: string;
  readonly input?: "csv" | "ndjson";
  readonly encoding?: "utf-8" | "windows-1252";
  readonly delimiter?: string;
  readonly rejected?: string;
  readonly force?: boolean;
};

/** CSV where a mapping is given, the option says so or the name ends so. */
export function isCsv(file: string | undefined, options: CsvArguments): boolean {
  if (options.input !== undefined) return options.input === "csv";
  return options.map !== undefined || (file ?? "").toLowerCase().endsWith(".csv");
}

export async function mappingOf(options: CsvArguments, io: Io): Promise<CsvMapping | undefined> {
  return options.map === undefined ? undefined : parseMapping(await readJson(io, options.map));
}

/** A row that was not read: its bytes and what they were read as, or its text. */
type Rejected = Pick<CsvReject, "line" | "at"> & {
  readonly code: string;
  readonly row: Uint8Array | string;
  readonly encoding?: CsvReject["encoding"];
};

/** A row as text; the bytes too, where they are no text in the encoding. The end of the line is no part of it. */
function textOf(
  bytes: Uint8Array,
  encoding: CsvReject["encoding"] = "utf-8",
): { row: string; bytes?: string } {
  const row = bytes.at(-1) === 0x0d ? bytes.subarray(0, -1) : bytes;
  try {
    return { row: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(row) };
  } catch {
    return { row: new TextDecoder(encoding).decode(row), bytes: Buffer.from(row).toString("base64") };
  }
}

/** Keeps rejected rows with line, code and field; the file is made when the first comes. */
export class Rejects {
  count = 0;
  private readonly file: string | undefined;
  private stream: WriteStream | undefined;
  private readonly codes = new Map<string, number>();

  constructor(file: string | undefined, options: CsvArguments) {
    const beside =
      file === undefined || file === standardStream
        ? undefined
        : `${file.replace(/\.[^./]+$/, "")}.rejected.ndjson`;
    this.file = options.rejected ?? beside;
  }

  /** Refuses before any work where the file to be written is there already. */
  async prepare(options: CsvArguments): Promise<void> {
    await checkOutput(this.file, options.force === true);
  }

  add({ line, code, at, row, encoding }: Rejected): void {
    this.count += 1;
    const key = reasonOf(code, at, undefined, "en");
    this.codes.set(key, (this.codes.get(key) ?? 0) + 1);
    if (this.file === undefined) return;
    this.stream ??= createWriteStream(this.file, { mode: 0o600 });
    const kept = typeof row === "string" ? { row } : textOf(row, encoding);
    this.stream.write(`${JSON.stringify({ line, code, ...(at === undefined ? {} : { at }), ...kept })}\n`);
  }

  /** Ends the file and says how many rows were rejected, and why. */
  async close(io: Io, lang: CommonOptions["lang"]): Promise<void> {
    if (this.stream !== undefined) {
      this.stream.end();
      await once(this.stream, "finish");
    }
    sayRejected(io, lang, "row", this.codes);
  }
}

/**
 * Feeds a CSV file to the engine's reader, and says what of it was not used. `between` runs after each chunk, for
 * writers that must wait.
 */
export async function feedCsv(
  engine: Engine,
  io: Io,
  file: string | undefined,
  options: CsvArguments,
  handlers: Pick<CsvOptions, "onBatch" | "onFacts" | "onReject">,
  between?: (read: number) => Promise<void>,
): Promise<void> {
  const mapping = await mappingOf(options, io);
  const reader = csvReader(engine, {
    ...handlers,
    ...(mapping === undefined ? {} : { mapping }),
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    ...(options.delimiter === undefined
      ? {}
      : { delimiter: options.delimiter === "tab" ? "\t" : options.delimiter }),
    batchRows: mapping?.subject === undefined ? 16_384 : Number.POSITIVE_INFINITY,
  });
  for await (const chunk of openInput(io, file) as AsyncIterable<Buffer>) {
    reader.push(chunk);
    await between?.(chunk.length);
  }
  const report = reader.end();
  await between?.(0);
  sayReport(io, options.lang, report);
}

/**
 * All records of a CSV file, rejected rows to `rejects`. For the commands that need values, not columns.
 *
 * @throws CommandError `ID_TWICE`
 */
export async function csvFacts(
  engine: Engine,
  io: Io,
  file: string | undefined,
  options: CsvArguments,
  rejects: Rejects,
): Promise<Facts[]> {
  const all: Facts[] = [];
  await feedCsv(engine, io, file, options, {
    onFacts: (facts) => {
      all.push(facts);
    },
    onReject: (reject) => {
      if (reject.code === "ID_TWICE") throw idTwice(reject.line);
      rejects.add(reject);
    },
  });
  return all;
}
