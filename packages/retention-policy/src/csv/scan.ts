/**
 * Scans CSV bytes (RFC 4180, any one-byte delimiter) row by row without making strings. Rows may straddle chunks;
 * a row longer than the limit is an error, so a file without line ends cannot fill memory.
 */
import { RetentionError } from "../errors.ts";

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** The fields of the row being handled: byte ranges of `bytes`. `count` is what the row had. */
export interface ScannedRow {
  bytes: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  count: number;
  /** Line the row began on, from 1. */
  line: number;
  /** A quoted field was closed and followed by something else. */
  badQuote: boolean;
  /** The row as it stands in the input, `rowStart` to `rowEnd`; differs from `bytes` where quotes were doubled. */
  raw: Uint8Array;
  rowStart: number;
  rowEnd: number;
}

/** Takes chunks and hands rows to `onRow`; `end` hands over a last row without line end. */
export interface Scanner {
  /** Lines without anything, which are passed over. */
  blank: number;
  push(chunk: Uint8Array): void;
  end(): void;
}

export interface ScanOptions {
  readonly delimiter: number;
  readonly maxFields: number;
  readonly maxRowBytes: number;
}

/** @throws {RetentionError} CSV_LINE_TOO_LONG, CSV_QUOTE while scanning */
export function makeScanner(options: ScanOptions, onRow: (row: ScannedRow) => void): Scanner {
  const { delimiter, maxFields, maxRowBytes } = options;
  const row: ScannedRow = {
    bytes: new Uint8Array(),
    starts: new Int32Array(maxFields),
    ends: new Int32Array(maxFields),
    count: 0,
    line: 1,
    badQuote: false,
    raw: new Uint8Array(),
    rowStart: 0,
    rowEnd: 0,
  };
  const { starts, ends } = row;
  const doubled: number[] = [];
  // One buffer for all chunks: nothing to collect, and one kind of array in the loops.
  let buffer: Uint8Array = new Uint8Array(1 << 16);
  let held = 0;

  /** A copy of a complete row with its doubled quotes halved; the input itself may be read again. */
  function undouble(bytes: Uint8Array, from: number, to: number): Uint8Array {
    const copy = bytes.slice(from, to);
    for (let field = 0; field < maxFields; field++) {
      starts[field] = (starts[field] as number) - from;
      ends[field] = (ends[field] as number) - from;
    }
    for (const field of doubled) ends[field] = unescape(copy, starts[field] as number, ends[field] as number);
    return copy;
  }

  /** Reads one row from `at`; returns the position after it, or −1 where the bytes run out. */
  function readRow(bytes: Uint8Array, at: number, last: boolean): number {
    const { length } = bytes;
    const separator = delimiter;
    let position = at;
    let count = 0;
    let lines = 1;
    row.badQuote = false;
    doubled.length = 0;
    for (;;) {
      let start = position;
      let end: number;
      if (position < length && bytes[position] === QUOTE) {
        position += 1;
        start = position;
        let escaped = false;
        for (;;) {
          if (position >= length) {
            if (last) throw new RetentionError("CSV_QUOTE", "a quoted field is never closed");
            return -1;
          }
          const byte = bytes[position];
          if (byte === QUOTE) {
            if (position + 1 >= length && !last) return -1;
            if (bytes[position + 1] !== QUOTE) break;
            escaped = true;
            position += 2;
          } else {
            if (byte === LF) lines += 1;
            position += 1;
          }
        }
        end = position;
        if (escaped && count < maxFields) doubled.push(count);
        position += 1;
        if (
          position < length &&
          bytes[position] !== delimiter &&
          bytes[position] !== LF &&
          bytes[position] !== CR
        ) {
          row.badQuote = true;
          while (position < length && bytes[position] !== delimiter && bytes[position] !== LF) position += 1;
        }
      } else {
        while (position < length) {
          const byte = bytes[position] as number;
          if (byte === separator || byte === LF) break;
          position += 1;
        }
        end = position;
      }
      if (position >= length && !last) return -1;
      if (count < maxFields) {
        starts[count] = start;
        ends[count] = end;
      }
      count += 1;
      if (position < length && bytes[position] === delimiter) {
        position += 1;
        continue;
      }
      if (position < length && bytes[position] === CR) position += 1;
      const index = Math.min(count, maxFields) - 1;
      const finish = ends[index] as number;
      if (
        finish > (starts[index] as number) &&
        bytes[finish - 1] === CR &&
        (end >= length || bytes[end] !== QUOTE)
      )
        ends[index] = finish - 1;
      row.bytes = doubled.length === 0 ? bytes : undouble(bytes, at, position);
      row.raw = bytes;
      row.count = count;
      row.rowStart = at;
      row.rowEnd = position;
      const next = Math.min(length, position) + (position < length ? 1 : 0);
      const empty = count === 1 && (ends[0] as number) <= (starts[0] as number);
      if (empty) scanner.blank += 1;
      else onRow(row);
      row.line += lines;
      return next;
    }
  }

  /** Reads what rows there are in the first `held` bytes and moves the rest to the front. */
  function readRows(last: boolean): void {
    const bytes = buffer.subarray(0, held);
    let at = 0;
    while (at < held) {
      const next = readRow(bytes, at, last);
      if (next < 0) break;
      at = next;
    }
    buffer.copyWithin(0, at, held);
    held -= at;
    if (held > maxRowBytes)
      throw new RetentionError(
        "CSV_LINE_TOO_LONG",
        `a row is at most ${maxRowBytes} bytes`,
        `line ${row.line}`,
      );
  }

  const scanner: Scanner = {
    blank: 0,
    push(chunk) {
      if (held + chunk.length > buffer.length) {
        const larger = new Uint8Array(Math.max(buffer.length * 2, held + chunk.length));
        larger.set(buffer.subarray(0, held));
        buffer = larger;
      }
      buffer.set(chunk, held);
      held += chunk.length;
      readRows(false);
    },
    end() {
      if (held > 0) readRows(true);
      held = 0;
    },
  };
  return scanner;
}

/** Halves doubled quotes in place; returns the new end. */
function unescape(bytes: Uint8Array, start: number, end: number): number {
  let write = start;
  for (let read = start; read < end; read++) {
    bytes[write++] = bytes[read] as number;
    if (bytes[read] === QUOTE) read += 1;
  }
  return write;
}
