/**
 * Personnummer (folkbokföringslag 1991:481, 18 §) and samordningsnummer (lag 2022:1697): the day of birth plus
 * 60. A samordningsnummer may have 00 for a month or a day that nobody knows. The number tells the birth date
 * that was registered; it may differ from the real one.
 */
import { type CalendarDate, isCalendarDate, monthOf, yearOf } from "@tillit/civil-time";
import { hasRightCheckDigit } from "./checksum.ts";
import { IdentityError } from "./errors.ts";

/** What a person's number says. */
export type IdentityNumber = {
  readonly kind: "personnummer" | "samordningsnummer";
  /** Twelve digits, `YYYYMMDDNNNN`; a samordningsnummer keeps its day plus 60. */
  readonly normalized: string;
  /** Four digits. */
  readonly birthYear: number;
  /** 1–12; absent when the number says 00. */
  readonly birthMonth?: number;
  /** 1–31, for a samordningsnummer with 60 taken off; absent when the number says 00. */
  readonly birthDay?: number;
  /** Absent when month or day is unknown. */
  readonly birthDate?: CalendarDate;
};

const written = /^(\d{2})?(\d{2})(\d{2})(\d{2})([-+])?(\d{4})$/;
// The letters that reception centres, care and registers put where the serial number begins.
const interim = /^(?:\d{2})?\d{6}[-+]?[A-Za-z]\d{3}$/;
const firstBirthYear = 1800;

function refuse(code: "IDENTITY_MALFORMED" | "IDENTITY_DATE_INVALID", message: string): IdentityError {
  return new IdentityError(code, message);
}

function inFuture(): IdentityError {
  return new IdentityError("IDENTITY_BORN_IN_FUTURE", "the number says a birth after today");
}

/** Compares as far as the parts are known. */
function isAfter(today: CalendarDate, year: number, month: number, day: number): boolean {
  const thisYear = yearOf(today);
  if (year !== thisYear || month === 0) return year > thisYear;
  const thisMonth = monthOf(today);
  if (month !== thisMonth || day === 0) return month > thisMonth;
  return day > Number(today.slice(8));
}

/**
 * The year meant by two digits. `-` says under 100 years of age in the year of today, `+` says 100 or more
 * (folkbokföringslag 18 § second paragraph counts by year); no sign says the last year that is not in the future.
 */
function fullYear(sign: string | undefined, digits: number, today: CalendarDate, isLater: boolean): number {
  const thisYear = yearOf(today);
  const latest = sign === "+" ? thisYear - 100 : thisYear;
  const year = latest - ((((latest - digits) % 100) + 100) % 100);
  return sign === undefined && year === thisYear && isLater ? year - 100 : year;
}

function two(part: number): string {
  return String(part).padStart(2, "0");
}

/**
 * Reads a personnummer or samordningsnummer of 10 or 12 digits, with or without `-` or `+` before the last four.
 * No other characters and no white space are taken.
 *
 * @param text - `YYYYMMDDNNNN`, `YYYYMMDD-NNNN`, `YYMMDD-NNNN`, `YYMMDD+NNNN` or `YYMMDDNNNN`
 * @param today - settles the century of ten digits and refuses births to come
 * @throws {@link IdentityError} `IDENTITY_MALFORMED`, `IDENTITY_INTERIM` (a temporary number with a letter),
 * `IDENTITY_DATE_INVALID`, `IDENTITY_BORN_IN_FUTURE`, `IDENTITY_CHECKSUM`
 */
export function parseIdentityNumber(text: string, today: CalendarDate): IdentityNumber {
  if (typeof text !== "string") throw refuse("IDENTITY_MALFORMED", "a number is given as text");
  const parts = written.exec(text);
  if (parts === null) {
    if (interim.test(text)) {
      throw new IdentityError(
        "IDENTITY_INTERIM",
        "a temporary number with a letter identifies nobody for good",
      );
    }
    throw refuse("IDENTITY_MALFORMED", "a number has 10 or 12 digits, with - or + before the last four");
  }
  const [, century, yearDigits = "", monthDigits = "", dayDigits = "", sign, last = ""] = parts;
  if (last.startsWith("000")) throw refuse("IDENTITY_MALFORMED", "the serial number 000 is never issued");

  const coordinated = Number(dayDigits) >= 60;
  const month = Number(monthDigits);
  const day = Number(dayDigits) - (coordinated ? 60 : 0);
  const isLater = isAfter(today, yearOf(today), month, day);
  const year =
    century === undefined
      ? fullYear(sign, Number(yearDigits), today, isLater)
      : Number(century) * 100 + Number(yearDigits);
  if (century !== undefined && sign === "+" && yearOf(today) - year < 100) {
    throw refuse(
      "IDENTITY_MALFORMED",
      "a plus sign belongs to the year in which a person turns 100 and later",
    );
  }

  const unknown = coordinated && (month === 0 || day === 0);
  // Where the month is unknown any day may be right; where the year's February is meant, a leap year decides.
  const date = `${year}-${two(unknown && month === 0 ? 1 : month)}-${two(unknown && day === 0 ? 1 : day)}`;
  if (year < firstBirthYear || !isCalendarDate(date)) {
    throw refuse("IDENTITY_DATE_INVALID", "the birth date does not exist");
  }
  if (isAfter(today, year, month, day)) throw inFuture();
  if (!hasRightCheckDigit(yearDigits + monthDigits + dayDigits + last)) {
    throw new IdentityError("IDENTITY_CHECKSUM", "the check digit is wrong");
  }
  return {
    kind: coordinated ? "samordningsnummer" : "personnummer",
    normalized: `${year}${monthDigits}${dayDigits}${last}`,
    birthYear: year,
    ...(month > 0 && { birthMonth: month }),
    ...(day > 0 && { birthDay: day }),
    ...(!unknown && { birthDate: date }),
  };
}

/** `YYYYMMDD-NNNN`, the form for letters and forms. */
export function formatIdentityNumber(number: IdentityNumber): string {
  return `${number.normalized.slice(0, 8)}-${number.normalized.slice(8)}`;
}
