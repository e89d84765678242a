/** Keys that nobody reads are refused: a slip of the pen shall not take a hold away. */
import { RetentionError, type RetentionErrorCode } from "../errors.ts";
import { nearestName } from "./nearest-name.ts";

const nameForm = /^[\p{L}_$][\p{L}\p{M}\p{N}_$.-]*(?: [\p{L}\p{M}\p{N}_$.-]+)*$/u;

/** A name from outside, where it looks like one; else where it stands. It may be anything, also about somebody. */
export function tellName(name: string, place: string): string {
  return name.length <= 40 && nameForm.test(name) && !/\p{N}{4}/u.test(name) ? name : place;
}

/** What to say of a key that is not known: what was probably meant, and which there are. */
export function wordsOnKey(
  name: string,
  known: readonly string[],
): { readonly words: string; readonly meant?: string } {
  const meant = nearestName(name, known);
  const most = known.slice(0, 60).join(", ");
  const list = `known are ${most}${known.length > 60 ? " and more" : ""}`;
  return meant === undefined ? { words: list } : { words: `did you mean ${meant}? ${list}`, meant };
}

/** The error for the key of a number, from 1, in the object at a path. */
export function unknownKey(
  name: string,
  number: number,
  path: string,
  known: readonly string[],
  code: RetentionErrorCode = "UNKNOWN_KEY",
): RetentionError {
  const { words, meant } = wordsOnKey(name, known);
  return new RetentionError(
    code,
    `a key is not known; ${words}`,
    path + tellName(name, `key ${number}`),
    meant,
  );
}

/**
 * Refuses an object with a key that is not among the known ones.
 *
 * @param path - of the object, with a dot behind; empty for the outermost
 * @throws {RetentionError} UNKNOWN_KEY
 */
export function refuseUnknownKeys(value: object, known: ReadonlySet<string>, path = ""): void {
  let number = 0;
  // Inherited keys too: what is read from an object counts, wherever it lies.
  for (const key in value) {
    number += 1;
    if (!known.has(key)) throw unknownKey(key, number, path, [...known]);
  }
}
