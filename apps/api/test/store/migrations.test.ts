/** A database of every earlier version, with data in it, comes to the newest one with the data still there. */
import { append, emptyTree, type Tree } from "@tillit/merkle-tree";
import { sql, type Kysely } from "kysely";
import { describe, expect, test } from "vitest";
import { openStore } from "../../src/index.ts";
import { connect, migrate, versions } from "@tillit/record-store";
import { engines, emptyDatabase } from "../setup/databases.ts";

const earlier = versions.slice(0, -1);
const entries = Array.from({ length: 11 }, (_, n) => `{"stream":"s/${n % 4}","n":${n}}`);

/** The log as the version kept it: before `0044` with the tree's hashes and the streams' versions in own tables. */
async function writeLog<T>(db: Kysely<T>, former: boolean): Promise<void> {
  let tree: Tree = emptyTree;
  for (const [seq, entry] of entries.entries()) {
    const appended = append(tree, Buffer.from(entry));
    ({ tree } = appended);
    await sql`insert into events (controller, seq, stream, version, type, at, entry)
      values ('one', ${seq}, ${`s/${seq % 4}`}, ${Math.floor(seq / 4) + 1}, 'T', 't', ${entry})`.execute(db);
    if (former) {
      for (const { level, index, hash } of appended.nodes) {
        await sql`insert into chain_nodes (controller, level, idx, hash)
          values ('one', ${level}, ${index}, ${Buffer.from(hash)})`.execute(db);
      }
    } else {
      const nodes = Buffer.concat(appended.nodes.map(({ hash }) => hash));
      await sql`update events set nodes = ${nodes} where controller = 'one' and seq = ${seq}`.execute(db);
    }
  }
  const peaks = tree.peaks.map((peak) => Buffer.from(peak).toString("base64url")).join(" ");
  await sql`insert into chain_heads (controller, size, peaks, numbers)
    values ('one', ${tree.size}, ${peaks}, 7)`.execute(db);
  for (const stream of former ? [0, 1, 2, 3] : []) {
    await sql`insert into streams (controller, stream, version)
      values ('one', ${`s/${stream}`}, ${stream === 3 ? 2 : 3})`.execute(db);
  }
}

/** Every hash of the tree over the entries, by its place. */
function expectedNodes(): ReadonlyMap<string, string> {
  const nodes = new Map<string, string>();
  let tree: Tree = emptyTree;
  for (const entry of entries) {
    const appended = append(tree, Buffer.from(entry));
    ({ tree } = appended);
    for (const { level, index, hash } of appended.nodes) {
      nodes.set(`${level}/${index}`, Buffer.from(hash).toString("hex"));
    }
  }
  return nodes;
}

test("a server that does not answer is not taken for one of another version", async () => {
  await expect(openStore("postgres://nobody:secret@127.0.0.1:1/none")).rejects.toMatchObject({
    code: "STORE_UNREACHABLE",
    message: expect.not.stringContaining("secret"),
  });
});

describe.each(engines)("migrations on %s", (engine) => {
  test.each(earlier)("from %s with data", async (version) => {
    const url = await emptyDatabase(engine);
    const old = connect(url);
    expect(await migrate(old.db, engine, version)).toStrictEqual(
      versions.slice(0, versions.indexOf(version) + 1),
    );
    await old.db
      .insertInto("controllers")
      .values({
        id: "one",
        kind: "public-authority",
        name: "N",
        place: null,
        phone: null,
        accepts: "[]",
        profile_id: "p",
        plan: null,
      })
      .execute();
    await old.write("one", (db) => writeLog(db, version < "0044"));
    await old.write("one", async (db) => {
      await sql`insert into directory (record, controller, app, applicant, cid)
        values ('c', 'one', 'a', 'k', 'i')`.execute(db);
      await sql`insert into sections (controller, record, id, class, size, hash, upload)
        values ('one', 'c', 'health', 'ordinary', 5, 'h', null)`.execute(db);
      await sql`insert into cases (controller, id, app, number, received_at, status, assignments, last_entry)
        values ('one', 'c', 'a', '1', 't', 'submitted', '[]', 't')`.execute(db);
    });
    await old.close();

    const store = await openStore(url);
    expect(await store.read("one", (unit) => unit.projections.case("c"))).toMatchObject({ number: "1" });
    expect((await store.controllers()).map(({ id }) => id)).toStrictEqual(["one"]);
    await store.read("one", async ({ log, envelopes }) => {
      expect(await log.entries(0, 100)).toStrictEqual(entries.map((entry, seq) => ({ seq, entry })));
      const found = new Map<string, string>();
      for (const [place] of expectedNodes()) {
        const [level, index] = place.split("/").map(Number) as [number, number];
        found.set(place, Buffer.from((await log.node(level, index)) ?? []).toString("hex"));
      }
      expect(found).toStrictEqual(expectedNodes());
      expect(await log.node(1, 5)).toBeUndefined();
      expect(await log.streams("s/")).toStrictEqual(["s/0", "s/1", "s/2", "s/3"]);
      expect(await envelopes.sections("c")).toMatchObject([{ id: "health", size: 5 }]);
    });
    expect(await store.ofApplication("a")).toMatchObject([{ record: "c", controller: "one" }]);
    const event = { type: "T", at: "t", by: "b", activity: "a", data: {} };
    await store.write("one", async ({ log }) => {
      expect(await log.append("s/3", 2, [event])).toMatchObject([{ seq: 11, version: 3 }]);
      expect(await log.nextNumber()).toBe(8);
    });
    await expect(store.write("one", ({ log }) => log.append("s/3", 2, [event]))).rejects.toMatchObject({
      code: "STORE_VERSION_CONFLICT",
    });
    await store.jobs.ensure("k", "2026-01-01T00:00:00Z");
    expect(await store.jobs.claim("w", "2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z")).toMatchObject({
      kind: "k",
    });
    await store.close();
  });

  test("requests that are there already say whether they restrict their application", async () => {
    const url = await emptyDatabase(engine);
    const old = connect(url);
    await migrate(old.db, engine, "0050-pseudonym-marks");
    const told: Readonly<Record<string, readonly [right: string, ...types: string[]]>> = {
      asked: ["restriction", "RequestReceived"],
      taken: ["restriction", "RequestReceived", "Triaged"],
      objected: ["objection", "RequestReceived", "Triaged"],
      lifted: ["restriction", "RequestReceived", "Triaged", "RestrictionLifted"],
      again: ["restriction", "RequestReceived", "Triaged", "RestrictionLifted", "Triaged"],
      access: ["access", "RequestReceived", "Triaged"],
    };
    await old.write("one", async (db) => {
      let seq = 0;
      for (const [id, [right, ...types]] of Object.entries(told)) {
        await sql`insert into requests (controller, id, application, "right", status, received, last_day)
          values ('one', ${id}, 'a', ${right}, 'closed', '2026-11-01', '2026-12-01')`.execute(db);
        for (const [n, type] of types.entries()) {
          await sql`insert into events (controller, seq, stream, version, type, at, entry, nodes)
            values ('one', ${seq}, ${`request/${id}`}, ${n + 1}, ${type}, 't', '{}', ${Buffer.alloc(0)})`.execute(
            db,
          );
          seq += 1;
        }
      }
    });
    await old.close();
    const store = await openStore(url);
    const found = await store.read("one", (unit) => unit.projections.restrictingRequests());
    expect(found.map(({ id }) => id).toSorted()).toStrictEqual(["again", "objected", "taken"]);
    await store.close();
  });

  test("opening an up-to-date database changes nothing", async () => {
    const url = await emptyDatabase(engine);
    await (await openStore(url)).close();
    const again = connect(url);
    expect(await migrate(again.db, engine)).toStrictEqual([]);
    await again.close();
  });

  test("a database that a newer program has been at is left alone", async () => {
    const url = await emptyDatabase(engine);
    await (await openStore(url)).close();
    const later = connect(url);
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')`.execute(
      later.db,
    );
    await later.close();
    await expect(openStore(url)).rejects.toMatchObject({ code: "STORE_SCHEMA_AHEAD" });
  });
});
