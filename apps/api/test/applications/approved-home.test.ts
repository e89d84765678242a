/** An application that led to an assignment stays while the home is at work, whatever the plan counts from. */
import { assignmentKinds } from "@tillit/application-case";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Actor, type Disposition } from "@tillit/retention-policy";
import { actOnList, newList } from "../../src/disposal/disposal-list.ts";
import { ruleSet } from "../../src/retention/plan-retention.ts";
import { sweepPlans } from "../../src/retention/plan-sweep.ts";
import { closedCase } from "../setup/closed.ts";
import { engines, freshDatabase } from "../setup/databases.ts";
import { harness, privateProvider, publicAuthority, type Harness } from "../setup/harness.ts";
import { askWithKeys, collected, deskOf, people } from "../setup/request-desk.ts";
import { sealedWords, type SealedPackage } from "../setup/sealing.ts";

interface Planned {
  readonly id: string;
  readonly outcome: string;
  readonly status: string;
  readonly missing?: readonly string[];
}

interface Listed {
  readonly record: string;
  readonly application?: { readonly outcome?: string; readonly assignments: readonly string[] };
}

const controllers = [publicAuthority, privateProvider] as const;
/** Long after any period of a plan that counts from the application itself. */
const tenYearsOn = "2036-12-01T10:00:00Z";

describe.each(engines)("a home that was approved on %s", (engine) => {
  let h: Harness;
  beforeEach(async () => {
    h = await harness({ url: await freshDatabase(engine) });
  });
  afterEach(() => h.close());

  async function approved(controller: string, kind = "family-home"): Promise<SealedPackage> {
    const one = await h.seal(controller);
    const facts = { assignments: [kind], noticeVersion: await h.noticeVersion(controller), lang: "sv" };
    await h.post("/api/applications", { manifest: one.manifest, keyring: one.keyring, facts });
    await h.upload(one);
    const staff = await h.login("caseworker", controller);
    await h.get(`/api/desk/applications/${one.record}/envelope`, staff);
    for (const [step, outcome] of [
      ["assessment", "proceed"],
      ["decision", "approved"],
    ] as const) {
      const to = h.keys[controller]?.keys;
      const words = await sealedWords(step, { controller, to, app: one.receipt.app });
      await h.post(`/api/desk/applications/${one.record}/${step}`, { outcome, words }, staff);
    }
    return one;
  }

  async function planFrom(controller: string, from: string): Promise<void> {
    const own = await h.store.controller(controller);
    const documents = await h.store.keyDocuments.all();
    const document = documents.find((one) => one.controller === controller);
    if (own === undefined || document === undefined) throw new Error("no such controller");
    await h.store.putController({ ...own, plan: { period: "P2Y", from, decision: "dnr-1" } }, document);
  }

  async function plans(controller: string): Promise<readonly Planned[]> {
    const staff = await h.login("caseworker", controller);
    const answer = await h.get("/api/desk/retention/plan?lang=sv", staff);
    return ((await answer.json()) as { dispositions: Planned[] }).dispositions;
  }

  async function due(controller: string): Promise<Readonly<Record<string, readonly Listed[]>>> {
    await sweepPlans(h.deps, controller);
    const answer = await h.get(
      "/api/desk/retention/due?until=2099-01-01",
      await h.login("caseworker", controller),
    );
    return (await answer.json()) as Readonly<Record<string, readonly Listed[]>>;
  }

  test.each(controllers)(
    "is undetermined at %s, for every kind of assignment and every start of the plan",
    async (id) => {
      const records = await Promise.all(
        assignmentKinds.map(async (kind) => (await approved(id, kind)).record),
      );
      h.now = new Date(tenYearsOn);
      for (const from of ["caseClosed", "receivedOn", "lastEntry"]) {
        await planFrom(id, from);
        const found = (await plans(id)).filter((one) => records.includes(one.id));
        expect(found).toHaveLength(assignmentKinds.length);
        for (const one of found)
          expect(one).toMatchObject({
            outcome: "undetermined",
            status: "pending",
            missing: ["assignmentEnded"],
            application: { outcome: "approved" },
          });
        const listed = await due(id);
        expect([listed["due"], listed["held"]]).toStrictEqual([[], []]);
        const proposed = await h.post("/api/desk/disposals", {}, await h.login("caseworker", id));
        expect(await proposed.json()).toMatchObject({ reason: "EMPTY_LIST" });
      }
    },
  );

  test.each(controllers)("never falls due at %s as part of a case file either", async (id) => {
    const { record } = await approved(id);
    const decider = await h.login("decision-maker", id);
    for (const facts of [
      { recordType: "case-file", documentFrom: "general", subjectBirthDay: 11, municipality: "1904" },
      { recordType: "case-file", documentFrom: "general", transferAgreement: true, subjectIsChild: false },
    ]) {
      const path = `/api/desk/applications/${record}/retention-facts`;
      expect((await h.post(path, facts, decider)).status).toBe(204);
      const now = h.now;
      h.now = new Date(tenYearsOn);
      const found = (await plans(id)).find((one) => one.id === record);
      expect(["pending", "settled"]).toContain(found?.status);
      const again = await h.login("caseworker", id);
      expect(await (await h.post("/api/desk/disposals", {}, again)).json()).toMatchObject({
        reason: "EMPTY_LIST",
      });
      h.now = now;
    }
  });

  test.each(controllers)("is shown on the lists of %s with how it was decided and what for", async (id) => {
    const home = await approved(id, "emergency-home");
    const other = await closedCase(h, id);
    h.now = new Date("2029-01-15T10:00:00Z");
    const listed = await due(id);
    expect((await plans(id)).find((one) => one.id === home.record)).toMatchObject({
      application: { outcome: "approved", assignments: ["emergency-home"] },
    });
    expect(listed["due"]).toMatchObject([
      { record: other.record, application: { outcome: "declined", assignments: ["family-home"] } },
    ]);
    const caseworker = await h.login("caseworker", id);
    const made = await h.post("/api/desk/disposals", {}, caseworker);
    const list = (await made.json()) as { id: string; items: Listed[] };
    const shown = {
      record: other.record,
      application: { outcome: "declined", assignments: ["family-home"] },
    };
    expect(list.items).toMatchObject([shown]);
    const read = await h.get(`/api/desk/disposals/${list.id}`, caseworker);
    expect(((await read.json()) as { items: Listed[] }).items).toMatchObject([shown]);
  });

  test.each(controllers)("stays at %s though a list that was approved before names it", async (id) => {
    const home = await approved(id);
    const list = "d-00000000000000000000";
    const actor = (role: "author" | "reviewer", person: string): Actor => ({ role, person });
    // As it was proposed and approved when the rules still let it go.
    const disposition: Disposition = {
      id: home.record,
      outcome: "dispose",
      status: "due",
      reason: "RULE",
      earliest: "2029-01-01",
    };
    await h.store.write(id, (unit) =>
      actOnList(h.deps, unit, {
        id: list,
        from: newList(undefined),
        by: "p-1",
        commands: [
          {
            type: "Draft",
            by: actor("author", "p-1"),
            id: list,
            asOf: "2029-01-15",
            ruleSet,
            candidates: [{ disposition, factsHash: "0".repeat(64) }],
          },
          { type: "Submit", by: actor("author", "p-1") },
          { type: "Approve", by: actor("reviewer", "p-2"), at: "2029-01-15" },
        ],
      }),
    );
    h.now = new Date("2029-01-23T10:00:00Z");
    const decider = await h.login("decision-maker", id);
    const done = await h.post(`/api/desk/disposals/${list}/execution`, {}, decider);
    expect(await done.json()).toMatchObject({
      status: "executed",
      items: [],
      dropped: [{ record: home.record, reason: "UNDETERMINED" }],
    });
    expect(await h.store.whereIs(home.record)).toBeDefined();
  });

  test.each(controllers)("is not erased at %s on request", async (id) => {
    const home = await approved(id);
    h.now = new Date(tenYearsOn);
    const staff = await people(h, id);
    const desk = deskOf(h, id, home, await askWithKeys(h, home, "erasure"));
    const [item = ""] = await collected(h, desk, staff);
    expect(await desk.view(staff.reviewer)).toMatchObject({ erasure: { keeps: true } });
    const erase = await desk.give({ type: "AssessItem", item, outcome: { kind: "erase" } }, staff.reviewer);
    expect(await erase.json()).toMatchObject({ reason: "DSAR_RETENTION_KEEPS" });
  });

  test("is not handed over to a board", async () => {
    const { record } = await approved(privateProvider);
    const path = `/api/desk/applications/${record}`;
    const facts = { recordType: "case-file", documentFrom: "general", transferAgreement: true };
    await h.post(`${path}/retention-facts`, facts, await h.login("decision-maker", privateProvider));
    h.now = new Date(tenYearsOn);
    const offer = { receiver: publicAuthority, dryRun: true };
    const answer = await h.post(`${path}/transfers`, offer, await h.login("decision-maker", privateProvider));
    expect(await answer.json()).toMatchObject({ reason: "NOT_TO_TRANSFER" });
  });
});
