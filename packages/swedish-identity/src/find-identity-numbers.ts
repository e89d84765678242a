/** Finding numbers that slipped into words, so that they can be stopped before they are stored or logged. */
import type { CalendarDate } from "@tillit/civil-time";
import { IdentityError } from "./errors.ts";
import { findIdentityShapes } from "./find-identity-shapes.ts";
import { parseIdentityNumber } from "./identity-number.ts";

/** Where a number stands: UTF-16 offsets, `end` after its last character. */
export type IdentityNumberPlace = { readonly start: number; readonly end: number };

// What stands before the last four settles the century: a plus, or any other sign.
const ending = /(\+)?([^\p{Nd}]*)(?:\p{Nd}\p{Default_Ignorable_Code_Point}*){4}$/u;

function signIn(written: string): string {
  const [, plus, other = ""] = ending.exec(written) ?? [];
  if (plus !== undefined) return "+";
  return /\p{Pd}|\u2212/u.test(other) ? "-" : "";
}

function isNumber(written: string, digits: string, today: CalendarDate): boolean {
  try {
    parseIdentityNumber(`${digits.slice(0, -4)}${signIn(written)}${digits.slice(-4)}`, today);
    return true;
  } catch (error) {
    if (error instanceof IdentityError) return false;
    throw error;
  }
}

/**
 * Every personnummer and samordningsnummer in a text, in any writing that {@link findIdentityShapes} finds. Only
 * numbers with an existing date and a right check digit count, so order numbers are rarely taken for one.
 */
export function findIdentityNumbers(text: string, today: CalendarDate): readonly IdentityNumberPlace[] {
  return findIdentityShapes(text)
    .filter(({ start, end, digits }) => isNumber(text.slice(start, end), digits, today))
    .map(({ start, end }) => ({ start, end }));
}
