/** A backup brings everything back, on either engine, except what has been destroyed since. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { backup, restore } from "../../src/commands/backup.ts";
import { rebuildLists } from "../../src/commands/rebuild.ts";
import { reconcileErasures } from "../../src/erasure/reconcile-erasures.ts";
import { openStore } from "../../src/index.ts";
import { fileJournal, readJournal } from "@tillit/record-store";
import { emptyDatabase, freshDatabase, type EngineName } from "../setup/databases.ts";
import { harness, publicAuthority, type Harness } from "../setup/harness.ts";
import { sealedWords, type SealedPackage } from "../setup/sealing.ts";

const ways: readonly (readonly [EngineName, EngineName])[] = [
  ["sqlite", "sqlite"],
  ["postgres", "postgres"],
  ["sqlite", "postgres"],
];

describe.each(ways)("a backup of %s restored on %s", (from, to) => {
  let h: Harness;
  let url: string;
  let file: string;
  let journal: string;
  let kept: SealedPackage;
  let gone: SealedPackage;

  async function declined(): Promise<SealedPackage> {
    const one = await h.submitted();
    const staff = await h.login("caseworker", publicAuthority);
    await h.get(`/api/desk/applications/${one.record}/envelope`, staff);
    for (const [kind, outcome] of [
      ["assessment", "decline"],
      ["decision", "declined"],
    ] as const) {
      const keys = h.keys[publicAuthority]?.keys;
      const words = await sealedWords(kind, { controller: publicAuthority, to: keys, app: one.receipt.app });
      await h.post(`/api/desk/applications/${one.record}/${kind}`, { outcome, words }, staff);
    }
    return one;
  }

  async function dispose(): Promise<void> {
    h.now = new Date("2029-01-15T10:00:00Z");
    const made = await h.post("/api/desk/disposals", {}, await h.login("caseworker", publicAuthority));
    const { id } = (await made.json()) as { id: string };
    const approver = await h.login("decision-maker", publicAuthority);
    await h.post(`/api/desk/disposals/${id}/review`, { type: "Approve" }, approver);
    h.now = new Date("2029-01-23T10:00:00Z");
    const executor = await h.login("decision-maker", publicAuthority);
    expect((await h.post(`/api/desk/disposals/${id}/execution`, {}, executor)).status).toBe(200);
  }

  beforeEach(async () => {
    const folder = mkdtempSync(join(tmpdir(), "tillit-backup-"));
    file = join(folder, "backup.ndjson");
    journal = join(folder, "journal", "erasures.ndjson");
    url = await freshDatabase(from);
    h = await harness({ url, more: { erasures: fileJournal(journal) } });
    gone = await declined();
    kept = await h.submitted();
  });
  afterEach(() => h.close());

  test("has everything, byte for byte, but what was destroyed after it was taken", async () => {
    const before = await h.store.read(publicAuthority, (unit) => unit.projections.case(kept.record));
    await backup(url, file);
    await dispose();
    const target = await emptyDatabase(to);
    await restore(target, file, [journal]);
    const store = await openStore(target);
    const section = await store.read(publicAuthority, (unit) =>
      unit.envelopes.section(kept.record, "contact"),
    );
    await store.read(publicAuthority, async (unit) => {
      expect(await unit.projections.case(kept.record)).toStrictEqual(before);
      const bytes = await unit.envelopes.chunk(kept.record, "contact", section?.upload ?? "", 0);
      expect(bytes).toStrictEqual(kept.blobs.get("contact"));
      expect(await unit.envelopes.keyring(kept.record)).toStrictEqual(kept.keyring);
      expect(await unit.envelopes.keyring(gone.record)).toBeUndefined();
      expect(await unit.envelopes.sections(gone.record)).toStrictEqual([]);
      expect(await unit.projections.case(gone.record)).toBeUndefined();
    });
    expect(await store.whereIs(gone.record)).toBeUndefined();
    await store.write(publicAuthority, (unit) => unit.log.append("after/restore", 0, []));
    await store.close();
  });

  test("is refused when it is cut off, changed, or the database is not empty", async () => {
    await backup(url, file);
    const text = readFileSync(file, "utf8");
    const damaged = `${file}.damaged`;
    for (const wrong of [
      text.slice(0, text.lastIndexOf("\n", text.length - 2) + 1),
      text.slice(0, text.length / 2),
      text.replace("family-home", "family-hone"),
    ]) {
      writeFileSync(damaged, wrong);
      await expect(restore(await emptyDatabase(to), damaged, [])).rejects.toMatchObject({
        code: "STORE_BACKUP_DAMAGED",
      });
    }
    await expect(restore(url, file, [])).rejects.toMatchObject({ code: "STORE_NOT_EMPTY" });
  });

  test("lists rebuilt from the log are the lists there were", async () => {
    const all = async (): Promise<unknown> =>
      h.store.read(publicAuthority, async (unit) => [
        await unit.projections.cases(100),
        await unit.projections.words(gone.record),
        await unit.projections.requests(100),
      ]);
    const before = await all();
    await rebuildLists(h.store);
    expect(await all()).toStrictEqual(before);
  });

  test("lists rebuilt after a disposal hold nothing of what is gone", async () => {
    const decider = await h.login("decision-maker", publicAuthority);
    const facts = { municipality: "1904" };
    const path = `/api/desk/applications/${gone.record}/retention-facts`;
    expect((await h.post(path, facts, decider)).status).toBe(204);
    const left = async (): Promise<unknown> =>
      h.store.read(publicAuthority, async (unit) => [
        (await unit.facts.of([gone.record])).size,
        await unit.projections.case(gone.record),
        await unit.projections.words(gone.record),
      ]);
    expect(await left()).not.toStrictEqual([0, undefined, []]);
    await dispose();
    expect(await left()).toStrictEqual([0, undefined, []]);
    await rebuildLists(h.store);
    expect(await left()).toStrictEqual([0, undefined, []]);
  });

  test("a journal that a crash left behind is completed from the log", async () => {
    await dispose();
    const noted = readJournal(journal);
    expect(noted).toHaveLength(1);
    const late = fileJournal(`${journal}.late`);
    expect(await reconcileErasures({ store: h.store, erasures: late }, noted)).toBe(0);
    expect(await reconcileErasures({ store: h.store, erasures: late }, [])).toBe(1);
    expect(readJournal(`${journal}.late`)).toStrictEqual(noted);
  });
});
