/** A list in two parts, read as one. */
export interface Parts<Row, Place> {
  /** At most so many rows of a part, after a place in it or from its beginning. */
  readonly first: (after: Place | undefined, most: number) => Promise<readonly Row[]>;
  readonly second: (after: Place | undefined, most: number) => Promise<readonly Row[]>;
}

/** The next rows: of the first part while there are any, then of the second. */
export async function inOrder<Row extends Place, Place>(
  limit: number,
  after: Place | undefined,
  isFirst: (place: Place) => boolean,
  { first, second }: Parts<Row, Place>,
): Promise<readonly Row[]> {
  if (after !== undefined && !isFirst(after)) return second(after, limit);
  const rows = await first(after, limit);
  if (rows.length === limit) return rows;
  return [...rows, ...(await second(undefined, limit - rows.length))];
}
