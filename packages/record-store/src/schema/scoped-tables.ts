/** The tables of a controller's own: its id is first in every key, so the wall, the partition and the index are one. */

export interface ScopedTable {
  readonly name: string;
  /** `BIG` and `BYTES` stand for what each engine calls them. */
  readonly columns: string;
  /** The rest of the key behind the controller; empty where a controller has one row. */
  readonly key: string;
  /** On SQLite the row lies in the key's own tree: for small rows whose keys come by chance. */
  readonly inKey?: true;
}

export const scopedTables: readonly ScopedTable[] = [
  {
    name: "envelopes",
    columns: `id text not null, kind text not null, parent text, app text not null, applicant text not null,
      cid text not null, digest text not null, manifest text not null, recipients text not null,
      facts text not null, created_at text not null, complete integer not null`,
    key: "id",
  },
  {
    name: "sections",
    columns: `record text not null, id text not null, class text not null, size BIG not null, hash text not null,
      upload text`,
    key: "record, id",
    inKey: true,
  },
  {
    name: "slots",
    columns: "record text not null, section text not null, slot text not null",
    key: "record, section",
  },
  {
    name: "chunks",
    columns: `record text not null, section text not null, upload text not null, seq integer not null,
      body BYTES not null`,
    key: "record, section, upload, seq",
  },
  {
    // With each entry the hashes of the tree that it completes.
    name: "events",
    columns: `seq BIG not null, stream text not null, version integer not null, type text not null,
      at text not null, entry text not null, nodes BYTES not null`,
    key: "seq",
  },
  { name: "chain_heads", columns: "size BIG not null, peaks text not null, numbers BIG not null", key: "" },
  { name: "checkpoints", columns: "size BIG not null, note text not null, at text not null", key: "size" },
  {
    // next_day: the nearest last day of an open request about the case; the end of time where there is none.
    name: "cases",
    columns: `id text not null, app text not null, number text not null, received_at text not null,
      status text not null, assignments text not null, opened_at text, decided_at text, outcome text,
      last_entry text not null, unit text, assignees text, guarded integer not null default 0,
      next_day text not null default '9999-12-31'`,
    key: "id",
  },
  {
    name: "words",
    columns: `id text not null, case_id text not null, kind text not null, outcome text not null, at text not null,
      "by" text not null`,
    key: "id",
  },
  {
    name: "requests",
    columns: `id text not null, application text not null, "right" text not null, status text not null,
      received text not null, last_day text not null, restricted integer not null default 0`,
    key: "id",
  },
  {
    // Answers sealed to data subjects, until they are fetched or their time is over.
    name: "exports",
    columns: `id text not null, request text not null, kept_at text not null, expires text not null,
      fetched_at text`,
    key: "id",
  },
  {
    // What must not be disposed of for now, and for what kind of reason; what else is known is in the log.
    name: "holds",
    columns: `id text not null, ground text not null, scope text not null, target text, unit text,
      placed text not null, placed_by text not null, released text`,
    key: "id",
  },
  {
    // What retention said the last time it was asked: for lists; what is done is always decided anew.
    name: "plans",
    columns: `record text not null, outcome text not null, status text not null, rule text, earliest text,
      latest text`,
    key: "record",
  },
  {
    // What only someone who reads the record can say, and retention needs: codes, flags, a day of the month.
    name: "record_facts",
    columns: "record text not null, facts text not null",
    key: "record",
  },
  {
    // Pseudonyms, roles and units as logins have shown them, so that a case can be handed to someone.
    name: "colleagues",
    columns: "ref text not null, role text not null, unit text, seen text not null",
    key: "ref",
  },
  {
    // Records that a reviewer of a disposal list has answered shall stay for now, folded from the log.
    name: "keeps",
    columns: `record text not null, list text not null, kept_since text not null, kept_until text not null,
      kept_by text not null, words text not null`,
    key: "record",
  },
  {
    // Destructions that are under way, or not certified yet.
    name: "destructions",
    columns: "id text not null, state text not null, begun_at text not null, certificates text not null",
    key: "id",
  },
];
