/** The keys of cases and questions: a slip of the pen must not make a case that tests nothing. */
import { CommandError, exit } from "../../console/outcome.ts";

export const questionKeys: ReadonlySet<string> = new Set(["id", "asOf", "facts"]);
export const caseKeys: ReadonlySet<string> = new Set(["id", "name", "law", "asOf", "facts", "expect"]);

/**
 * Refuses what is no object, or has a key that nobody reads.
 *
 * @param place - number of the line, or of the case in a table, written `cases.0`
 * @throws CommandError `CASES_MALFORMED`
 */
export function checkKeys(value: unknown, known: ReadonlySet<string>, place: number | string): void {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  const unknown = isObject ? Object.keys(value).find((key) => !known.has(key)) : undefined;
  if (isObject && unknown === undefined) return;
  const key = unknown !== undefined && /^[A-Za-z]{1,40}$/.test(unknown) ? unknown : undefined;
  const list = [...known].join(", ");
  const [en, sv] = typeof place === "number" ? [`line ${place}: `, `rad ${place}: `] : ["", ""];
  const where = typeof place === "number" ? (key ?? "") : key === undefined ? place : `${place}.${key}`;
  const behind = where === "" ? "" : ` (${where})`;
  throw new CommandError(
    "CASES_MALFORMED",
    `${en}a case or question is an object with the keys ${list}${behind}`,
    exit.wrongUse,
    `${sv}ett fall eller en fråga är ett objekt med nycklarna ${list}${behind}`,
  );
}
