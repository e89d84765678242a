/** The known name that an unknown one was probably meant to be. */
import { foldName } from "./fold-name.ts";

/** Longer names are nobody's slip of the pen. */
const LONGEST = 60;

/** Letters left out, put in, changed or swapped between two words. */
function slips(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        (row[j - 1] as number) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] as number) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length] as number;
}

/** 0 where two names fold to one; undefined where they have little to do with each other. */
function distance(name: string, known: string): number | undefined {
  if (name === known) return 0;
  const found = slips(name, known);
  if (found <= Math.max(1, Math.floor(known.length / 4))) return found;
  // "legalHold" for "holds": the known name, also in the singular, with more around it.
  const stem = known.endsWith("s") ? known.slice(0, -1) : known;
  return stem.length >= 4 && name.includes(stem) ? LONGEST - stem.length : undefined;
}

/** The nearest of the known names; undefined where none is near. */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  const folded = foldName(name.slice(0, LONGEST));
  if (folded === "") return undefined;
  let [nearest, least]: [string | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
  for (const candidate of known) {
    const found = distance(folded, foldName(candidate));
    if (found !== undefined && found < least) [nearest, least] = [candidate, found];
  }
  return nearest;
}
