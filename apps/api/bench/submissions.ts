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
import { acceptedWhole } from "../src/flows/accept-application.ts";
import { storedEnvelope, uploaded } from "../src/flows/stored-envelope.ts";
import { sealedFor } from "../src/purposes.ts";
import { median, rate, type Row } from "./measure.ts";

const bytes = 20_000;
const each = 120;
const rounds = 5;

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

interface Way {
  /** What is made before the clock starts; the bytes and signatures differ from one submission to the next. */
  prepare(h: Harness): Promise<readonly (() => Promise<void>)[]>;
}

const facts = { assignments: ["family-home"], noticeVersion: "v1", lang: "sv" };

/** One request through the app: parsing, signature, keyring, hash, and everything stored. */
const oneRequest: Way = {
  async prepare(h) {
    return (await packages(h, each)).map(({ manifest, keyring, blobs }) => {
      const contact = Buffer.from(blobs.get("contact") ?? []).toString("base64url");
      const body = JSON.stringify({ manifest, keyring, facts, blobs: { contact } });
      const headers = { "content-type": "application/json", "content-length": String(body.length) };
      return async () => {
        const answer = await h.app.request("/api/applications", { method: "POST", headers, body });
        if (answer.status !== 201) throw new Error(`answered ${answer.status}`);
      };
    });
  },
};

/** The way of large parts: manifest first, then the bytes; two requests and two durable transactions. */
const twoRequests: Way = {
  async prepare(h) {
    return (await packages(h, each)).map((one) => async () => {
      await h.send(one);
      const last = await h.upload(one);
      if (last.status !== 200) throw new Error(`answered ${last.status}`);
    });
  },
};

/** The same durable transaction with all its rows, without HTTP and without checking signatures. */
const storeOnly: Way = {
  async prepare(h) {
    return (await packages(h, each)).map(({ manifest, keyring, blobs }) => {
      const verified = verify(manifest, sealedFor.application);
      const at = "2026-11-23T09:30:00Z";
      const parts = storedEnvelope({ verified, manifest, keyring, kind: "application", at });
      const body = blobs.get("contact") ?? new Uint8Array();
      return async () => {
        const envelope = { ...parts.envelope, facts, complete: true };
        const kept = await h.store.submit(publicAuthority, {
          ...parts,
          envelope,
          sections: parts.sections.map((section) => uploaded(section, "u")),
          bodies: [{ section: "contact", upload: "u", body }],
          ...acceptedWhole(h.deps, publicAuthority, envelope),
        });
        if (!kept) throw new Error("was there already");
      };
    });
  },
};

type Bare = () => Promise<void>;

/** Both sides with as many clients; the order turns round with every round. */
async function compare(
  h: Harness,
  way: Way,
  bare: Bare,
  atOnce: number,
): Promise<{ own: number; bare: number }> {
  const own: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const jobs = await way.prepare(h);
    const ours = async (): Promise<void> => {
      own.push(await rate(each, atOnce, (n) => (jobs[n] as () => Promise<void>)()));
    };
    const theirs = async (): Promise<void> => {
      plain.push(await rate(each, atOnce, bare));
    };
    for (const side of round % 2 === 0 ? [theirs, ours] : [ours, theirs]) await side();
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
  database.pragma("cache_size = -8000");
  database.pragma("wal_autocheckpoint = 4000");
  database.exec("create table t (id integer primary key, body blob)");
  const insert = database.prepare("insert into t (body) values (?)");
  const body = randomBytes(bytes);
  const bare: Bare = () => {
    insert.run(body);
    return Promise.resolve();
  };
  const rows = [
    row("store of a submission, SQLite, 1 client", await compare(h, storeOnly, bare, 1)),
    row("store of a submission, SQLite, 32 clients", await compare(h, storeOnly, bare, 32)),
    row("whole way in one request, SQLite, 1 client", await compare(h, oneRequest, bare, 1)),
    row("whole way in one request, SQLite, 32 clients", await compare(h, oneRequest, bare, 32)),
    row("whole way in two requests, SQLite, 32 clients", await compare(h, twoRequests, bare, 32)),
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
    row("whole way in one request, PostgreSQL, 4 clients", await compare(h, oneRequest, bare, 4)),
    row("whole way in two requests, PostgreSQL, 4 clients", await compare(h, twoRequests, bare, 4)),
  ];
  await pool.end();
  await h.close();
  return rows;
}
