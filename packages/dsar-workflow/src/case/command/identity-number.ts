/** A case never holds a personal identity number: whatever looks like one is refused before it becomes a fact. */
import { findIdentityShapes } from "@tillit/swedish-identity";

// Four digits are in every such number, a temporary one too; most texts have no digits.
const digits = /(?:\p{Nd}\P{L}*){9}/u;

/**
 * Does a text hold something in the shape of a personnummer, samordningsnummer or temporary number, in any writing, also
 * with month or day 00? The check digit is not asked: a mistyped number is as personal as a right one. A UUID or a date
 * is none.
 */
export function holdsIdentityNumber(text: string): boolean {
  return text.length >= 10 && digits.test(text) && findIdentityShapes(text).length > 0;
}
