/**
 * Whole submissions into PostgreSQL. While one batch of a controller is written, the next is made ready and sent after
 * it on the same connection. Row-level security holds as everywhere.
 */
import type pg from "pg";
import { PostgresLine } from "../connections/postgres-pipeline.ts";
import type { WholeSubmission } from "../store.ts";
import type { Head, Outcome } from "./submission-transaction.ts";

/** Controllers whose heads are remembered; some kilobytes each at the very most. */
const mostHeads = 1000;

/** The pool's clients send queries without waiting for the answers of those before. */
export function postgresSubmissions(
  pool: pg.Pool,
): (controller: string, batch: readonly WholeSubmission[]) => Promise<readonly Outcome[]> {
  const lines = new Map<string, PostgresLine>();
  /** Heads as this process left them, by controller. */
  const left = new Map<string, Head>();
  const opened = (controller: string): PostgresLine => {
    const line = new PostgresLine(pool, controller, left.get(controller), (head) => {
      if (lines.get(controller) === line) lines.delete(controller);
      left.delete(controller);
      if (left.size >= mostHeads) left.clear();
      if (head !== undefined) left.set(controller, head);
    });
    lines.set(controller, line);
    return line;
  };
  return (controller, batch) => (lines.get(controller) ?? opened(controller)).keep(batch);
}
