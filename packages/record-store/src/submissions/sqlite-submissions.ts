/** Whole submissions into SQLite: statements kept ready, one transaction for a batch, nothing asynchronous in it. */
import type Sqlite from "better-sqlite3";
import { readPeaks, writePeaks } from "../log/entries.ts";
import { fromCase } from "../lists/list-rows.ts";
import type { WholeSubmission } from "../store.ts";
import { batchOf, type Accepted, type Head, type Outcome } from "./submission-transaction.ts";

type Statement = Sqlite.Statement<unknown[]>;

interface Statements {
  readonly head: Statement;
  readonly known: Statement;
  readonly open: Statement;
  readonly move: Statement;
  readonly insert: Readonly<Record<keyof typeof columns, Statement>>;
}

const columns = {
  envelopes: [
    "id",
    "kind",
    "parent",
    "app",
    "applicant",
    "cid",
    "digest",
    "manifest",
    "recipients",
    "facts",
    "created_at",
    "complete",
  ],
  sections: ["record", "id", "class", "size", "hash", "upload"],
  slots: ["record", "section", "slot"],
  chunks: ["record", "section", "upload", "seq", "body"],
  directory: ["record", "app", "applicant", "cid"],
  events: ["seq", "stream", "version", "type", "at", "entry", "nodes"],
  cases: [
    "id",
    "app",
    "number",
    "received_at",
    "status",
    "assignments",
    "opened_at",
    "decided_at",
    "outcome",
    "last_entry",
    "unit",
    "assignees",
    "guarded",
  ],
} as const;

function prepared(database: Sqlite.Database): Statements {
  const inserts = Object.entries(columns).map(([table, names]) => {
    const marks = names.map(() => "?").join(", ");
    const text = `insert into ${table} (controller, ${names.join(", ")}) values (?, ${marks})`;
    return [table, database.prepare<unknown[]>(text)] as const;
  });
  return {
    head: database.prepare("select size, peaks, numbers from chain_heads where controller = ?"),
    known: database.prepare(
      `select 1 from envelopes where controller = ? and id = ?
       union all select 1 from events where controller = ? and stream = ?`,
    ),
    open: database.prepare("insert into chain_heads (controller, size, peaks, numbers) values (?, 0, '', 0)"),
    move: database.prepare("update chain_heads set size = ?, peaks = ?, numbers = ? where controller = ?"),
    insert: Object.fromEntries(inserts) as unknown as Statements["insert"],
  };
}

/** Runs on the database's one connection: the caller sees to it that nobody else's transaction is open. */
export function sqliteSubmissions(
  database: Sqlite.Database,
): (controller: string, batch: readonly WholeSubmission[]) => readonly Outcome[] {
  let statements: Statements | undefined;
  const keep = database.transaction((controller: string, batch: readonly WholeSubmission[]) => {
    // Prepared at first use: the tables are there only after the migrations.
    statements ??= prepared(database);
    const { head, open, known, insert, move } = statements;
    const row = head.get(controller);
    if (row === undefined) open.run(controller);
    const {
      head: after,
      accepted,
      outcomes,
    } = batchOf(
      controller,
      headOf(row),
      batch,
      (one) => known.get(controller, one.envelope.id, controller, one.stream) !== undefined,
    );
    if (accepted.length === 0) return outcomes;
    for (const one of accepted) write(insert, controller, one);
    move.run(after.tree.size, writePeaks(after.tree.peaks), after.numbers, controller);
    return outcomes;
  });
  return (controller, batch) => keep.immediate(controller, batch);
}

function headOf(row: unknown): Head {
  if (row === undefined) return { tree: { size: 0, peaks: [] }, numbers: 0 };
  const { size, peaks, numbers } = row as { size: number; peaks: string; numbers: number };
  return { tree: { size, peaks: readPeaks(peaks) }, numbers };
}

function write(
  insert: Statements["insert"],
  controller: string,
  { whole, event, entry, nodes, row }: Accepted,
): void {
  const { envelope, sections, slots, bodies } = whole;
  const { id, kind, app, applicant, cid, digest, manifest, recipients, facts, createdAt } = envelope;
  insert.envelopes.run(
    controller,
    id,
    kind,
    null,
    app,
    applicant,
    cid,
    digest,
    JSON.stringify(manifest),
    JSON.stringify(recipients),
    JSON.stringify(facts),
    createdAt,
    1,
  );
  for (const one of sections) {
    insert.sections.run(controller, id, one.id, one.class, one.size, one.hash, one.upload ?? null);
  }
  for (const [section, slot] of Object.entries(slots)) {
    insert.slots.run(controller, id, section, JSON.stringify(slot));
  }
  for (const { section, upload, body } of bodies) insert.chunks.run(controller, id, section, upload, 0, body);
  insert.directory.run(controller, id, app, applicant, cid);
  insert.events.run(controller, event.seq, event.stream, event.version, event.type, event.at, entry, nodes);
  const values = fromCase(controller, row);
  insert.cases.run(controller, ...columns.cases.map((name) => values[name]));
}
