/** The answer to a request: sealed to the subject alone, fetched with the receipt, and gone when its time is over. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { open, Receipt, verify, type Dsse, type Keyring } from "@tillit/crypto-envelope";
import { applicantKeys } from "@tillit/crypto-envelope/directory";
import { backup, restore } from "../../src/commands/backup.ts";
import { destroyExports } from "../../src/answers/destroy-exports.ts";
import { reconcileErasures } from "../../src/erasure/reconcile-erasures.ts";
import { openStore } from "../../src/index.ts";
import { rebuildLists } from "../../src/commands/rebuild.ts";
import { fileJournal, readJournal } from "@tillit/record-store";
import { emptyDatabase, engines, freshDatabase } from "../setup/databases.ts";
import { harness, publicAuthority, type Harness } from "../setup/harness.ts";
import {
  answeredRequest,
  asApplicant,
  askWithKeys,
  collected,
  decided,
  deskOf,
  people,
  sealedAnswer,
  sendAnswer,
} from "../setup/request-desk.ts";
import type { SealedPackage } from "../setup/sealing.ts";

describe.each(engines)("an answer sealed to the subject on %s", (engine) => {
  let h: Harness;
  let url: string;
  let journal: string;
  let one: SealedPackage;
  beforeEach(async () => {
    journal = join(mkdtempSync(join(tmpdir(), "tillit-journal-")), "erasures.ndjson");
    url = await freshDatabase(engine);
    h = await harness({ url, more: { erasures: fileJournal(journal) } });
    one = await h.submitted();
  });
  afterEach(() => h.close());

  const get = async (request: string, rest = "") =>
    asApplicant(h, one, "GET", `/api/mine/requests/${request}/export${rest}`);

  test("is opened with the receipt, after the log has it, and destroyed a day after it was fetched", async () => {
    const { request, record } = await answeredRequest(h, publicAuthority, one);
    const { manifest, keyring, expires } = (await (await get(request)).json()) as {
      manifest: Dsse;
      keyring: Keyring;
      expires: string;
    };
    expect(expires).toBe("2026-12-23T09:30:00Z");
    const blob = new Uint8Array(await (await get(request, "/blobs/files")).arrayBuffer());
    const verified = verify(manifest, {
      app: one.receipt.app,
      controller: publicAuthority,
      purpose: `data-subject-export/${request}`,
      schemas: ["export/1"],
    });
    const opened = await open(verified, keyring, await one.receipt.decapsulator());
    expect(new TextDecoder().decode(await opened.read("files", blob))).toBe("Anna Svensson");
    const path = `/api/mine/applications/${one.receipt.app}/envelopes/${one.record}/accesses`;
    const { accesses } = (await (await asApplicant(h, one, "GET", path)).json()) as { accesses: object[] };
    expect(accesses).toMatchObject([
      { role: "applicant", part: "export" },
      { role: "applicant", part: "export-files" },
    ]);

    expect(await destroyExports(h.deps, publicAuthority)).toBe(0);
    const file = join(mkdtempSync(join(tmpdir(), "tillit-backup-")), "backup.ndjson");
    await backup(url, file);
    h.now = new Date("2026-11-24T09:31:00Z");
    expect(await destroyExports(h.deps, publicAuthority)).toBe(1);
    expect(await destroyExports(h.deps, publicAuthority)).toBe(0);
    expect((await get(request)).status).toBe(404);
    await h.store.read(publicAuthority, async (unit) => {
      expect(await unit.envelopes.get(record)).toBeUndefined();
      const [kept, fetched, gone, certified] = await unit.log.load(`export/${record}`);
      expect([kept?.type, fetched?.type, gone?.data, certified?.data]).toMatchObject([
        "ExportKept",
        "ExportFetched",
        { reason: "fetched" },
        { certificate: { method: "crypto-shred", count: 1 } },
      ]);
      expect(JSON.stringify(certified?.data["certificate"])).not.toContain(record);
    });

    // No restored backup brings it back, and a journal that a crash cut short is completed.
    expect(readJournal(journal)).toMatchObject([{ record, rule: "request-export" }]);
    const late = fileJournal(`${journal}.late`);
    expect(await reconcileErasures({ store: h.store, erasures: late }, [])).toBe(1);
    const target = await emptyDatabase(engine);
    await restore(target, file, [journal]);
    const restored = await openStore(target);
    expect(await restored.read(publicAuthority, (unit) => unit.envelopes.get(record))).toBeUndefined();
    await restored.close();
  });

  test("is there for thirty days, on the list that is folded from the log, and then no longer", async () => {
    const { request } = await answeredRequest(h, publicAuthority, one);
    await rebuildLists(h.store);
    h.now = new Date("2026-12-23T09:29:00Z");
    expect((await get(request)).status).toBe(200);
    h.now = new Date("2026-12-23T09:30:00Z");
    expect((await get(request)).status).toBe(410);
    expect(await destroyExports(h.deps, publicAuthority)).toBe(1);
  });

  test("is nowhere to be fetched before it is disclosed, and by nobody else after", async () => {
    const staff = await people(h, publicAuthority);
    const request = await askWithKeys(h, one);
    const desk = deskOf(h, publicAuthority, one, request);
    const { keys } = (await desk.view(staff.caseworker)) as { keys: Dsse };
    const answer = await sealedAnswer(h, { controller: publicAuthority, request, of: one, to: keys });
    // Without a signed decision nothing is taken in.
    expect((await sendAnswer(h, request, answer, staff)).begun.status).toBe(409);
    for (const item of await collected(h, desk, staff)) {
      await desk.must({ type: "AssessItem", item, outcome: { kind: "disclose" } }, staff.reviewer);
    }
    await decided(desk, staff);
    const { last } = await sendAnswer(h, request, answer, staff);
    expect(await last?.json()).toStrictEqual({ status: "kept" });
    expect((await get(request)).status).toBe(404);
    const disclose = { type: "Disclose", manifest: "a".repeat(64), channel: "self-service" };
    await desk.must(disclose, staff.caseworker);
    expect((await get(request)).status).toBe(200);
    const stranger = await h.submitted();
    const theirs = await asApplicant(h, stranger, "GET", `/api/mine/requests/${request}/export`);
    expect(theirs.status).toBe(404);
  });

  test("cannot be sealed to the controller, nor asked for with another's keys", async () => {
    const stranger = Receipt.create(one.receipt.app);
    const period = { from: h.now.toISOString(), until: "2099-01-01T00:00:00Z" };
    const swapped = await asApplicant(h, one, "POST", "/api/mine/requests", {
      application: one.record,
      right: "access",
      keys: await applicantKeys(stranger, period),
    });
    expect(swapped.status).toBe(400);
    const staff = await people(h, publicAuthority);
    const request = await askWithKeys(h, one);
    const desk = deskOf(h, publicAuthority, one, request);
    for (const item of await collected(h, desk, staff)) {
      await desk.must({ type: "AssessItem", item, outcome: { kind: "disclose" } }, staff.reviewer);
    }
    await decided(desk, staff);
    const { keys } = (await desk.view(staff.caseworker)) as { keys: Dsse };
    const to = { controller: publicAuthority, request, of: one, to: keys };
    const instead = h.keys[publicAuthority]?.keys;
    if (instead === undefined) throw new Error("setup");
    const { begun } = await sendAnswer(h, request, await sealedAnswer(h, to, { instead }), staff);
    expect(await begun.json()).toMatchObject({ code: "EXPORT_KEY" });
  });
});
