/** What the columns of a CSV file are called, and which of the names that are looked for each of them is. */
import { RetentionError } from "../errors.ts";
import { foldName } from "../name/fold-name.ts";
import { nearestName } from "../name/nearest-name.ts";

/** A column that was not read. */
export interface UnusedColumn {
  /** From 1. */
  readonly column: number;
  /** As the file has it. */
  readonly name: string;
  /** The name that was probably meant, of those that no column has. */
  readonly meant?: string;
}

const hold = /^(?:holds?|held)$/;

function refused(message: string, at: string): RetentionError {
  return new RetentionError("CSV_HEADER", message, at);
}

/**
 * For each column the wanted name that it is, undefined where it is none. Spelt exactly it is that name; else two names
 * are one where they differ in nothing but case, separators and what is not seen.
 *
 * @throws {RetentionError} CSV_HEADER where two columns cannot be told apart, or one could be two of the wanted names
 */
export function wantedNames(header: readonly string[], wanted: readonly string[]): (string | undefined)[] {
  const exact = new Set(wanted);
  const folded = new Map<string, string[]>();
  for (const name of exact) folded.set(foldName(name), [...(folded.get(foldName(name)) ?? []), name]);
  const seen = new Map<string, number>();
  return header.map((name, index) => {
    const column = index + 1;
    if (/\r(?!\n)/.test(name))
      throw refused("a column name goes over several lines that end in CR alone", `column ${column}`);
    const fold = foldName(name);
    const found = exact.has(name) ? [name] : (folded.get(fold) ?? []);
    if (found.length > 1)
      throw refused("a column could be two of the names that are known", `column ${column}`);
    const [known] = found;
    const key = known === undefined ? `~${fold}` : `=${known}`;
    const before = seen.get(key);
    if (before !== undefined && key !== "~")
      throw refused("two columns have names that cannot be told apart", `columns ${before} and ${column}`);
    seen.set(key, column);
    return known;
  });
}

/** Whether a column seems to say of holds or parts, which no cell can carry. */
function isUncarried(name: string): boolean {
  const words = name
    .normalize("NFKC")
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .split(/[^\p{L}]+/u);
  const fold = foldName(name);
  return fold === "parts" || /holds?$/.test(fold) || words.some((word) => hold.test(word.toLowerCase()));
}

/**
 * The columns that are not used. A record must not lose its holds because nobody reads them: such a column is refused.
 *
 * @param found - for each column the name that it is, undefined where it is none
 * @param known - names that might have been meant
 * @throws {RetentionError} CSV_HEADER
 */
export function unusedColumns(
  header: readonly string[],
  found: readonly (string | undefined)[],
  known: readonly string[],
): UnusedColumn[] {
  const missing = known.filter((name) => !found.includes(name));
  return header.flatMap((name, index): UnusedColumn[] => {
    if (found[index] !== undefined) return [];
    const column = index + 1;
    if (isUncarried(name))
      throw refused(
        "a column seems to say of holds or parts, which CSV cannot carry: give such records as JSON, or set the column aside in the mapping (ignore)",
        `column ${column}`,
      );
    const meant = nearestName(name, missing);
    return [{ column, name, ...(meant === undefined ? {} : { meant }) }];
  });
}
