/** The one loop: a command is decided on what the log holds, and what follows is appended and seen in the lists. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evolveList, initialList, type ListCommand } from "@tillit/retention-policy";
import { act, append } from "../../src/kernel/act.ts";
import { idsOf, load, streamName } from "../../src/kernel/load.ts";
import { asSpoken, standing, type Story } from "../../src/kernel/story.ts";
import { newList, tryOnList } from "../../src/disposal/disposal-list.ts";
import { openStore, type Store } from "../../src/index.ts";
import { applications } from "../../src/records/case-events.ts";
import { engines, freshDatabase } from "../setup/databases.ts";

const at = "2026-11-23T09:30:00Z";
const [by, record] = ["caseworker:p-1", "a1"];
const submit = {
  type: "SubmitApplication",
  at,
  envelope: "e1",
  assignments: ["family-home"],
  noticeVersion: "n1",
} as const;
const also = { app: "app-1", number: "2026-00001" };

/** A counter that may not pass two, kept as it is spoken. */
interface Counted {
  readonly type: "NoticeNoted";
  readonly by: string;
  readonly version: string;
}
const counter: Story<"notice", string, readonly string[], Counted, string> = {
  kind: "notice",
  initial: [],
  decide: (version, known, who) =>
    known.length < 2
      ? { ok: true, events: [{ type: "NoticeNoted", by: who, version }] }
      : { ok: false, reason: "FULL" },
  evolve: (known, event) => [...known, `${event.by} ${event.version}`],
  ...asSpoken("by"),
};

describe.each(engines)("the kernel on %s", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore(await freshDatabase(engine));
  });
  afterAll(() => store.close());

  test("appends what a package decides, once, and the lists show it", async () => {
    const deed = { commands: [submit], context: undefined, also, at, by: "applicant" };
    const [first, again] = await store.write("one", async (unit) => [
      await act(unit, applications, record, deed),
      await act(unit, applications, record, deed),
    ]);
    expect(first?.state).toMatchObject({ status: "submitted", envelope: "e1" });
    expect(again?.entries).toHaveLength(1);
    const { entries, row } = await store.read("one", async (unit) => ({
      entries: await unit.log.load(`application/${record}`),
      row: await unit.projections.case(record),
    }));
    const { type: _, at: __, ...said } = submit;
    expect(entries).toEqual([
      {
        type: "ApplicationSubmitted",
        at,
        by: "applicant",
        activity: "one/application",
        data: { ...said, ...also },
        seq: 0,
        stream: "application/a1",
        version: 1,
      },
    ]);
    expect(row).toMatchObject({ number: also.number, status: "submitted", receivedAt: at });
  });

  test("writes nothing when one of several commands is refused, and gives the refusal as reason", async () => {
    const commands = ["v1", "v2", "v3"];
    const done = store.write("two", (unit) => act(unit, counter, "n", { commands, context: by, at, by }));
    await expect(done).rejects.toMatchObject({ code: "STATE_CONFLICT", reason: "FULL" });
    expect(await store.read("two", (unit) => idsOf(unit, "notice"))).toEqual([]);
  });

  test("keeps an event as it is spoken, and what the entry itself says only there", async () => {
    const told = await store.write("three", (unit) =>
      act(unit, counter, "n", { commands: ["v1", "v2"], context: by, at, by }),
    );
    expect(told.state).toEqual([`${by} v1`, `${by} v2`]);
    const found = await store.read("three", (unit) => standing(unit, counter, "n"));
    expect(found).toEqual(told);
    expect(found.entries.map(({ data }) => data)).toEqual([{ version: "v1" }, { version: "v2" }]);
  });

  test("refuses to go on from where the story no longer stands", async () => {
    await store.write("four", async (unit) => {
      const from = await standing(unit, counter, "n");
      await act(unit, counter, "n", { commands: ["v1"], context: by, from, at, by });
    });
    const late = store.write("four", (unit) =>
      act(unit, counter, "n", { commands: ["v2"], context: by, from: { state: [], entries: [] }, at, by }),
    );
    await expect(late).rejects.toMatchObject({ code: "STORE_VERSION_CONFLICT" });
  });

  test("names another activity where one is given, and finds whose streams there are", async () => {
    await store.write("five", async (unit) => {
      const data = { recipient: "r-1", kind: "court", on: "2026-11-23" } as const;
      await append(unit, "disclosure", "b", "any", { type: "DataDisclosed", at, by, data });
      await append(unit, "disclosure", "a", "any", { type: "DataDisclosed", at, by, activity: "x", data });
    });
    const [ids, entries] = await store.read("five", async (unit) => [
      await idsOf(unit, "disclosure"),
      await load(unit, "disclosure", "a"),
    ]);
    expect(ids).toEqual(["a", "b"]);
    expect(entries.map(({ activity }) => activity)).toEqual(["x"]);
    expect(streamName("disclosure", "a")).toBe("disclosure/a");
  });
});

test("what is tried on a list is not written, and is what the list would be", () => {
  const command: ListCommand = {
    type: "Draft",
    by: { person: "p-1", role: "author" },
    id: "d-1",
    asOf: "2026-11-23",
    ruleSet: { id: "r", release: "1", hash: "h" },
    candidates: [],
  };
  const tried = tryOnList(newList(undefined).state, [command]);
  expect(tried.status).toBe("draft");
  expect(tried).toEqual(evolveList(initialList, { type: "Drafted", list: tried }));
  expect(() => tryOnList(tried, [command])).toThrow(
    expect.objectContaining({ code: "STATE_CONFLICT", reason: "WRONG_STATE" }),
  );
});
