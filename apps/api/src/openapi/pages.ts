/** Long lists, a page at a time: where a page ended is given with it, and is the way to the next. */
import { z } from "@hono/zod-openapi";
import type { PageAsked } from "@tillit/api-contract/ground/pages";
import { Problem } from "../problem.ts";

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next?: string;
}

/** How a list writes down where one of its pages ended. Opaque to others, who can only give it back. */
export interface Cursor<Place> {
  write(place: Place): string;
  /** @throws Problem CURSOR_INVALID */
  read(text: string): Place;
}

/** @param place - what a row's place in the list hangs on, and nothing else of the row */
export function cursorOf<Place>(list: string, place: z.ZodType<Place>): Cursor<Place> {
  const written = z.object({ list: z.literal(list), place });
  return {
    write: (row) => Buffer.from(JSON.stringify({ list, place: place.parse(row) })).toString("base64url"),
    read(text) {
      try {
        return written.parse(JSON.parse(Buffer.from(text, "base64url").toString())).place as Place;
      } catch {
        throw new Problem("CURSOR_INVALID");
      }
    },
  };
}

/** Rows that are looked through for one page, however few of them the reader reaches; the next page goes on from there. */
const mostLookedThrough = 5000;

/**
 * One page of a list that gives its rows after a place. Rows that are not the reader's are passed over, so that a page
 * may be short, or empty, and still say that there is more.
 */
export async function pageOf<Row extends Place, Place>(
  { limit, after }: PageAsked,
  cursor: Cursor<Place>,
  list: {
    readonly read: (after: Place | undefined, most: number) => Promise<readonly Row[]>;
    readonly keep?: (rows: readonly Row[]) => Promise<readonly Row[]>;
  },
): Promise<Page<Row>> {
  const { read, keep = (rows: readonly Row[]) => Promise.resolve(rows) } = list;
  const found: Row[] = [];
  let place = after === undefined ? undefined : cursor.read(after);
  for (let looked = 0; looked < mostLookedThrough; looked += limit) {
    const rows = await read(place, limit + 1);
    const here = rows.slice(0, limit);
    const own = new Set(await keep(here));
    for (const row of here) {
      if (own.has(row)) found.push(row);
      place = row;
      if (found.length === limit) break;
    }
    const last = rows.at(-1);
    if (last === undefined || place === last) return { rows: found };
    if (found.length === limit) break;
  }
  return { rows: found, ...(place === undefined ? {} : { next: cursor.write(place) }) };
}
