/** A data subject's request is a record of its own: it has a day, is held by what is open, and leaves nothing behind. */
import { parseVerifier, verifyCheckpoint } from "@tillit/audit-chain";
import { leafHash, verifyInclusion } from "@tillit/merkle-tree";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { backup, restore } from "../../src/commands/backup.ts";
import { rebuildLists } from "../../src/commands/rebuild.ts";
import { runCommand } from "../../src/commands/run.ts";
import { reconcileErasures } from "../../src/erasure/reconcile-erasures.ts";
import { sweepPlans } from "../../src/retention/plan-sweep.ts";
import { openStore } from "../../src/index.ts";
import { fileJournal, readJournal } from "@tillit/record-store";
import { approvedList } from "../setup/closed.ts";
import { emptyDatabase, engines, freshDatabase } from "../setup/databases.ts";
import {
  bytesOf,
  harness,
  privateProvider,
  publicAuthority,
  type Harness,
  type Staff,
} from "../setup/harness.ts";
import { answeredRequest, asApplicant, askWithKeys, deskOf } from "../setup/request-desk.ts";
import type { SealedPackage } from "../setup/sealing.ts";
import { wordsAbout } from "../setup/words.ts";

interface Planned {
  readonly id: string;
  readonly outcome: string;
  readonly status: string;
  readonly earliest?: string;
  readonly deciding?: { readonly rule: string; readonly grade: string };
  readonly heldBy?: readonly string[];
  readonly explanation: readonly string[];
}

interface Shown {
  readonly id: string;
  readonly status: string;
  readonly items: readonly { readonly record: string; readonly rule: string; readonly result?: string }[];
  readonly dropped: readonly { readonly record: string; readonly reason: string }[];
}

describe.each(engines)("a request's own retention on %s", (engine) => {
  let h: Harness;
  let url: string;
  let journal: string;
  let of: SealedPackage;

  const later = (day: string): void => {
    h.now = new Date(`${day}T10:00:00Z`);
  };
  const decider = (controller = publicAuthority): Promise<Staff> => h.login("decision-maker", controller);
  const caseworker = (controller = publicAuthority): Promise<Staff> => h.login("caseworker", controller);

  async function decideOnPlan(controller = publicAuthority): Promise<void> {
    const found = await h.store.controller(controller);
    if (found === undefined) throw new Error("no controller");
    const requestPlan = { period: "P1Y", from: "caseClosed", decision: "dnr-2026-31" };
    const document = h.keys[controller]?.document as object;
    await h.store.putController({ ...found, requestPlan }, { seq: 1, document, at: "2026-01-01T00:00:00Z" });
  }

  /** Answered, served and closed in November 2026. */
  async function closed(controller = publicAuthority): Promise<string> {
    const { request } = await answeredRequest(h, controller, of);
    const desk = deskOf(h, controller, of, request);
    const staff = await caseworker(controller);
    await desk.must({ type: "ServeDecision", servedOn: "2026-11-23", channel: "secure-mailbox" }, staff);
    expect(await desk.must({ type: "CloseCase" }, staff)).toMatchObject({ status: "closed" });
    return request;
  }

  async function planned(request: string, controller = publicAuthority): Promise<Planned | undefined> {
    const answer = await h.get("/api/desk/retention/plan", await decider(controller));
    const { dispositions } = (await answer.json()) as { dispositions: Planned[] };
    return dispositions.find(({ id }) => id === request);
  }

  async function executed(list: string): Promise<Shown> {
    const answer = await h.post(`/api/desk/disposals/${list}/execution`, {}, await decider());
    expect(answer.status).toBe(200);
    return (await answer.json()) as Shown;
  }

  const envelopesOf = (request: string, store = h.store): Promise<readonly boolean[]> =>
    store.read(publicAuthority, async (unit) => {
      const words = await unit.log.load(`request-words/${request}`);
      const ids = words.map(({ data }) => (data as { readonly id: string }).id);
      return Promise.all(ids.map(async (id) => (await unit.envelopes.keyring(id)) !== undefined));
    });

  beforeEach(async () => {
    journal = join(mkdtempSync(join(tmpdir(), "tillit-journal-")), "erasures.ndjson");
    url = await freshDatabase(engine);
    h = await harness({ url, more: { erasures: fileJournal(journal) } });
    of = await h.submitted();
  });
  afterEach(() => h.close());

  test("without a decided period a board keeps it and a provider has to decide, on our reading of the law", async () => {
    const request = await closed();
    later("2040-01-01");
    expect(await planned(request)).toMatchObject({
      outcome: "preserve",
      deciding: { rule: "se/otherwise/public", grade: "I" },
    });
    h.now = new Date("2026-11-23T09:30:00Z");
    of = await h.submitted(privateProvider);
    const other = await closed(privateProvider);
    expect(await planned(other, privateProvider)).toMatchObject({ outcome: "review" });
  });

  test("with one it goes by two persons, with words, answer and row, and leaves a certificate that names nobody", async () => {
    await decideOnPlan();
    const request = await closed();
    expect(await envelopesOf(request)).toContain(true);
    expect(await planned(request)).toMatchObject({
      outcome: "dispose",
      status: "running",
      earliest: "2028-01-01",
      deciding: { rule: "se/request/board", grade: "I" },
    });
    await backup(url, `${journal}.backup`);
    later("2028-01-10");
    await sweepPlans(h.deps, publicAuthority);
    const due = await h.get("/api/desk/retention/due", await decider());
    expect(((await due.json()) as { due: unknown[] }).due).toContainEqual(
      expect.objectContaining({ record: request, rule: "se/request/board", status: "due" }),
    );
    const dry = await h.post("/api/desk/disposals?dryRun=true", {}, await caseworker());
    expect(((await dry.json()) as Shown).items.map(({ record }) => record)).toStrictEqual([request]);
    const list = await approvedList(h, publicAuthority, "2028-01-10");
    later("2028-01-20");
    expect(await executed(list)).toMatchObject({
      status: "executed",
      items: [{ record: request, result: "gone", rule: "se/request/board" }],
    });

    expect(new Set(await envelopesOf(request))).toStrictEqual(new Set([false]));
    const staff = await decider();
    expect((await h.get(`/api/desk/requests/${request}`, staff)).status).toBe(404);
    expect((await asApplicant(h, of, "GET", `/api/mine/requests/${request}`)).status).toBe(404);
    expect((await h.get(`/api/desk/applications/${of.record}`, staff)).status).toBe(200);
    await rebuildLists(h.store);
    expect(await planned(request)).toBeUndefined();
    expect(readJournal(journal).map(({ record }) => record)).toContain(request);
    expect(await reconcileErasures(h.deps, readJournal(journal))).toBe(0);

    const text = await (await h.get(`/api/desk/disposals/${list}/certificate`, staff)).text();
    expect(text).not.toContain(request);
    const { log } = JSON.parse(text) as {
      log: { index: number; size: number; checkpoint: string; key: string; inclusion: string[] };
    };
    const [{ entry } = { entry: "" }] = await h.store.read(publicAuthority, (unit) =>
      unit.log.entries(log.index, 1),
    );
    const { root } = verifyCheckpoint(log.checkpoint, parseVerifier(log.key));
    const claim = { index: log.index, size: log.size, root, proof: log.inclusion.map(bytesOf) };
    expect(verifyInclusion({ ...claim, leafHash: leafHash(Buffer.from(entry)) })).toBe(true);

    // A backup from before knows it; the journal ends it again before anybody can read.
    const target = await emptyDatabase(engine);
    await restore(target, `${journal}.backup`, [journal]);
    const store = await openStore(target);
    expect(new Set(await envelopesOf(request, store))).toStrictEqual(new Set([false]));
    const row = (): Promise<unknown> =>
      store.read(publicAuthority, (unit) => unit.projections.request(request));
    expect(await row()).toBeUndefined();
    await runCommand(target, ["rebuild"], { ERASURE_JOURNAL: journal });
    expect(await row()).toBeUndefined();
    await store.close();
  });

  test("an open one is never on a list, whatever the plan counts from", async () => {
    const found = await h.store.controller(publicAuthority);
    const requestPlan = { period: "P1Y", from: "receivedOn", decision: "dnr-2026-31" };
    if (found === undefined) throw new Error("no controller");
    const document = h.keys[publicAuthority]?.document as object;
    await h.store.putController({ ...found, requestPlan }, { seq: 1, document, at: "2026-01-01T00:00:00Z" });
    const request = await askWithKeys(h, of);
    later("2040-01-01");
    expect(await planned(request)).toMatchObject({ status: "held", heldBy: [request] });
    const answer = await h.post("/api/desk/disposals", {}, await caseworker());
    expect(await answer.json()).toMatchObject({ reason: "EMPTY_LIST" });
  });

  test("an open complaint holds it until it is settled, and another open request meanwhile takes it off the list", async () => {
    await decideOnPlan();
    const request = await closed();
    const desk = deskOf(h, publicAuthority, of, request);
    const staff = await caseworker();
    await desk.must({ type: "RecordComplaint", filedOn: "2026-11-23" }, staff);
    later("2028-01-10");
    expect(await planned(request)).toMatchObject({ status: "held", heldBy: [`${request}/complaint`] });
    await desk.must({ type: "SettleComplaint", settledOn: "2028-01-09" }, await caseworker());
    expect(await planned(request)).toMatchObject({ status: "due" });

    const list = await approvedList(h, publicAuthority, "2028-01-10");
    later("2028-01-20");
    const open = await askWithKeys(h, of, "rectification");
    expect(await planned(request)).toMatchObject({ status: "held", heldBy: [open] });
    expect((await executed(list)).dropped).toStrictEqual([
      expect.objectContaining({ record: request, reason: "HELD" }),
    ]);
    expect(await envelopesOf(request)).toContain(true);
  });

  test("is planned for those who reach its application, and when that is gone for the whole controller's", async () => {
    await decideOnPlan();
    const request = await closed();
    const placement = { unit: "north", assignees: [], protectedIdentity: false };
    const placed = await h.post(
      `/api/desk/applications/${of.record}/placement`,
      placement,
      await caseworker(),
    );
    expect(placed.status).toBe(204);
    const seen = async (unit: string): Promise<boolean> => {
      const staff = await h.login("decision-maker", publicAuthority, `lead-${unit}`, unit);
      const answer = await h.get("/api/desk/retention/plan", staff);
      const { dispositions } = (await answer.json()) as { dispositions: Planned[] };
      return dispositions.some(({ id }) => id === request);
    };
    expect([await seen("north"), await seen("south"), await seen("")]).toStrictEqual([true, false, true]);
    await h.store.write(publicAuthority, (unit) => unit.destroy(of.record));
    expect([await seen("north"), await seen("south"), await seen("")]).toStrictEqual([false, false, true]);
  });

  test.each(["request", "application", "controller"] as const)("a hold on the %s holds it", async (kind) => {
    await decideOnPlan();
    const request = await closed();
    later("2028-01-10");
    await sweepPlans(h.deps, publicAuthority);
    const scopes = {
      request: { kind: "record", of: request },
      application: { kind: "record", of: of.record },
      controller: { kind: "controller" },
    };
    const id = crypto.randomUUID();
    const words = await wordsAbout(h, { controller: publicAuthority, purpose: "retention-hold", id });
    const body = { id, ground: "damages", scope: scopes[kind], words };
    const dry = await h.post("/api/desk/holds", { ...body, dryRun: true }, await decider());
    expect(await dry.json()).toMatchObject({ due: [request] });
    expect((await h.post("/api/desk/holds", body, await decider())).status).toBe(201);
    expect(await planned(request)).toMatchObject({ status: "held", heldBy: [id] });
  });
});
