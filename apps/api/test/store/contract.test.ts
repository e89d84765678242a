import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leafHash, rootOf, treeAt } from "@tillit/merkle-tree";
import { openStore, type Store } from "../../src/index.ts";
import type { NewEvent, StoredEnvelope } from "@tillit/record-store";
import { engines, freshDatabase } from "../setup/databases.ts";

const at = "2026-11-23T09:30:00Z";

function event(type: string): NewEvent {
  return { type, at, by: "system", activity: "a/application", data: { n: 1 } };
}

function envelope(id: string): StoredEnvelope {
  return {
    id,
    kind: "application",
    app: "6b1f0f0e-0000-4000-8000-000000000000",
    applicant: "pk",
    cid: "cid",
    digest: `digest-${id}`,
    manifest: { payload: "x", payloadType: "t", signatures: [] },
    recipients: { v: 1, cid: "cid", stanzas: [] },
    facts: {},
    createdAt: at,
    complete: false,
  };
}

describe.each(engines)("the store on %s", (engine) => {
  let store: Store;
  let url: string;
  beforeAll(async () => {
    url = await freshDatabase(engine);
    store = await openStore(url);
    for (const id of ["one", "two"]) {
      await store.putController(
        {
          id,
          kind: "public-authority",
          name: `Nämnden ${id} åäö`,
          contact: { phone: "1" },
          accepts: ["family-home"],
          profileId: id,
        },
        { seq: 1, document: { payload: id }, at },
      );
    }
  });
  afterAll(() => store.close());

  test("keeps controllers and the newest key document of each", async () => {
    await store.putController((await store.controller("one")) ?? never(), {
      seq: 3,
      document: { payload: "new" },
      at,
    });
    await store.putController((await store.controller("one")) ?? never(), {
      seq: 2,
      document: { payload: "old" },
      at,
    });
    expect(await store.keyDocument("one")).toStrictEqual({ payload: "new" });
    expect((await store.controllers()).map(({ name }) => name)).toStrictEqual([
      "Nämnden one åäö",
      "Nämnden two åäö",
    ]);
    expect(await store.controller("three")).toBeUndefined();
  });

  test("appends at the expected version and refuses another", async () => {
    await store.write("one", (unit) => unit.log.append("s/1", 0, [event("A"), event("B")]));
    const stale = store.write("one", (unit) => unit.log.append("s/1", 1, [event("C")]));
    await expect(stale).rejects.toMatchObject({ code: "STORE_VERSION_CONFLICT" });
    const loaded = await store.read("one", (unit) => unit.log.load("s/1"));
    expect(loaded.map(({ type, version }) => [type, version])).toStrictEqual([
      ["A", 1],
      ["B", 2],
    ]);
  });

  test("gives one of many writers at the same version the stream, and the others a refusal", async () => {
    const tries = Array.from({ length: 20 }, (_, n) =>
      store.write("one", (unit) => unit.log.append("s/race", 0, [event(`E${n}`)])),
    );
    const settled = await Promise.allSettled(tries);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await store.read("one", (unit) => unit.log.load("s/race"))).toHaveLength(1);
  });

  test("numbers the entries of a controller without gaps, whoever writes", async () => {
    await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        store.write("two", (unit) => unit.log.append(`g/${n}`, "any", [event("G")])),
      ),
    );
    const entries = await store.read("two", (unit) => unit.log.entries(0, 100));
    expect(entries.map(({ seq }) => seq)).toStrictEqual(Array.from({ length: 30 }, (_, n) => n));
  });

  test("keeps a tree whose root is the root of its entries", async () => {
    const { size, entries, nodes } = await store.read("two", async (unit) => {
      const count = await unit.log.size();
      const found = new Map<string, Uint8Array>();
      for (let level = 0; level < 6; level += 1) {
        for (let index = 0; index < count; index += 1) {
          const hash = await unit.log.node(level, index);
          if (hash !== undefined) found.set(`${level}/${index}`, hash);
        }
      }
      return { size: count, entries: await unit.log.entries(0, 100), nodes: found };
    });
    const leaves = entries.map(({ entry }) => leafHash(new TextEncoder().encode(entry)));
    expect(
      leaves.map((hash, n) => Buffer.compare(hash, nodes.get(`0/${n}`) ?? new Uint8Array())),
    ).toStrictEqual(leaves.map(() => 0));
    expect(rootOf(treeAt(size, (level, index) => nodes.get(`${level}/${index}`)))).toHaveLength(32);
  });

  test("takes back everything of a unit of work that fails, and nothing of the others", async () => {
    const failing = store.write("one", async (unit) => {
      await unit.log.append("s/undone", 0, [event("X")]);
      await unit.envelopes.add(envelope("undone"), [{ id: "s", class: "health", size: 5, hash: "h" }], {
        s: "x",
      });
      throw new Error("no");
    });
    const other = store.write("one", (unit) => unit.log.append("s/kept", 0, [event("Y")]));
    await expect(failing).rejects.toThrow("no");
    await other;
    expect(await store.read("one", (unit) => unit.log.load("s/undone"))).toStrictEqual([]);
    expect(await store.read("one", (unit) => unit.envelopes.get("undone"))).toBeUndefined();
    expect(await store.read("one", (unit) => unit.log.load("s/kept"))).toHaveLength(1);
  });

  test("keeps an envelope, its sections, slots and bytes", async () => {
    const bytes = new Uint8Array([0, 1, 2, 250, 255]);
    await store.write("one", async (unit) => {
      await unit.envelopes.add(envelope("e1"), [{ id: "s", class: "health", size: 5, hash: "h" }], {
        s: "slot",
      });
      await unit.envelopes.addChunk("e1", "s", "u1", 0, bytes.subarray(1));
      await unit.envelopes.addChunk("e1", "s", "u2", 0, bytes);
      expect(await unit.envelopes.finishUpload("e1", "s", "u2")).toBe(true);
      expect(await unit.envelopes.finishUpload("e1", "s", "u1")).toBe(false);
      await unit.envelopes.dropUpload("e1", "s", "u1");
      await unit.envelopes.complete("e1");
    });
    await store.read("one", async (unit) => {
      expect(await unit.envelopes.get("e1")).toStrictEqual({
        ...envelope("e1"),
        parent: undefined,
        complete: true,
      });
      expect(await unit.envelopes.section("e1", "s")).toMatchObject({ upload: "u2" });
      expect(await unit.envelopes.chunk("e1", "s", "u2", 0)).toStrictEqual(bytes);
      expect(await unit.envelopes.chunk("e1", "s", "u1", 0)).toBeUndefined();
      expect(await unit.envelopes.keyring("e1")).toStrictEqual({
        v: 1,
        cid: "cid",
        stanzas: [],
        slots: { s: "slot" },
      });
    });
    const again = store.write("one", (unit) =>
      unit.envelopes.add(envelope("e1"), [{ id: "s", class: "health", size: 5, hash: "h" }], { s: "x" }),
    );
    await expect(again).rejects.toMatchObject({ code: "STORE_DUPLICATE" });
  });

  test("knows how much of a section has come by which upload, and keeps one of them", async () => {
    await store.write("one", async ({ envelopes }) => {
      const section = { id: "s", class: "health", size: 9, hash: "h" };
      await envelopes.add(envelope("e2"), [section], { s: "x" });
      await envelopes.addChunk("e2", "s", "short", 0, new Uint8Array(4));
      await envelopes.addChunk("e2", "s", "long", 0, new Uint8Array(4));
      await envelopes.addChunk("e2", "s", "long", 1, new Uint8Array(3));
      await envelopes.addChunk("e2", "s", "without a beginning", 1, new Uint8Array(20));
    });
    const both = [
      { upload: "long", size: 7, chunks: 2 },
      { upload: "short", size: 4, chunks: 1 },
    ];
    expect(await store.read("one", ({ envelopes }) => envelopes.uploads("e2", "s"))).toStrictEqual(both);
    expect(await store.read("two", ({ envelopes }) => envelopes.uploads("e2", "s"))).toStrictEqual([]);
    const again = store.write("one", ({ envelopes }) =>
      envelopes.addChunk("e2", "s", "long", 1, new Uint8Array(1)),
    );
    await expect(again).rejects.toMatchObject({ code: "STORE_DUPLICATE" });
    await store.write("one", ({ envelopes }) => envelopes.keepUpload("e2", "s", "long"));
    expect(await store.read("one", ({ envelopes }) => envelopes.uploads("e2", "s"))).toHaveLength(1);
  });

  test("shows one controller nothing of another's", async () => {
    await store.read("two", async (unit) => {
      expect(await unit.envelopes.get("e1")).toBeUndefined();
      expect(await unit.envelopes.chunk("e1", "s", "u2", 0)).toBeUndefined();
      expect(await unit.envelopes.keyring("e1")).toBeUndefined();
      expect(await unit.log.load("s/1")).toStrictEqual([]);
    });
  });

  test("lists cases in the order of work and replaces a row", async () => {
    const row = { app: "a", number: "1", status: "submitted", assignments: ["family-home"], lastEntry: at };
    await store.write("one", async (unit) => {
      await unit.projections.putCase({ ...row, id: "c1", receivedAt: "2026-11-01T00:00:00Z" });
      await unit.projections.putCase({ ...row, id: "c2", receivedAt: "2026-11-02T00:00:00Z" });
      await unit.projections.putCase({
        ...row,
        id: "c1",
        receivedAt: "2026-11-01T00:00:00Z",
        status: "opened",
        openedAt: at,
      });
    });
    const cases = await store.read("one", (unit) => unit.projections.cases(10));
    expect(cases.map(({ id, status, openedAt }) => [id, status, openedAt])).toStrictEqual([
      ["c1", "opened", at],
      ["c2", "submitted", undefined],
    ]);
    expect(await store.read("one", (unit) => unit.projections.cases(1))).toHaveLength(1);
  });

  test("pages through cases from the oldest, and knows which requests are open", async () => {
    const first = await store.read("one", (unit) => unit.projections.casesAfter(undefined, 1));
    const second = await store.read("one", (unit) => unit.projections.casesAfter(first[0], 1));
    const third = await store.read("one", (unit) => unit.projections.casesAfter(second[0], 1));
    expect([first, second, third].map((page) => page.map(({ id }) => id))).toStrictEqual([
      ["c1"],
      ["c2"],
      [],
    ]);
    const row = { application: "c1", right: "access", received: "2026-11-01", lastDay: "2026-12-01" };
    await store.write("one", async (unit) => {
      await unit.projections.putRequest({ ...row, id: "q1", status: "closed", restricted: true });
      await unit.projections.putRequest({ ...row, id: "q2", status: "triage", restricted: false });
    });
    const restricting = await store.read("one", (unit) => unit.projections.restrictingRequests());
    expect(restricting).toStrictEqual([{ ...row, id: "q1", status: "closed", restricted: true }]);
    const open = await store.read("one", (unit) => unit.projections.openRequests());
    expect(open.map(({ id }) => id)).toStrictEqual(["q2"]);
    const page = (last?: (typeof open)[number]) =>
      store.read("one", (unit) => unit.projections.requestsAfter(last, 1));
    const [oldest] = await page();
    const [next] = await page(oldest);
    expect([oldest?.id, next?.id, (await page(next)).length]).toStrictEqual(["q1", "q2", 0]);
    await store.write("one", (unit) => unit.projections.removeRequest("q1"));
    expect((await page()).map(({ id }) => id)).toStrictEqual(["q2"]);
    await store.write("one", (unit) => unit.projections.removeCase("c2"));
    expect(await store.read("one", (unit) => unit.projections.cases(10))).toHaveLength(1);
  });

  test("spends a nonce once, ends a session for good, and finds records by id and application", async () => {
    expect(await store.spendNonce("n", at)).toBe(true);
    expect(await store.spendNonce("n", at)).toBe(false);
    expect(await store.sessionEnded(["s"])).toBe(false);
    await store.endSession("s", at);
    await store.endSession("s", at);
    expect(await store.sessionEnded(["s"])).toBe(true);
    await store.write("two", (unit) => unit.publish({ record: "r9", app: "a9", applicant: "k", cid: "c" }));
    expect(await store.whereIs("r9")).toMatchObject({ controller: "two", app: "a9" });
    expect(await store.ofApplication("a9")).toHaveLength(1);
  });

  test("opens again with everything still there", async () => {
    const second = await openStore(url);
    expect(await second.read("one", (unit) => unit.log.load("s/1"))).toHaveLength(2);
    await second.close();
  });
});

function never(): never {
  throw new Error("the controller is missing");
}
