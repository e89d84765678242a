/** The tables of all controllers: public facts, ids, and what has been used up. */
import type { Engine } from "../engine.ts";

export function sharedTables(engine: Engine): readonly string[] {
  const inKey = engine === "sqlite" ? " without rowid" : "";
  return [
    `create table controllers (id text primary key, kind text not null, name text not null, place text, phone text,
       accepts text not null, profile_id text not null, plan text, request_plan text)`,
    `create table key_documents (controller text not null references controllers (id), seq integer not null,
       document text not null, added_at text not null, primary key (controller, seq))`,
    `create table directory (record text primary key, controller text not null references controllers (id),
       app text not null, applicant text not null, cid text not null)${inKey}`,
    // Who an e-identification reaches: a keyed pseudonym beside the record, gone with it.
    `create table eid_links (record text not null references directory (record) on delete cascade,
       pseudonym text not null, linked_at text not null, primary key (record, pseudonym))`,
    // That a part is gone, for whoever holds the receipt: the tag is a hash of application and applicant's key.
    `create table disposed_parts (tag text not null, controller text not null references controllers (id),
       disposed_on text not null, how text not null, rule text not null, primary key (tag, controller))`,
    // Records on their way: the one row that two controllers see, and no third.
    `create table transfers (id text primary key, sender text not null references controllers (id),
       receiver text not null references controllers (id), record text not null, offered_at text not null,
       state text not null, recipients text, words text)`,
    // Recurring work, one row for each kind and controller; whichever process is free takes what is due.
    `create table jobs (kind text not null, controller text not null references controllers (id), due text not null,
       claimed_by text, claimed_until text, primary key (kind, controller))`,
    // What the keys of pseudonyms are known by, since the first start.
    "create table pseudonym_marks (persons text primary key, mark text not null, since text not null)",
    "create table spent_nonces (nonce text primary key, expires text not null)",
    "create table ended_sessions (id text primary key, expires text not null)",
  ];
}
