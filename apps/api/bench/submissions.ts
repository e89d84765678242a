/** Durable submissions a second against a bare insert of as many bytes, on the same disk, taking turns. */
import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import pg from "pg";
import type { Harness } from "../test/setup/harness.ts";
import { harness, publicAuthority } from "../test/setup/harness.ts";
import { sealed, type SealedPackage } from "../test/setup/sealing.ts";
import { Receipt, verify } from "@tillit/crypto-envelope";
import { acceptApplication } from "../src/flows/accept-application.ts";
import { storedEnvelope } from "../src/flows/stored-envelope.ts";
import { sealedFor } from "../src/purposes.ts";
import { median, rate, type Row } from "./measure.ts";

const bytes = 20_000;
const each = 60;
const rounds = 3;

async function packages(h: Harness, count: number): Promise<readonly SealedPackage[]> {
  const to = h.keys[publicAuthority]?.keys;
  if (to === undefined) throw new Error("no keys");
  const data = randomBytes(bytes);
  return Promise.all(
    Array.from({ length: count }, () =>
      sealed({
        receipt: Receipt.create(crypto.randomUUID()),
        controller: publicAuthority,
        to,
        created: "2026-11-23T09:00:00Z",
        sections: [{ id: "contact", class: "ordinary", group: "g1", data, pad: "none" }],
      }),
    ),
  );
}

type Submit = (h: Harness, atOnce: number) => Promise<number>;

/** Two requests through the app: parsing, signature, keyring, hash, and everything stored. */
const wholeWay: Submit = async (h, atOnce) => {
  const waiting = await packages(h, each);
  return rate(each, atOnce, async (n) => {
    const one = waiting[n] as SealedPackage;
    await h.send(one);
    const last = await h.upload(one);
    if (last.status !== 200) throw new Error(`answered ${last.status}`);
  });
};

/** The same two durable transactions with all their rows, without HTTP and without checking signatures. */
const storeOnly: Submit = async (h, atOnce) => {
  const waiting = (await packages(h, each)).map((one) => {
    const verified = verify(one.manifest, sealedFor.application);
    const { manifest, keyring, blobs } = one;
    const parts = storedEnvelope({
      verified,
      manifest,
      keyring,
      kind: "application",
      at: "2026-11-23T09:30:00Z",
    });
    return { parts, blob: blobs.get("contact") ?? new Uint8Array() };
  });
  const facts = { assignments: ["family-home"], noticeVersion: "v1", lang: "sv" };
  return rate(each, atOnce, async (n) => {
    const { parts, blob } = waiting[n] as (typeof waiting)[number];
    const { envelope, sections, slots } = parts;
    const { id, app, applicant, cid } = envelope;
    await h.store.write(publicAuthority, async (unit) => {
      await unit.envelopes.add({ ...envelope, facts }, sections, slots);
      await unit.publish({ record: id, app, applicant, cid });
    });
    await h.store.write(publicAuthority, async (unit) => {
      await unit.envelopes.addChunk(id, "contact", "u", 0, blob);
      await unit.envelopes.finishUpload(id, "contact", "u");
      await acceptApplication(h.deps, unit, id);
    });
  });
};

type Bare = (n: number) => Promise<void>;

async function compare(
  h: Harness,
  submit: Submit,
  bare: Bare,
  atOnce: number,
): Promise<{ own: number; bare: number }> {
  const own: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    plain.push(await rate(each, atOnce, bare));
    own.push(await submit(h, atOnce));
  }
  return { own: median(own), bare: median(plain) };
}

function row(what: string, found: { own: number; bare: number }): Row {
  const ratio = found.own / found.bare;
  const measured = `${Math.round(found.own)}/s against ${Math.round(found.bare)}/s: ${ratio.toFixed(2)}`;
  return { what, measured, target: "≥ 0.5", met: ratio >= 0.5 };
}

export async function sqliteSubmissions(): Promise<Row[]> {
  const h = await harness();
  const file = join(mkdtempSync(join(tmpdir(), "tillit-bench-")), "bare.db");
  const database = new Sqlite(file);
  database.pragma("journal_mode = wal");
  database.pragma("synchronous = full");
  database.exec("create table t (id integer primary key, body blob)");
  const insert = database.prepare("insert into t (body) values (?)");
  const body = randomBytes(bytes);
  const bare: Bare = () => {
    insert.run(body);
    return Promise.resolve();
  };
  const rows = [
    row("store of a submission, SQLite, one client", await compare(h, storeOnly, bare, 1)),
    row("the same, 32 clients (commits are shared)", await compare(h, storeOnly, bare, 32)),
    row("whole way of a submission, SQLite, 32 clients", await compare(h, wholeWay, bare, 32)),
  ];
  database.close();
  await h.close();
  return rows;
}

export async function postgresSubmissions(url: string): Promise<Row[]> {
  const h = await harness({ url });
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  await pool.query("create table bare (id bigint generated always as identity primary key, body bytea)");
  const body = randomBytes(bytes);
  const bare: Bare = async () => {
    await pool.query("insert into bare (body) values ($1)", [body]);
  };
  const rows = [
    row("store of a submission, PostgreSQL, 4 clients", await compare(h, storeOnly, bare, 4)),
    row("whole way of a submission, PostgreSQL, 4 clients", await compare(h, wholeWay, bare, 4)),
  ];
  await pool.end();
  await h.close();
  return rows;
}
