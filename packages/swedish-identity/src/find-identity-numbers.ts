/** Finding numbers that slipped into words, so that they can be stopped before they are stored or logged. */
import type { CalendarDate } from "@tillit/civil-time";
import { IdentityError } from "./errors.ts";
import { parseIdentityNumber } from "./identity-number.ts";

/** Where a number stands: UTF-16 offsets, `end` after its last character. */
export type IdentityNumberPlace = { readonly start: number; readonly end: number };

const candidate = /(?<![\dA-Za-z])(?:\d{2})?\d{6} ?[-+\u2010-\u2013]? ?\d{4}(?![\dA-Za-z])/g;

function isNumber(text: string, today: CalendarDate): boolean {
  try {
    parseIdentityNumber(text, today);
    return true;
  } catch (error) {
    if (error instanceof IdentityError) return false;
    throw error;
  }
}

/**
 * Every personnummer and samordningsnummer in a text, also written with spaces or a dash around the sign. Only
 * numbers with an existing date and a right check digit count, so order numbers are rarely taken for one.
 */
export function findIdentityNumbers(text: string, today: CalendarDate): readonly IdentityNumberPlace[] {
  return [...text.matchAll(candidate)]
    .filter(([found]) => isNumber(found.replaceAll(" ", "").replaceAll(/[\u2010-\u2013]/g, "-"), today))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
