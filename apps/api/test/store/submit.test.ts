/** Submissions in one piece: many share a transaction, and one that fails takes nobody with it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { append, emptyTree, rootOf, treeAt, treeNodes, type Tree } from "@tillit/merkle-tree";
import { openStore, type Store } from "../../src/index.ts";
import type { StoredEvent, WholeSubmission } from "@tillit/record-store";
import { engines, freshDatabase, runSql } from "../setup/databases.ts";

const at = "2026-11-23T09:30:00Z";
const body = new Uint8Array([0, 1, 2, 250, 255]);

function whole(id: string, more: Partial<WholeSubmission> = {}): WholeSubmission {
  return {
    envelope: {
      id,
      kind: "application",
      app: `app-${id}`,
      applicant: "pk",
      cid: "cid",
      digest: `digest-${id}`,
      manifest: { payload: "x å \u{1f4a1}", payloadType: "t", signatures: [] },
      recipients: { v: 1, cid: "cid", stanzas: [] },
      facts: { lang: "sv" },
      createdAt: at,
      complete: true,
    },
    sections: [
      { id: "a", class: "health", size: 5, hash: "h", upload: "u" },
      { id: "b", class: "ordinary", size: 3, hash: "h", upload: "u" },
    ],
    slots: { a: "slot-a", b: { shredded: at, rule: "r" } },
    bodies: [
      { section: "a", upload: "u", body },
      { section: "b", upload: "u", body: body.subarray(2) },
    ],
    stream: `application/${id}`,
    event: (number) => ({
      type: "Submitted",
      at,
      by: "applicant",
      activity: "x/application",
      data: { number },
    }),
    row: ({ data }: StoredEvent) => ({
      id,
      app: `app-${id}`,
      number: JSON.stringify(data["number"]),
      receivedAt: at,
      status: "submitted",
      assignments: ["family-home"],
      lastEntry: at,
    }),
    ...more,
  };
}

describe.each(engines)("submissions on %s", (engine) => {
  let store: Store;
  let url: string;
  beforeAll(async () => {
    url = await freshDatabase(engine);
    store = await openStore(url);
    for (const id of ["one", "two"]) {
      await store.putController(
        { id, kind: "public-authority", name: id, contact: {}, accepts: [], profileId: id },
        { seq: 1, document: { payload: id }, at },
      );
    }
  });
  afterAll(() => store.close());

  const verified = (controller: string): Promise<boolean> =>
    store.read(controller, async (unit) => {
      const size = await unit.log.size();
      const entries = await unit.log.entries(0, 1000);
      let tree: Tree = emptyTree;
      for (const { entry } of entries) ({ tree } = append(tree, new TextEncoder().encode(entry)));
      const nodes = new Map<string, Uint8Array | undefined>();
      for (const { level, index } of treeNodes(size))
        nodes.set(`${level}/${index}`, await unit.log.node(level, index));
      const kept = treeAt(size, (level, index) => nodes.get(`${level}/${index}`));
      return size === entries.length && Buffer.compare(rootOf(tree), rootOf(kept)) === 0;
    });

  test("keeps every part of one, findable by its id and in the inbox", async () => {
    expect(await store.submit("one", whole("first"))).toBe(true);
    expect(await store.whereIs("first")).toMatchObject({ controller: "one", app: "app-first" });
    await store.read("one", async (unit) => {
      expect(await unit.envelopes.get("first")).toStrictEqual({
        ...whole("first").envelope,
        parent: undefined,
      });
      expect(await unit.envelopes.sections("first")).toStrictEqual(whole("first").sections);
      expect(await unit.envelopes.chunk("first", "a", "u", 0)).toStrictEqual(body);
      expect(await unit.envelopes.chunk("first", "b", "u", 0)).toStrictEqual(body.slice(2));
      expect(await unit.envelopes.keyring("first")).toMatchObject({ slots: whole("first").slots });
      expect(await unit.projections.case("first")).toStrictEqual({
        ...whole("first").row({ data: { number: 1 } } as unknown as StoredEvent),
        openedAt: undefined,
        decidedAt: undefined,
        outcome: undefined,
      });
      expect(await unit.log.load("application/first")).toMatchObject([{ type: "Submitted", version: 1 }]);
    });
    expect(await store.read("two", (unit) => unit.envelopes.get("first"))).toBeUndefined();
  });

  test("numbers a crowd without gaps, each controller its own, in one sound tree each", async () => {
    const ids = Array.from({ length: 40 }, (_, n) => `crowd-${n}`);
    const kept = await Promise.all(
      ids.map((id, n) => store.submit(n % 2 === 0 ? "one" : "two", whole(`${id}-${n % 2}`))),
    );
    expect(new Set(kept)).toStrictEqual(new Set([true]));
    for (const [controller, count] of [
      ["one", 21],
      ["two", 20],
    ] as const) {
      const cases = await store.read(controller, (unit) => unit.projections.cases(100));
      const numbers = cases.map(({ number }) => Number(number)).toSorted((a, b) => a - b);
      expect(numbers).toStrictEqual(Array.from({ length: count }, (_, n) => n + 1));
      expect(await verified(controller)).toBe(true);
    }
  });

  test("keeps one of many that are the same", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => store.submit("one", whole("same"))));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await store.submit("one", whole("same"))).toBe(false);
    expect(await store.read("one", (unit) => unit.log.load("application/same"))).toHaveLength(1);
  });

  test("does nothing where only the log is left, as after disposal", async () => {
    await store.submit("one", whole("gone"));
    await store.write("one", (unit) => unit.destroy("gone"));
    expect(await store.submit("one", whole("gone"))).toBe(false);
    expect(await store.read("one", (unit) => unit.envelopes.get("gone"))).toBeUndefined();
  });

  test.each([
    ["the rules refuse", { event: () => never() }],
    ["the engine refuses", { bodies: [...whole("x").bodies, ...whole("x").bodies] }],
  ])("one that %s takes nobody with it and leaves no gap", async (name, more) => {
    const before = await store.read("two", (unit) => unit.log.size());
    const tries = ["left", "bad", "right"].map((id) =>
      store.submit("two", whole(`${id} ${name}`, id === "bad" ? more : {})),
    );
    const settled = await Promise.allSettled(tries);
    expect(settled.map(({ status }) => status)).toStrictEqual(["fulfilled", "rejected", "fulfilled"]);
    const cases = await store.read("two", (unit) =>
      unit.projections.casesOf([`left ${name}`, `right ${name}`]),
    );
    expect(cases.map(({ number }) => Number(number)).toSorted((a, b) => a - b)).toStrictEqual([
      before + 1,
      before + 2,
    ]);
    expect(await store.whereIs(`bad ${name}`)).toBeUndefined();
    expect(await verified("two")).toBe(true);
  });

  test("knows what another process kept at the same moment", async () => {
    const other = await openStore(url);
    const ids = Array.from({ length: 12 }, (_, n) => `both-${n}`);
    const kept: boolean[][] = [];
    // One at a time, so that each meets only itself.
    for (const id of ids) {
      kept.push(await Promise.all([store.submit("one", whole(id)), other.submit("one", whole(id))]));
    }
    expect(kept.map((pair) => pair.filter(Boolean).length)).toStrictEqual(ids.map(() => 1));
    expect(await verified("one")).toBe(true);
    await other.close();
  });

  test("notices that somebody else has moved the log just as far as it has itself", async () => {
    await store.putController(
      { id: "twins", kind: "public-authority", name: "t", contact: {}, accepts: [], profileId: "t" },
      { seq: 1, document: { payload: "t" }, at },
    );
    await store.submit("twins", whole("twins-first"));
    for (let n = 0; n < 25; n += 1) {
      const usual = store.write("twins", async (unit) => {
        const number = await unit.log.nextNumber();
        await unit.log.append(`usual/${n}`, 0, [
          { type: "T", at, by: "system", activity: "x/application", data: { number } },
        ]);
      });
      const kept = await Promise.all(
        ["a", "b", "c"].map((letter) => store.submit("twins", whole(`twins-${letter}-${n}`))),
      );
      await usual;
      expect(kept).toStrictEqual([true, true, true]);
    }
    expect(await verified("twins")).toBe(true);
  });

  test("shares the log with work that is done in the usual way at the same time", async () => {
    const numbers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        n % 2 === 0
          ? store.submit("one", whole(`mixed-${n}`)).then(Number)
          : store.write("one", async (unit) => {
              const number = await unit.log.nextNumber();
              await unit.log.append(`mixed/${n}`, 0, [
                { type: "T", at, by: "system", activity: "x/application", data: { number } },
              ]);
              return 1;
            }),
      ),
    );
    expect(numbers).toStrictEqual(Array.from({ length: 20 }, () => 1));
    expect(await verified("one")).toBe(true);
  });
  test("keeps two processes' crowds, with twins and one in ten that cannot be kept, in one sound tree without gaps", async () => {
    await store.putController(
      { id: "busy", kind: "public-authority", name: "b", contact: {}, accepts: [], profileId: "b" },
      { seq: 1, document: { payload: "b" }, at },
    );
    const other = await openStore(url);
    const twice = [...whole("x").bodies, ...whole("x").bodies];
    const settled = await Promise.all(
      Array.from({ length: 60 }, async (_, n) => {
        for (let turn = 0; turn < (n * 7) % 40; turn += 1)
          await new Promise((resolve) => setImmediate(resolve));
        const one = whole(`busy-${n}`, n % 10 === 3 ? { bodies: twice } : {});
        return Promise.allSettled([
          store.submit("busy", one),
          (n % 2 === 0 ? other : store).submit("busy", one),
        ]);
      }),
    );
    await other.close();
    const kept = settled.map((pair) => pair.filter((one) => one.status === "fulfilled" && one.value).length);
    expect(kept).toStrictEqual(settled.map((_, n) => (n % 10 === 3 ? 0 : 1)));
    const cases = await store.read("busy", (unit) => unit.projections.cases(100));
    const numbers = cases.map(({ number }) => Number(number)).toSorted((a, b) => a - b);
    expect(numbers).toStrictEqual(Array.from({ length: 54 }, (_, n) => n + 1));
    expect(await verified("busy")).toBe(true);
  });
});

function never(): never {
  throw new Error("no");
}

test("PostgreSQL takes them by the bound role and for their own controller, also where a connection served another before", async () => {
  const url = await freshDatabase("postgres");
  const store = await openStore(url, 4);
  for (const id of ["one", "two"]) {
    await store.putController(
      { id, kind: "public-authority", name: id, contact: {}, accepts: [], profileId: id },
      { seq: 1, document: { payload: id }, at },
    );
  }
  await runSql(
    url,
    `create table noted (controller text, role text, acting_for text, connection integer);
     grant insert on noted to tillit_app;
     create function note() returns trigger language plpgsql as $$ begin
       insert into noted values (new.controller, current_user, current_setting('tillit.controller'),
         pg_backend_pid());
       return new;
     end $$;
     create trigger noting after insert on envelopes for each row execute function note()`,
  );
  const turns = ["one", "two", "one", "two", "two", "one"];
  for (const [n, controller] of turns.entries()) await store.submit(controller, whole(`turn-${n}`));
  await Promise.all(turns.map((controller, n) => store.submit(controller, whole(`together-${n}`))));
  await store.close();
  const noted = await runSql(url, "select controller, role, acting_for, connection from noted");
  expect(noted).toHaveLength(2 * turns.length);
  // One that saw another's rows would be refused, thrown away, and the submission tried again on a new one.
  expect(new Set(noted.map(({ connection }) => connection)).size).toBe(1);
  for (const { controller, role, acting_for: actingFor } of noted) {
    expect({ role, actingFor }).toStrictEqual({ role: "tillit_app", actingFor: controller });
  }
});
