/** Records in, dispositions out, in bounded memory. */
import type { EngineState } from "../decide/engine-state.ts";
import { decideFacts, dispositionOfRow } from "../decide/decide.ts";
import type { Disposition } from "../disposition.ts";
import { RetentionError, type RetentionErrorCode } from "../errors.ts";
import type { Facts } from "../facts.ts";
import { hasParts, refuseEmptyId } from "../record/record-shape.ts";
import { clearColumns, makeColumns, pushFacts } from "./columns.ts";
import { waitingDisposition } from "./waiting-disposition.ts";

const CHUNK = 1024;

/** A record that could not be read; the stream goes on. */
export interface Rejected {
  readonly id: string;
  readonly rejected: RetentionErrorCode;
  readonly at?: string;
  /** The known name that was probably meant, where a name is not known. */
  readonly meant?: string;
}

export interface StreamOptions {
  readonly asOf: string;
}

type Item = Facts | readonly Facts[];

/**
 * Decides records as they come. Waits are resolved among records of one subject that follow each other: sort the
 * source by subject where rules wait. A record that cannot be read comes out as {@link Rejected}.
 * @throws {RetentionError} OUT_OF_SUPPORT, DAY_MALFORMED
 */
export async function* streamDispositions(
  state: EngineState,
  source: AsyncIterable<Item> | Iterable<Item>,
  asOf: number,
): AsyncGenerator<Disposition | Rejected> {
  const columns = makeColumns(state.domain, CHUNK);
  const one = makeColumns(state.domain, 1);
  let ids: string[] = [];
  let others = new Map<number, Disposition | Rejected>();
  let lastSubject: string | undefined;
  const flush = function* (): Generator<Disposition | Rejected> {
    const waits = waitingDisposition(state, columns, asOf, (row) => ids[row] ?? "");
    let row = 0;
    for (let position = 0; position < ids.length + others.size; position++) {
      const other = others.get(position);
      if (other !== undefined) yield other;
      else {
        const id = ids[row] as string;
        yield waits.get(row) ?? dispositionOfRow(state, columns, row, id, asOf);
        row += 1;
      }
    }
    clearColumns(columns);
    columns.subjectIndex.clear();
    ids = [];
    others = new Map();
  };
  const take = (facts: Facts): void => {
    try {
      if (hasParts(facts)) {
        others.set(ids.length + others.size, decideFacts(state, one, facts, asOf));
        return;
      }
      pushFacts(columns, facts);
      ids.push(facts.id);
    } catch (error) {
      if (!(error instanceof RetentionError) || error.code === "OUT_OF_SUPPORT") throw error;
      const id = typeof facts?.id === "string" ? facts.id : "";
      const at = error.at === undefined ? {} : { at: error.at };
      const meant = error.meant === undefined ? {} : { meant: error.meant };
      others.set(ids.length + others.size, { id, rejected: error.code, ...at, ...meant });
    }
  };
  for await (const item of source)
    for (const facts of Array.isArray(item) ? (item as readonly Facts[]) : [item as Facts]) {
      const subject = facts?.subject;
      if (ids.length + others.size >= CHUNK && (subject === undefined || subject !== lastSubject))
        yield* flush();
      lastSubject = subject;
      take(facts);
    }
  yield* flush();
}

/**
 * All rows of columns as dispositions, waits resolved.
 * @throws {RetentionError} COLUMNS_MISMATCH where there are not as many ids as rows, ID_EMPTY, ID_TWICE
 */
export function dispositionsOf(
  state: EngineState,
  columns: ReturnType<typeof makeColumns>,
  ids: readonly string[],
  asOf: number,
): Disposition[] {
  if (ids.length !== columns.length)
    throw new RetentionError("COLUMNS_MISMATCH", "there is an id for every row of the columns");
  for (const [row, id] of ids.entries()) refuseEmptyId(id, String(row));
  if (new Set(ids).size < ids.length) throw new RetentionError("ID_TWICE", "two rows have one id");
  const waits = waitingDisposition(state, columns, asOf, (row) => ids[row] ?? "");
  return ids.map((id, row) => waits.get(row) ?? dispositionOfRow(state, columns, row, id, asOf));
}
