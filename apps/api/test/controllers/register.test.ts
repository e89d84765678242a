/** What a controller says it does with data: its record, its notice, and when the notice became another. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noteNotice } from "../../src/controllers/notice-changes.ts";
import { engines, freshDatabase } from "../setup/databases.ts";
import { harness, privateProvider, publicAuthority, type Harness } from "../setup/harness.ts";

interface Versions {
  readonly current: string;
  readonly versions: readonly { readonly version: string; readonly since: string }[];
}

describe.each(engines)("the register on %s", (engine) => {
  let h: Harness;
  beforeAll(async () => {
    h = await harness({ url: await freshDatabase(engine) });
  });
  afterAll(() => h.close());

  const versions = async (): Promise<Versions> =>
    (await (await h.get(`/api/controllers/${publicAuthority}/notice/versions`)).json()) as Versions;

  test.each(["sv", "en"])(
    "the record has a row for each activity, and names its columns, in %s",
    async (lang) => {
      const officer = await h.login("privacy-officer", publicAuthority);
      const answer = await h.get(`/api/desk/record-of-processing?lang=${lang}`, officer);
      const record = (await answer.json()) as { controller: string; columns: string[]; rows: string[][] };
      expect(record).toMatchObject({ controller: publicAuthority, lang, asOf: "2026-11-23" });
      const activities = record.rows.map((row) => row[record.columns.indexOf("activity")]);
      expect(activities.length).toBeGreaterThan(0);
      expect(record.rows.every((row) => row.length === record.columns.length)).toBe(true);
    },
  );

  test("what is missing names the activity it is missing in, by its title", async () => {
    const officer = await h.login("privacy-officer", privateProvider);
    const answer = await h.get("/api/desk/record-of-processing", officer);
    const { rows, missing } = (await answer.json()) as { rows: string[][]; missing: { activity: string }[] };
    const titles = new Set(rows.map(([title]) => title));
    expect(missing.length).toBeGreaterThan(0);
    expect(missing.every(({ activity }) => titles.has(activity))).toBe(true);
  });

  test("each controller has its own record", async () => {
    const records = await Promise.all(
      [publicAuthority, privateProvider].map(async (id) =>
        (await h.get("/api/desk/record-of-processing", await h.login("privacy-officer", id))).text(),
      ),
    );
    expect(records[0]).not.toBe(records[1]);
  });

  test("a notice is noted once, whatever day it is, and again when it is another", async () => {
    expect((await versions()).versions).toStrictEqual([]);
    expect(await noteNotice(h.deps, publicAuthority)).toBe(true);
    const before = h.now;
    h.now = new Date("2026-11-25T09:30:00Z");
    expect(await noteNotice(h.deps, publicAuthority)).toBe(false);
    const { current } = await versions();
    expect((await versions()).versions).toStrictEqual([{ version: current, since: "2026-11-23T09:30:00Z" }]);
    const controller = await h.store.controller(publicAuthority);
    if (controller === undefined) throw new Error("the controller is missing");
    const document = { seq: 1, document: {}, at: "2026-11-25T09:30:00Z" };
    await h.store.putController({ ...controller, profileId: privateProvider }, document);
    expect(await noteNotice(h.deps, publicAuthority)).toBe(true);
    const after = await versions();
    expect(after.versions.map(({ since }) => since)).toStrictEqual([
      "2026-11-23T09:30:00Z",
      "2026-11-25T09:30:00Z",
    ]);
    expect(after.current).not.toBe(current);
    const events = await h.store.read(publicAuthority, (unit) => unit.log.load(`notice/${publicAuthority}`));
    expect(events.map(({ type, by }) => [type, by])).toStrictEqual([
      ["NoticeNoted", "system"],
      ["NoticeChanged", "system"],
    ]);
    h.now = before;
  });

  test("who is not registered has no versions", async () => {
    expect((await h.get("/api/controllers/nobody/notice/versions")).status).toBe(404);
  });
});
