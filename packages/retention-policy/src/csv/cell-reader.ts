/** Reads cells of one CSV column into one column of facts, straight from bytes. */
import type { Columns } from "../bulk/columns.ts";
import { internPeriod } from "../bulk/columns.ts";
import { CLASS_NONE, CLASS_UNKNOWN, type ClassField } from "../compile/domain.ts";
import { tryParseDay, UNKNOWN_DAY } from "../day/civil-day.ts";
import { isoDay, NOT_ISO } from "./iso-day.ts";
import { Memo } from "./memo.ts";
import { decodeText, type Encoding } from "./text.ts";

export interface ReaderOptions {
  readonly encoding: Encoding;
  readonly unknown: ReadonlySet<string>;
  readonly compactDates: boolean;
  readonly words: Readonly<Record<string, string | number | boolean | null>> | undefined;
}

/** How the cells of a column become a fact. */
export interface CellReader {
  readonly name: string;
  /** Whether the fact is a day; its column then, else that of a class. */
  readonly day: boolean;
  readonly slot: number;
  /** Column of interned values, −1 where the class says all. */
  readonly aux: number;
  /** Ten bytes are a day spelt YYYY-MM-DD; no mapping gives them another meaning. */
  readonly iso: boolean;
  readonly memo: Memo;
}

const REFUSED = -1;
const REFUSED_DAY = 0x7fffffff;

/** Writes the fact of a row; false where the bytes are no value of the field. The row holds "absent" so far. */
export function readCell(
  cell: CellReader,
  columns: Columns,
  bytes: Uint8Array,
  start: number,
  end: number,
  row: number,
): boolean {
  if (end === start) return true;
  if (cell.day) {
    let day = cell.iso && end - start === 10 ? isoDay(bytes, start) : NOT_ISO;
    if (day === NOT_ISO) day = cell.memo.find(bytes, start, end);
    (columns.days[cell.slot] as Int32Array)[row] = day;
    return day !== REFUSED_DAY;
  }
  const answer = cell.memo.find(bytes, start, end);
  if (answer < 0) return false;
  const column = columns.classes[cell.slot] as Uint8Array;
  if (cell.aux < 0) column[row] = answer;
  else {
    column[row] = answer === 0 ? CLASS_UNKNOWN : CLASS_NONE + 1;
    (columns.aux[cell.aux] as Int32Array)[row] = answer - 1;
  }
  return true;
}

type Word = string | number | boolean | null;

/** What a cell says in the words of the facts; null where it says that it is not known. */
function translated(text: string, { words, unknown }: ReaderOptions): Word {
  if (words !== undefined && Object.hasOwn(words, text)) return words[text] as Word;
  return unknown.has(text) ? null : text;
}

function dayOf(word: Word, { compactDates }: ReaderOptions): number {
  if (word === null) return UNKNOWN_DAY;
  const compact = compactDates ? /^(\d{4})(\d{2})(\d{2})$/.exec(String(word)) : null;
  const iso = compact === null ? String(word) : `${compact[1]}-${compact[2]}-${compact[3]}`;
  return tryParseDay(iso) ?? REFUSED_DAY;
}

function classOf(word: Word, field: ClassField): number {
  if (word === null) return CLASS_UNKNOWN;
  const { kind } = field.field.type;
  if (kind === "text") return CLASS_NONE + 1;
  let value: string | number | boolean | undefined = String(word);
  if (kind === "boolean") value = value === "true" ? true : value === "false" ? false : undefined;
  else if (kind === "integer") value = /^-?\d{1,4}$/.test(value) ? Number(value) : undefined;
  return value === undefined ? REFUSED : (field.classOf.get(value) ?? REFUSED);
}

/** 0 for not known, else the number of the interned value plus one. */
function internedOf(word: Word, field: ClassField, columns: Columns): number {
  if (word === null) return 0;
  const { kind } = field.field.type;
  const index =
    kind === "period"
      ? internPeriod(columns, String(word))
      : (columns.domain.dayField.get(String(word))?.slot ?? REFUSED);
  return index < 0 ? REFUSED : index + 1;
}

/** The reader of a fact of the vocabulary. */
export function readerOf(columns: Columns, name: string, options: ReaderOptions): CellReader {
  const day = columns.domain.dayField.get(name);
  const field = columns.domain.classField.get(name);
  const read = (bytes: Uint8Array, start: number, end: number): number => {
    const text = decodeText(bytes, start, end, options.encoding);
    if (text === undefined) return field === undefined ? REFUSED_DAY : REFUSED;
    const word = translated(text, options);
    if (field === undefined) return dayOf(word, options);
    return field.aux < 0 ? classOf(word, field) : internedOf(word, field, columns);
  };
  const spellings = [...options.unknown, ...Object.keys(options.words ?? {})];
  return {
    name,
    day: field === undefined,
    slot: (day ?? (field as ClassField)).slot,
    aux: field?.aux ?? -1,
    iso: !options.compactDates && spellings.every((text) => text.length !== 10),
    memo: new Memo(read),
  };
}
