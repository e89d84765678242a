/** Erasure on request: where the law keeps, the refusal cites it; where it does not, two persons and it is gone. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { reconcileErasures } from "../../src/erasure/reconcile-erasures.ts";
import { rebuildLists } from "../../src/commands/rebuild.ts";
import { fileJournal, readJournal, replayErasures } from "@tillit/record-store";
import { engines, freshDatabase } from "../setup/databases.ts";
import { harness, privateProvider, publicAuthority, type Harness } from "../setup/harness.ts";
import { askWithKeys, collected, decided, deskOf, people } from "../setup/request-desk.ts";
import { sealedWords, type SealedPackage } from "../setup/sealing.ts";

describe.each(engines)("erasure on request on %s", (engine) => {
  let h: Harness;
  let journal: string;
  beforeEach(async () => {
    journal = join(mkdtempSync(join(tmpdir(), "tillit-journal-")), "erasures.ndjson");
    h = await harness({ url: await freshDatabase(engine), more: { erasures: fileJournal(journal) } });
  });
  afterEach(() => h.close());

  async function declined(controller: string): Promise<SealedPackage> {
    const one = await h.submitted(controller);
    const staff = await h.login("caseworker", controller);
    await h.get(`/api/desk/applications/${one.record}/envelope`, staff);
    for (const [kind, outcome] of [
      ["assessment", "decline"],
      ["decision", "declined"],
    ] as const) {
      const words = await sealedWords(kind, {
        controller,
        to: h.keys[controller]?.keys,
        app: one.receipt.app,
      });
      await h.post(`/api/desk/applications/${one.record}/${kind}`, { outcome, words }, staff);
    }
    return one;
  }

  async function begun(controller: string, one: SealedPackage) {
    const staff = await people(h, controller);
    const desk = deskOf(h, controller, one, await askWithKeys(h, one, "erasure"));
    const items = await collected(h, desk, staff);
    return { staff, desk, items };
  }

  const execute = async (id: string, staff: Awaited<ReturnType<typeof people>>["caseworker"]) =>
    h.post(`/api/desk/requests/${id}/erasure`, {}, staff);

  test("an authority's record stays: erase is refused, keep with its ground is a refusal that is served", async () => {
    const one = await declined(publicAuthority);
    const { staff, desk, items } = await begun(publicAuthority, one);
    const view = (await desk.view(staff.reviewer)) as { erasure: { keeps: boolean; law: object[] } };
    expect(view.erasure).toMatchObject({ keeps: true, law: [{ act: "SFS 1990:782" }] });
    const [first = ""] = items;
    const erase = await desk.give(
      { type: "AssessItem", item: first, outcome: { kind: "erase" } },
      staff.reviewer,
    );
    expect(await erase.json()).toMatchObject({ reason: "DSAR_RETENTION_KEEPS" });
    const reasoning = await desk.words("secrecy-test", "Arkivlagen gäller.", staff.reviewer);
    const harm = { provision: "gdpr-17-3-b", test: "absolute", reasoning };
    for (const item of items) {
      await desk.must({ type: "AssessItem", item, outcome: { kind: "keep", harm } }, staff.reviewer);
    }
    await decided(desk, staff);
    const refused = (await desk.view(staff.caseworker)) as { letters: { id: string }[]; decision: object };
    expect(refused.decision).toMatchObject({ outcome: "refused" });
    expect(refused.letters.map(({ id }) => id)).toStrictEqual(["M01", "M06"]);
    expect((await execute(desk.id, staff.caseworker)).status).toBe(409);
    const served = { type: "ServeDecision", servedOn: "2026-11-23", channel: "secure-mailbox" };
    expect(await desk.must(served, staff.caseworker)).toMatchObject({ status: "executed" });
    expect(await h.store.whereIs(one.record)).toBeDefined();
  });

  test("a provider's record goes at once when all of it may, by another person than the one who signed", async () => {
    const one = await declined(privateProvider);
    const { staff, desk, items } = await begun(privateProvider, one);
    for (const item of items) {
      await desk.must({ type: "AssessItem", item, outcome: { kind: "erase" } }, staff.reviewer);
    }
    await decided(desk, staff);
    const signer = await h.login("caseworker", privateProvider, "decision-maker-1");
    expect(await (await execute(desk.id, signer)).json()).toMatchObject({ reason: "SAME_PERSON" });
    expect(await h.store.whereIs(one.record)).toBeDefined();

    const done = await execute(desk.id, staff.caseworker);
    expect([done.status, await done.json()]).toMatchObject([200, { status: "decided" }]);
    expect(await h.store.whereIs(one.record)).toBeUndefined();
    await h.store.read(privateProvider, async (unit) => {
      expect(await unit.envelopes.get(one.record)).toBeUndefined();
      expect(await unit.projections.case(one.record)).toBeUndefined();
      const [, certified] = await unit.log.load(`erasure/${desk.id}`);
      expect(JSON.stringify(certified?.data["certificates"])).not.toContain(one.record);
      expect(certified?.data["certificates"]).toHaveLength(items.length);
    });
    expect(readJournal(journal)).toMatchObject([{ record: one.record, rule: "request-erasure" }]);
    expect(await reconcileErasures({ store: h.store, erasures: fileJournal(`${journal}.2`) }, [])).toBe(1);
    await rebuildLists(h.store);
    expect(await h.store.read(privateProvider, (unit) => unit.projections.case(one.record))).toBeUndefined();

    for (const command of [
      { type: "ServeDecision", servedOn: "2026-11-23", channel: "registered-letter" },
      { type: "CloseCase" },
    ]) {
      await desk.must(command, staff.caseworker);
    }
    expect((await desk.view(staff.caseworker))["status"]).toBe("closed");
  });

  test("waits for an answer that the same person has asked for", async () => {
    const one = await declined(privateProvider);
    await askWithKeys(h, one);
    const { staff, desk, items } = await begun(privateProvider, one);
    for (const item of items) {
      await desk.must({ type: "AssessItem", item, outcome: { kind: "erase" } }, staff.reviewer);
    }
    await decided(desk, staff);
    expect(await (await execute(desk.id, staff.caseworker)).json()).toMatchObject({
      reason: "DSAR_BUNDLE_ORDER",
    });
    expect(await h.store.whereIs(one.record)).toBeDefined();
  });

  test("of a record that goes in part, the key of that part is destroyed and the rest can be read", async () => {
    const one = await declined(privateProvider);
    const { staff, desk, items } = await begun(privateProvider, one);
    const reasoning = await desk.words("secrecy-test", "Behövs för rättsliga anspråk.", staff.reviewer);
    const harm = { provision: "gdpr-17-3-e", test: "absolute", reasoning };
    for (const item of items) {
      const outcome = item === "health" ? { kind: "erase" } : { kind: "keep", harm };
      await desk.must({ type: "AssessItem", item, outcome }, staff.reviewer);
    }
    await decided(desk, staff);
    expect((await execute(desk.id, staff.caseworker)).status).toBe(200);
    const path = `/api/desk/applications/${one.record}`;
    const { keyring } = (await (await h.get(`${path}/envelope`, staff.caseworker)).json()) as {
      keyring: { slots: Record<string, unknown> };
    };
    expect(keyring.slots["health"]).toMatchObject({ rule: "request-erasure" });
    expect(typeof keyring.slots["contact"]).toBe("string");
    expect((await h.get(`${path}/blobs/contact`, staff.caseworker)).status).toBe(200);
    // Done again after a restore, it changes nothing.
    await replayErasures(h.store, readJournal(journal));
    expect((await h.get(`${path}/envelope`, staff.caseworker)).status).toBe(200);
  });
});
