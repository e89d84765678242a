/** Readers of one CSV column into one column of facts, straight from bytes. */
import type { Columns } from "../bulk/columns.ts";
import { internPeriod } from "../bulk/columns.ts";
import { CLASS_NONE, CLASS_UNKNOWN, type ClassField, type DayField } from "../compile/domain.ts";
import { NO_DAY, tryParseDay, UNKNOWN_DAY } from "../day/civil-day.ts";
import { RetentionError } from "../errors.ts";
import { decodeText, type Encoding } from "./text.ts";

/** Writes the fact of a row; false where the bytes are no value of the field. */
export type CellReader = (bytes: Uint8Array, start: number, end: number, row: number) => boolean;

const MEMO = 4096;

/** Remembers what each distinct spelling meant; the bytes are compared, the hash only finds the place. */
function memoised(
  read: (bytes: Uint8Array, start: number, end: number) => number,
): (bytes: Uint8Array, start: number, end: number) => number {
  const keys: (Uint8Array | undefined)[] = Array.from({ length: MEMO });
  const answers = new Int32Array(MEMO);
  return (bytes, start, end) => {
    const size = end - start;
    const last = bytes[end - 1] as number;
    const hash =
      Math.imul(bytes[start] as number, 0x9e3b) ^
      Math.imul(last, 0x85eb) ^
      Math.imul(bytes[start + (size >> 1)] as number, 0xc2b3) ^
      Math.imul(bytes[start + (size > 1 ? 1 : 0)] as number, 0x27d5) ^
      size;
    const place = (hash ^ (hash >>> 11)) & (MEMO - 1);
    const key = keys[place];
    if (key !== undefined && key.length === size) {
      let at = 0;
      while (at < size && key[at] === bytes[start + at]) at++;
      if (at === size) return answers[place] as number;
    }
    const answer = read(bytes, start, end);
    keys[place] = bytes.slice(start, end);
    answers[place] = answer;
    return answer;
  };
}

const digit = (bytes: Uint8Array, at: number): number => (bytes[at] as number) - 48;

export interface ReaderOptions {
  readonly encoding: Encoding;
  readonly unknown: ReadonlySet<string>;
  readonly compactDates: boolean;
  readonly words: Readonly<Record<string, string | number | boolean | null>> | undefined;
}

/** Reads days; the common spelling by arithmetic, the rest of the rules in one place. */
export function dayReader(columns: Columns, field: DayField, options: ReaderOptions): CellReader {
  const { slot } = field;
  const absent = field.event ? NO_DAY : UNKNOWN_DAY;
  const slow = memoised((bytes, start, end) => {
    const text = decodeText(bytes, start, end, options.encoding);
    if (text === undefined) return 0x7fffffff;
    if (options.unknown.has(text) || options.words?.[text] === null) return UNKNOWN_DAY;
    const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
    const iso = options.compactDates && compact !== null ? `${compact[1]}-${compact[2]}-${compact[3]}` : text;
    return tryParseDay(iso) ?? 0x7fffffff;
  });
  return (bytes, start, end, row) => {
    const column = columns.days[slot] as Int32Array;
    if (end === start) {
      column[row] = absent;
      return true;
    }
    const day =
      end - start === 10 && !options.compactDates ? isoDay(bytes, start, slow) : slow(bytes, start, end);
    column[row] = day;
    return day !== 0x7fffffff;
  };
}

const monthDays = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `YYYY-MM-DD` of 1900–2099 without a table look-up by string; anything else goes the slow way. */
function isoDay(
  bytes: Uint8Array,
  at: number,
  slow: (bytes: Uint8Array, start: number, end: number) => number,
): number {
  const year =
    digit(bytes, at) * 1000 + digit(bytes, at + 1) * 100 + digit(bytes, at + 2) * 10 + digit(bytes, at + 3);
  const month = digit(bytes, at + 5) * 10 + digit(bytes, at + 6);
  const date = digit(bytes, at + 8) * 10 + digit(bytes, at + 9);
  let plain =
    bytes[at + 4] === 45 && bytes[at + 7] === 45 && year >= 1901 && year < 2100 && month >= 1 && month <= 12;
  for (const place of [0, 1, 2, 3, 5, 6, 8, 9])
    plain = plain && digit(bytes, at + place) >= 0 && digit(bytes, at + place) <= 9;
  if (!plain || date < 1 || date > (lengths[month - 1] as number)) return slow(bytes, at, at + 10);
  const leaps = ((year - 1901) >> 2) - 17;
  const leap = (year & 3) === 0 && month > 2 ? 1 : 0;
  return (year - 1970) * 365 + leaps + (monthDays[month - 1] as number) + leap + date - 1;
}

/** Reads values of enumerated fields, periods, event names and texts. */
export function classReader(columns: Columns, field: ClassField, options: ReaderOptions): CellReader {
  const { slot, aux } = field;
  const { kind } = field.field.type;
  const REFUSED = -1;
  const classOfText = (text: string): number => {
    const translated =
      options.words === undefined || !Object.hasOwn(options.words, text)
        ? text
        : (options.words[text] as string | number | boolean | null);
    if (translated === null || options.unknown.has(text)) return CLASS_UNKNOWN;
    if (kind === "text") return CLASS_NONE + 1;
    if (kind === "boolean") {
      const truth =
        typeof translated === "boolean"
          ? translated
          : translated === "true"
            ? true
            : translated === "false"
              ? false
              : undefined;
      return truth === undefined ? REFUSED : (field.classOf.get(truth) ?? REFUSED);
    }
    if (kind === "integer")
      return /^-?\d{1,4}$/.test(String(translated))
        ? (field.classOf.get(Number(translated)) ?? REFUSED)
        : REFUSED;
    return field.classOf.get(String(translated)) ?? REFUSED;
  };
  const read = memoised((bytes, start, end) => {
    const text = decodeText(bytes, start, end, options.encoding);
    if (text === undefined) return REFUSED;
    if (aux < 0) return classOfText(text);
    if (options.unknown.has(text)) return 0;
    const index =
      kind === "period" ? internPeriod(columns, text) : (columns.domain.dayField.get(text)?.slot ?? REFUSED);
    return index < 0 ? REFUSED : index + 1;
  });
  return (bytes, start, end, row) => {
    const column = columns.classes[slot] as Uint8Array;
    if (end === start) {
      column[row] = field.absent;
      return true;
    }
    const answer = read(bytes, start, end);
    if (answer < 0) return false;
    if (aux < 0) column[row] = answer;
    else {
      column[row] = answer === 0 ? CLASS_UNKNOWN : CLASS_NONE + 1;
      (columns.aux[aux] as Int32Array)[row] = answer - 1;
    }
    return true;
  };
}

/** The reader of a named fact. */
export function readerOf(columns: Columns, name: string, options: ReaderOptions): CellReader {
  const day = columns.domain.dayField.get(name);
  if (day !== undefined) return dayReader(columns, day, options);
  const field = columns.domain.classField.get(name);
  if (field === undefined)
    throw new RetentionError("MAPPING_MALFORMED", "a mapping names a fact outside the vocabulary", name);
  return classReader(columns, field, options);
}
