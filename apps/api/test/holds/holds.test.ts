/** What must not go for now: placed with a ground, obeyed by plan, list and execution, released, never silently outlived. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sweepPlans } from "../../src/retention/plan-sweep.ts";
import { rebuildLists } from "../../src/commands/rebuild.ts";
import { approvedList, closedCase } from "../setup/closed.ts";
import { engines, freshDatabase } from "../setup/databases.ts";
import { harness, ownToken, publicAuthority, type Harness, type Staff } from "../setup/harness.ts";
import type { SealedPackage } from "../setup/sealing.ts";
import { wordsAbout } from "../setup/words.ts";

interface Plan {
  readonly record: string;
  readonly status: string;
  readonly earliest?: string;
}

describe.each(engines)("a hold on %s", (engine) => {
  let h: Harness;
  let one: SealedPackage;
  let other: SealedPackage;

  const at = (day: string): void => {
    h.now = new Date(`${day}T10:00:00Z`);
  };
  const lead = (unit = "", person = "lo"): Promise<Staff> =>
    h.login("decision-maker", publicAuthority, person, unit);

  beforeEach(async () => {
    h = await harness({ url: await freshDatabase(engine) });
    one = await closedCase(h, publicAuthority);
    other = await closedCase(h, publicAuthority);
    at("2029-01-15");
  });
  afterEach(() => h.close());

  async function place(scope: object, more: object = {}, staff?: Staff): Promise<Response> {
    const id = crypto.randomUUID();
    const words = await wordsAbout(h, { controller: publicAuthority, purpose: "retention-hold", id });
    const body = { id, ground: "supervision", scope, words, ...more };
    return h.post("/api/desk/holds", body, staff ?? (await lead()));
  }

  async function placed(scope: object, more: object = {}): Promise<string> {
    const answer = await place(scope, more);
    expect(answer.status).toBe(201);
    return ((await answer.json()) as { id: string }).id;
  }

  const release = async (id: string, body: object = {}): Promise<Response> =>
    h.post(`/api/desk/holds/${id}/release`, body, await lead());

  async function planned(record: string): Promise<{ status: string; heldBy?: string[]; latest?: string }> {
    const answer = await h.get("/api/desk/retention/plan", await lead());
    const { dispositions } = (await answer.json()) as { dispositions: { id: string; status: string }[] };
    return dispositions.find(({ id }) => id === record) ?? { status: "gone" };
  }

  async function reasons(record: string, lang: string): Promise<string> {
    const answer = await h.get(`/api/desk/applications/${record}?lang=${lang}`, await lead());
    const { disposition } = (await answer.json()) as { disposition: { explanation: string[] } };
    return disposition.explanation.join("\n");
  }

  async function due(): Promise<{ due: Plan[]; held: Plan[]; unsettled: Plan[] }> {
    const answer = await h.get("/api/desk/retention/due?until=2029-12-31", await lead());
    return (await answer.json()) as { due: Plan[]; held: Plan[]; unsettled: Plan[] };
  }

  const records = (plans: readonly Plan[]): string[] => plans.map(({ record }) => record).toSorted();
  const both = (): string[] => [one.record, other.record].toSorted();

  test("stops its record and no other, in the plan, on the due list and when a list is carried out", async () => {
    const list = await approvedList(h, publicAuthority);
    const dry = await place({ kind: "record", of: one.record }, { dryRun: true, words: undefined });
    expect(await dry.json()).toStrictEqual({ dryRun: true, due: [one.record], lists: [list] });
    expect((await planned(one.record)).status).toBe("due");
    const id = await placed({ kind: "record", of: one.record });
    expect(await planned(one.record)).toMatchObject({ status: "held", heldBy: [id] });
    expect(await reasons(one.record, "sv")).toMatch(/^Spärrad: [a-zåäö ]+\.$/imu);
    expect(await reasons(one.record, "en")).toMatch(/^Held: [a-z ]+\.$/imu);
    expect(await reasons(one.record, "sv")).not.toContain(id);
    expect((await planned(other.record)).status).toBe("due");
    await sweepPlans(h.deps, publicAuthority);
    expect(records((await due()).due)).toStrictEqual([other.record]);
    expect(records((await due()).held)).toStrictEqual([one.record]);
    const done = await h.post(`/api/desk/disposals/${list}/execution`, {}, await lead());
    expect(await done.json()).toMatchObject({
      items: [{ record: other.record, result: "gone" }],
      dropped: [{ record: one.record, reason: "HELD" }],
    });
    expect((await h.get(`/api/desk/applications/${one.record}`, await lead())).status).toBe(200);
  });

  test.each([
    ["all of a controller", { kind: "controller" }],
    ["a class of applications", { kind: "assignment", of: "family-home" }],
  ])("of %s holds every one of them", async (_name, scope) => {
    await placed(scope, { ground: "appeal" });
    expect(records((await due()).held)).toStrictEqual(both());
    expect(
      await (await h.post("/api/desk/disposals", {}, await h.login("caseworker", publicAuthority))).json(),
    ).toMatchObject({ reason: "EMPTY_LIST" });
  });

  test("of another class holds nothing", async () => {
    await placed({ kind: "assignment", of: "contact-person" });
    expect((await planned(one.record)).status).toBe("due");
  });

  test("lets go from the day after its release, moves no date, and is released once", async () => {
    const before = await planned(one.record);
    const id = await placed({ kind: "controller" }, { ground: "damages" });
    expect(await (await release(id, { dryRun: true })).json()).toStrictEqual({
      dryRun: true,
      id,
      records: 2,
    });
    expect((await planned(one.record)).status).toBe("held");
    expect((await release(id)).status).toBe(200);
    expect((await planned(one.record)).status).toBe("running");
    expect(await (await release(id)).json()).toMatchObject({ reason: "HOLD_RELEASED" });
    at("2029-01-16");
    expect(await planned(one.record)).toStrictEqual(before);
    await sweepPlans(h.deps, publicAuthority);
    expect(records((await due()).due)).toStrictEqual(both());
  });

  test("keeps from erasure on request what it holds", async () => {
    await placed({ kind: "record", of: one.record }, { ground: "damages" });
    const body = JSON.stringify({ application: one.record, right: "erasure" });
    const made = await h.app.request("/api/mine/requests", {
      method: "POST",
      headers: {
        authorization: `Bearer ${await ownToken(h, one)}`,
        "content-type": "application/json",
        "content-length": String(body.length),
      },
      body,
    });
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: string };
    const seen = await h.get(`/api/desk/requests/${id}`, await h.login("caseworker", publicAuthority));
    expect(await seen.json()).toMatchObject({ erasure: { keeps: true } });
  });

  test("takes sealed words; its reason is read by those who may place one, and that is logged", async () => {
    const bare = await place({ kind: "controller" }, { words: undefined });
    expect(await bare.json()).toMatchObject({ reason: "WORDS_NEEDED" });
    const id = await placed({ kind: "controller" });
    expect((await h.get(`/api/desk/holds/${id}/words`, await lead())).status).toBe(200);
    const events = await h.store.read(publicAuthority, (unit) => unit.log.load(`access/${id}`));
    expect(events).toMatchObject([
      { type: "ContentAccessed", by: expect.stringMatching(/^decision-maker:/) },
    ]);
    const list = await h.get("/api/desk/holds?lang=en", await h.login("caseworker", publicAuthority));
    expect(await list.json()).toMatchObject({
      holds: [{ id, ground: "supervision", text: expect.stringContaining("Inspectorate"), stands: true }],
    });
  });

  test("a unit holds its own records and no one else's", async () => {
    const placement = { unit: "north", assignees: [], protectedIdentity: false };
    await h.post(`/api/desk/applications/${one.record}/placement`, placement, await lead());
    const north = await lead("north", "nora");
    const south = await lead("south", "sten");
    expect((await place({ kind: "record", of: one.record }, {}, south)).status).toBe(404);
    expect((await place({ kind: "controller" }, {}, north)).status).toBe(403);
    expect((await place({ kind: "unit", of: "south" }, {}, north)).status).toBe(403);
    const answer = await place({ kind: "unit", of: "north" }, {}, north);
    expect(answer.status).toBe(201);
    const { id } = (await answer.json()) as { id: string };
    expect((await planned(one.record)).status).toBe("held");
    expect((await planned(other.record)).status).toBe("due");
    expect(await (await h.get("/api/desk/holds", south)).json()).toStrictEqual({ holds: [] });
    expect((await h.post(`/api/desk/holds/${id}/release`, {}, south)).status).toBe(404);
    expect((await h.post(`/api/desk/holds/${id}/release`, {}, north)).status).toBe(200);
  });

  test("one that outlives the last day becomes a conflict for people, and is listed as such", async () => {
    const { latest } = await planned(one.record);
    await placed({ kind: "record", of: one.record });
    if (latest === undefined) return;
    h.now = new Date(Date.parse(`${latest}T10:00:00Z`) + 86_400_000);
    expect((await planned(one.record)).status).not.toBe("due");
    await sweepPlans(h.deps, publicAuthority);
    expect(records((await due()).unsettled)).toStrictEqual([one.record]);
  });

  test("comes back the same when lists are rebuilt from the log", async () => {
    const id = await placed({ kind: "record", of: one.record });
    await release(await placed({ kind: "controller" }));
    const all = (): Promise<unknown> => h.store.read(publicAuthority, (unit) => unit.holds.all(10));
    const before = await all();
    await rebuildLists(h.store);
    expect(await all()).toStrictEqual(before);
    expect(before).toContainEqual(expect.objectContaining({ id }));
  });

  test("the inbox tells the first day of disposal, as last planned", async () => {
    await sweepPlans(h.deps, publicAuthority);
    const { applications } = (await (await h.get("/api/desk/applications", await lead())).json()) as {
      applications: { id: string; disposalFrom?: string }[];
    };
    expect(applications.find(({ id }) => id === one.record)).toMatchObject({ disposalFrom: "2029-01-01" });
    expect(await sweepPlans(h.deps, publicAuthority)).toStrictEqual({ records: 2, changed: 0 });
  });
});
