/** A record that a reviewer keeps until a day stays off every list until then, says so, and never hides a duty. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { backup, restore } from "../../src/commands/backup.ts";
import { rebuildLists } from "../../src/commands/rebuild.ts";
import { sweepPlans } from "../../src/retention/plan-sweep.ts";
import { openStore } from "../../src/index.ts";
import { approvedList, closedCase } from "../setup/closed.ts";
import { emptyDatabase, engines, freshDatabase } from "../setup/databases.ts";
import { harness, ownToken, publicAuthority, type Harness, type Staff } from "../setup/harness.ts";
import type { SealedPackage } from "../setup/sealing.ts";
import { everything, found } from "../setup/sweep.ts";
import { wordsAbout } from "../setup/words.ts";

interface Kept {
  readonly list: string;
  readonly since: string;
  readonly until: string;
  readonly by: string;
  readonly words: string;
  readonly conflict?: { readonly latest: string; readonly rule: string };
}

interface Row {
  readonly record: string;
  readonly status: string;
  readonly outcome: string;
  readonly latest?: string;
  readonly kept?: Kept;
}

interface Shown {
  readonly id: string;
  readonly items: readonly { readonly record: string; readonly latest?: string }[];
  readonly kept: readonly (Kept & { readonly record: string })[];
  readonly words: readonly { readonly id: string }[];
}

const secret = "Släktingen i Umeå har hört av sig.";

describe.each(engines)("a record kept until a day on %s", (engine) => {
  let h: Harness;
  let url: string;
  let one: SealedPackage;
  let other: SealedPackage;

  const at = (day: string): void => {
    h.now = new Date(`${day}T10:00:00Z`);
  };
  const caseworker = (): Promise<Staff> => h.login("caseworker", publicAuthority);
  const decider = (unit = "", person = "lo"): Promise<Staff> =>
    h.login("decision-maker", publicAuthority, person, unit);

  beforeEach(async () => {
    url = await freshDatabase(engine);
    h = await harness({ url });
    one = await closedCase(h, publicAuthority);
    other = await closedCase(h, publicAuthority);
    at("2029-01-15");
  });
  afterEach(() => h.close());

  const propose = async (): Promise<Response> => h.post("/api/desk/disposals", {}, await caseworker());
  const proposed = async (): Promise<string> => ((await (await propose()).json()) as Shown).id;

  async function answer(list: string, kind: "keep" | "dispose" | "reclassify", until?: string) {
    const purpose = `disposal-list/${list}` as const;
    const id = crypto.randomUUID();
    const words = await wordsAbout(h, { controller: publicAuthority, purpose, id, text: secret });
    const said = kind === "dispose" ? { kind } : kind === "keep" ? { kind, until, words } : { kind, words };
    const body = { type: "Answer", record: one.record, answer: said };
    return h.post(`/api/desk/disposals/${list}/review`, body, await decider());
  }

  const release = async (staff?: Staff): Promise<Response> =>
    h.post(`/api/desk/keeps/${one.record}/release`, {}, staff ?? (await decider()));

  async function due(): Promise<Record<"due" | "held" | "unsettled", Row[]>> {
    const seen = await h.get("/api/desk/retention/due?until=2032-12-31", await caseworker());
    return (await seen.json()) as Record<"due" | "held" | "unsettled", Row[]>;
  }

  const onNextList = async (): Promise<readonly string[]> => {
    const dry = await h.post("/api/desk/disposals?dryRun=true", {}, await caseworker());
    return dry.status === 409 ? [] : ((await dry.json()) as Shown).items.map(({ record }) => record);
  };

  test("is on no list until then, and by itself on the next one after", async () => {
    const list = await proposed();
    const kept = (await (await answer(list, "keep", "2030-06-01")).json()) as Shown;
    const [{ id: words } = { id: "" }] = kept.words;
    const said = { record: one.record, list, since: "2029-01-15", until: "2030-06-01", words };
    expect(kept.kept).toMatchObject([{ ...said, by: expect.stringMatching(/^decision-maker:/) }]);
    expect(await onNextList()).toStrictEqual([other.record]);
    const row = (await due()).held.find(({ record }) => record === one.record);
    expect(row).toMatchObject({ status: "held", kept: { list, until: "2030-06-01", words } });
    for (const [day, there] of [
      ["2029-01-16", false],
      ["2030-06-01", false],
      ["2030-06-02", true],
    ] as const) {
      at(day);
      await sweepPlans(h.deps, publicAuthority);
      expect([day, (await onNextList()).includes(one.record)]).toStrictEqual([day, there]);
      const seen = await due();
      const lists = [seen.held, seen.due].map((rows) => rows.find(({ record }) => record === one.record));
      expect(lists.map((found_) => found_?.kept?.until)).toStrictEqual([
        there ? undefined : "2030-06-01",
        undefined,
      ]);
    }
    expect(found([secret, "Släktingen"], await everything(url))).toStrictEqual([]);
  });

  test("may be let go before its day, once, and both are in the log", async () => {
    const list = await proposed();
    await answer(list, "keep", "2030-06-01");
    expect(await (await release()).json()).toStrictEqual({ record: one.record, list, until: "2030-06-01" });
    expect(await (await release()).json()).toMatchObject({ code: "STATE_CONFLICT", reason: "NOT_KEPT" });
    expect(await onNextList()).toContain(one.record);
    expect((await due()).held).toStrictEqual([]);
    const log = await h.store.read(publicAuthority, async (unit) => [
      ...(await unit.log.load(`disposal/${list}`)),
      ...(await unit.log.load(`keep/${one.record}`)),
    ]);
    expect(log.slice(-2)).toMatchObject([
      { type: "DisposalAnswered", by: expect.stringMatching(/^decision-maker:/) },
      { type: "KeepLifted", by: expect.stringMatching(/^decision-maker:/), data: { list } },
    ]);
  });

  test.each([
    ["stopped", "Abort"],
    ["sent back", "RequestChanges"],
  ] as const)("stays when its list is %s", async (_name, type) => {
    const list = await proposed();
    await answer(list, "keep", "2030-06-01");
    const purpose = `disposal-list/${list}` as const;
    const words = await wordsAbout(h, { controller: publicAuthority, purpose, id: crypto.randomUUID() });
    await h.post(`/api/desk/disposals/${list}/review`, { type, words }, await decider());
    expect(await onNextList()).toStrictEqual([other.record]);
  });

  test("is kept by the last answer about it", async () => {
    const list = await proposed();
    await answer(list, "keep", "2030-06-01");
    await answer(list, "keep", "2029-03-01");
    expect((await due()).held[0]?.kept?.until).toBe("2029-03-01");
    for (const kind of ["dispose", "reclassify"] as const) {
      await answer(list, "keep", "2029-03-01");
      expect(((await (await answer(list, kind)).json()) as Shown).kept).toStrictEqual([]);
      expect(await onNextList()).toContain(one.record);
    }
  });

  test("cannot be kept until a day that is over; today still counts", async () => {
    const list = await proposed();
    const refused = await answer(list, "keep", "2029-01-14");
    expect(await refused.json()).toMatchObject({ code: "STATE_CONFLICT", reason: "UNTIL_PASSED" });
    expect((await answer(list, "keep", "2029-01-15")).status).toBe(200);
    expect(await onNextList()).toStrictEqual([other.record]);
    at("2029-01-16");
    expect(await onNextList()).toContain(one.record);
  });

  test("stays also where another list with it was approved before", async () => {
    const earlier = await proposed();
    const later = await approvedList(h, publicAuthority);
    await answer(earlier, "keep", "2030-06-01");
    const done = await h.post(`/api/desk/disposals/${later}/execution`, {}, await decider());
    expect(await done.json()).toMatchObject({
      items: [{ record: other.record, result: "gone" }],
      dropped: [{ record: one.record, reason: "HELD" }],
    });
  });

  test("is a conflict for people where the rules' last day comes first, from the answer on", async () => {
    const facts = {
      recordType: "case-file",
      documentFrom: "general",
      placementForm: "family-home",
      subjectIsChild: false,
      subjectBirthDay: 3,
      municipality: "1904",
    };
    const path = `/api/desk/applications/${one.record}/retention-facts`;
    expect((await h.post(path, facts, await caseworker())).status).toBe(204);
    at("2032-01-15");
    const list = await proposed();
    const shown = (await (await h.get(`/api/desk/disposals/${list}`, await decider())).json()) as Shown;
    const latest = shown.items.find(({ record }) => record === one.record)?.latest ?? "";
    expect(latest).toMatch(/^2032-/);
    const before = new Date(Date.parse(latest) - 86_400_000).toISOString().slice(0, 10);
    const fits = (await (await answer(list, "keep", before)).json()) as Shown;
    expect(fits.kept[0]).not.toHaveProperty("conflict");
    const clashes = (await (await answer(list, "keep", latest)).json()) as Shown;
    expect(clashes.kept[0]?.conflict).toStrictEqual({ latest, rule: expect.stringContaining("se/") });
    expect((await due()).held[0]?.kept?.conflict?.latest).toBe(latest);
    await answer(list, "keep", "2040-01-01");
    at(new Date(Date.parse(latest) + 86_400_000).toISOString().slice(0, 10));
    await sweepPlans(h.deps, publicAuthority);
    expect((await due()).unsettled).toMatchObject([
      { record: one.record, outcome: "conflict", kept: { until: "2040-01-01", conflict: { latest } } },
    ]);
    await release();
    expect((await due()).unsettled).toStrictEqual([]);
    expect(await onNextList()).toContain(one.record);
  });

  test("comes back the same when lists are rebuilt, and from a backup", async () => {
    const list = await proposed();
    await answer(list, "keep", "2030-06-01");
    const all = (store: Harness["store"]): Promise<unknown> =>
      store.read(publicAuthority, (unit) => unit.keeps.standing([one.record, other.record], "2029-01-15"));
    const before = await all(h.store);
    expect(before).toStrictEqual(new Map([[one.record, expect.objectContaining({ until: "2030-06-01" })]]));
    await rebuildLists(h.store);
    expect(await all(h.store)).toStrictEqual(before);
    const file = join(mkdtempSync(join(tmpdir(), "tillit-keeps-")), "backup.ndjson");
    await backup(url, file);
    const target = await emptyDatabase(engine);
    await restore(target, file, []);
    const store = await openStore(target);
    expect(await all(store)).toStrictEqual(before);
    await store.close();
    await release();
    await rebuildLists(h.store);
    expect(await all(h.store)).toStrictEqual(new Map());
  });

  test("leaves nothing behind when the record goes", async () => {
    await answer(await proposed(), "keep", "2029-02-01");
    at("2029-02-02");
    const list = await approvedList(h, publicAuthority, "2029-02-02");
    await h.post(`/api/desk/disposals/${list}/execution`, {}, await decider());
    const rows = (): Promise<unknown> =>
      h.store.read(publicAuthority, (unit) => unit.keeps.standing([one.record], "2029-01-15"));
    expect(await rows()).toStrictEqual(new Map());
    await rebuildLists(h.store);
    expect(await rows()).toStrictEqual(new Map());
  });

  test("is not kept any more when another list has taken it, and no word about it stays", async () => {
    const earlier = await proposed();
    const later = await approvedList(h, publicAuthority);
    await h.post(`/api/desk/disposals/${later}/execution`, {}, await decider());
    expect(await (await answer(earlier, "keep", "2030-06-01")).json()).toMatchObject({
      code: "STATE_CONFLICT",
      reason: "RECORD_GONE",
    });
    const shown = (await (await h.get(`/api/desk/disposals/${earlier}`, await decider())).json()) as Shown;
    expect([shown.kept, shown.words]).toStrictEqual([[], []]);
  });

  test("does not keep from erasure that its data subject asks for", async () => {
    await answer(await proposed(), "keep", "2030-06-01");
    const body = JSON.stringify({ application: one.record, right: "erasure" });
    const headers = {
      authorization: `Bearer ${await ownToken(h, one)}`,
      "content-type": "application/json",
      "content-length": String(body.length),
    };
    const made = await h.app.request("/api/mine/requests", { method: "POST", headers, body });
    const { id } = (await made.json()) as { id: string };
    const seen = await h.get(`/api/desk/requests/${id}`, await caseworker());
    expect(await seen.json()).toMatchObject({ erasure: { keeps: false } });
  });

  test("is let go by its own unit and by nobody of another", async () => {
    const placement = { unit: "north", assignees: [], protectedIdentity: false };
    await h.post(`/api/desk/applications/${one.record}/placement`, placement, await decider());
    await answer(await proposed(), "keep", "2030-06-01");
    expect((await release(await decider("south", "sten"))).status).toBe(404);
    expect((await release(await decider("north", "nora"))).status).toBe(200);
  });
});
