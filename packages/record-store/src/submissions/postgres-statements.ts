/** The statements that keep whole submissions in PostgreSQL, and what they are told. */
import { writePeaks } from "../log/entries.ts";
import { fromCase } from "../lists/list-rows.ts";
import type { WholeSubmission } from "../store.ts";
import type { Batch, Head } from "./submission-transaction.ts";

/** The same few statements follow again and again: they are planned once, not for each controller. */
export const enter = {
  name: "tillit_enter",
  text: `select set_config('role', 'tillit_app', false), set_config('tillit.controller', $1, false),
    set_config('plan_cache_mode', 'force_generic_plan', false)`,
};

export const head = {
  name: "tillit_head",
  text: `select size, peaks, numbers,
      array(select id from envelopes where controller = $1 and id = any($2)) as records,
      array(select stream from events where controller = $1 and stream = any($3) and version = 1) as streams
    from chain_heads where controller = $1 for update`,
};

export const open =
  "insert into chain_heads (controller, size, peaks, numbers) values ($1, 0, '', 0) on conflict do nothing";

/** Tables whose rows go as JSON, one parameter each: read once, and no array of texts to escape. */
const asJson = {
  envelopes: `id text, kind text, parent text, app text, applicant text, cid text, digest text, manifest text,
    recipients text, facts text, created_at text, complete integer`,
  sections: "record text, id text, class text, size bigint, hash text, upload text",
  slots: "record text, section text, slot text",
  directory: "record text, app text, applicant text, cid text",
  cases: `id text, app text, number text, received_at text, status text, assignments text, opened_at text,
    decided_at text, outcome text, last_entry text, unit text, assignees text, guarded integer`,
} as const;

const tables = Object.keys(asJson) as (keyof typeof asJson)[];
/**
 * Parameters 1 to 7: controller, the head as it becomes, and as it is to be before. The peaks too are compared: somebody
 * else may have moved the head just as far, with other entries. Records and streams that are there already fail on
 * their keys.
 */
const first = 8;
const last = first + tables.length;

/** Bytes go once, end to end, in one binary parameter: text of them would be twice as long. */
export const insert = {
  name: "tillit_submissions",
  text: `with moved as (update chain_heads set size = $2, peaks = $3, numbers = $4
      where controller = $1 and size = $5 and peaks = $6 and numbers = $7 returning 1),
    ${tables.map((table, n) => inserted(table, asJson[table], first + n)).join(",\n")},
    chunks_in as (insert into chunks (controller, record, section, upload, seq, body)
      select $1, record, section, upload, 0, substring($${last + 2}::bytea from start for length)
      from json_to_recordset($${last}::json)
        as x (record text, section text, upload text, start integer, length integer)
      where exists (select from moved)),
    events_in as (insert into events (controller, seq, stream, version, type, at, entry, nodes)
      select $1, seq, stream, version, type, at, entry, substring($${last + 2}::bytea from start for length)
      from json_to_recordset($${last + 1}::json) as x (seq bigint, stream text, version integer, type text,
        at text, entry text, start integer, length integer)
      where exists (select from moved))
    select from moved`,
};

function inserted(table: string, columns: string, parameter: number): string {
  const names = columns
    .split(",")
    .map((column) => column.trim().split(" ")[0])
    .join(", ");
  return `${table}_in as (insert into ${table} (controller, ${names})
      select $1, ${names} from json_to_recordset($${parameter}::json) as x (${columns})
      where exists (select from moved))`;
}

export interface HeadRow {
  readonly size: number;
  readonly peaks: string;
  readonly numbers: number;
  readonly records: readonly string[];
  readonly streams: readonly string[];
}

/** Records and streams of a batch. */
export function idsOf(batch: readonly WholeSubmission[]): readonly [readonly string[], readonly string[]] {
  return [batch.map(({ envelope }) => envelope.id), batch.map(({ stream }) => stream)];
}

export function parameters(controller: string, before: Head, { head: after, accepted }: Batch): unknown[] {
  const bytes: Uint8Array[] = [];
  let end = 1;
  const placed = (one: Uint8Array): { start: number; length: number } => {
    const start = end;
    bytes.push(one);
    end += one.length;
    return { start, length: one.length };
  };
  const chunks = accepted.flatMap(({ whole }) =>
    whole.bodies.map(({ section, upload, body }) => ({
      record: whole.envelope.id,
      section,
      upload,
      ...placed(body),
    })),
  );
  const events = accepted.map(({ event: { seq, stream, version, type, at }, entry, nodes }) => ({
    seq,
    stream,
    version,
    type,
    at,
    entry,
    ...placed(nodes),
  }));
  const rows = {
    envelopes: accepted.map(({ whole: { envelope } }) => ({
      ...envelope,
      parent: null,
      manifest: JSON.stringify(envelope.manifest),
      recipients: JSON.stringify(envelope.recipients),
      facts: JSON.stringify(envelope.facts),
      created_at: envelope.createdAt,
      complete: 1,
    })),
    sections: accepted.flatMap(({ whole: { envelope, sections } }) =>
      sections.map((section) => ({ record: envelope.id, ...section })),
    ),
    slots: accepted.flatMap(({ whole: { envelope, slots } }) =>
      Object.entries(slots).map(([section, slot]) => ({
        record: envelope.id,
        section,
        slot: JSON.stringify(slot),
      })),
    ),
    directory: accepted.map(({ whole: { envelope } }) => ({
      record: envelope.id,
      app: envelope.app,
      applicant: envelope.applicant,
      cid: envelope.cid,
    })),
    cases: accepted.map(({ row }) => fromCase(controller, row)),
  } satisfies Record<keyof typeof asJson, readonly object[]>;
  return [
    controller,
    after.tree.size,
    writePeaks(after.tree.peaks),
    after.numbers,
    before.tree.size,
    writePeaks(before.tree.peaks),
    before.numbers,
    ...tables.map((table) => JSON.stringify(rows[table])),
    JSON.stringify(chunks),
    JSON.stringify(events),
    Buffer.concat(bytes),
  ];
}
