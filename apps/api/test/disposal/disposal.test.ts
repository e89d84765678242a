/** Two persons, a week to think, everything decided again, and a certificate that names nobody. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseVerifier, verifyCheckpoint } from "@tillit/audit-chain";
import { leafHash, verifyInclusion } from "@tillit/merkle-tree";
import { fileJournal, readJournal } from "@tillit/record-store";
import { engines, freshDatabase } from "../setup/databases.ts";
import { bytesOf, harness, ownToken, publicAuthority, type Harness, type Staff } from "../setup/harness.ts";
import { sealedWords, type SealedPackage } from "../setup/sealing.ts";

interface Shown {
  readonly id: string;
  readonly status: string;
  readonly items: readonly { record: string; result?: string }[];
  readonly dropped: readonly { record: string; reason: string }[];
}

describe.each(engines)("disposal on %s", (engine) => {
  let h: Harness;
  let journal: string;
  let one: SealedPackage;
  let other: SealedPackage;

  async function judge(staff: Staff, of: SealedPackage, kind: "assessment" | "decision", outcome: string) {
    const to = h.keys[publicAuthority]?.keys;
    const words = await sealedWords(kind, { controller: publicAuthority, to, app: of.receipt.app });
    return h.post(`/api/desk/applications/${of.record}/${kind}`, { outcome, words }, staff);
  }

  async function closed(): Promise<SealedPackage> {
    const made = await h.submitted();
    const staff = await h.login("caseworker", publicAuthority);
    await h.get(`/api/desk/applications/${made.record}/envelope`, staff);
    await judge(staff, made, "assessment", "decline");
    await judge(staff, made, "decision", "declined");
    return made;
  }

  const later = (day: string): void => {
    h.now = new Date(`${day}T10:00:00Z`);
  };
  const propose = async (staff: Staff): Promise<Response> => h.post("/api/desk/disposals", {}, staff);
  const review = async (id: string, staff: Staff): Promise<Response> =>
    h.post(`/api/desk/disposals/${id}/review`, { type: "Approve" }, staff);
  const execute = async (id: string, staff: Staff): Promise<Response> =>
    h.post(`/api/desk/disposals/${id}/execution`, {}, staff);

  beforeEach(async () => {
    journal = join(mkdtempSync(join(tmpdir(), "tillit-journal-")), "erasures.ndjson");
    h = await harness({ url: await freshDatabase(engine), more: { erasures: fileJournal(journal) } });
    one = await closed();
    other = await closed();
  });
  afterEach(() => h.close());

  test("nothing is on a list before its day, and an open application never", async () => {
    const answer = await propose(await h.login("caseworker", publicAuthority));
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ reason: "EMPTY_LIST" });
  });

  test("the one who proposed cannot approve, whatever role is taken", async () => {
    later("2029-01-15");
    const { id } = (await (
      await propose(await h.login("caseworker", publicAuthority, "kim"))
    ).json()) as Shown;
    const same = await review(id, await h.login("decision-maker", publicAuthority, "kim"));
    expect(await same.json()).toMatchObject({ code: "STATE_CONFLICT", reason: "SAME_PERSON" });
  });

  test("after a second person and a week, keys and bytes are gone, and a certificate stands in the log", async () => {
    later("2029-01-15");
    const { id, items } = (await (
      await propose(await h.login("caseworker", publicAuthority))
    ).json()) as Shown;
    expect(items.map(({ record }) => record).toSorted()).toStrictEqual([one.record, other.record].toSorted());
    const decider = await h.login("decision-maker", publicAuthority);
    expect((await execute(id, decider)).status).toBe(409);
    expect(await (await review(id, decider)).json()).toMatchObject({
      status: "cooling-off",
      coolUntil: "2029-01-22",
    });
    expect(await (await execute(id, decider)).json()).toMatchObject({ reason: "COOLING_OFF" });

    // A request that comes in the meantime holds its record; the other goes.
    later("2029-01-23");
    const body = JSON.stringify({ application: other.record, right: "access" });
    const headers = {
      authorization: `Bearer ${await ownToken(h, other)}`,
      "content-type": "application/json",
      "content-length": String(body.length),
    };
    expect((await h.app.request("/api/mine/requests", { method: "POST", headers, body })).status).toBe(201);
    const again = await h.login("decision-maker", publicAuthority);
    const done = (await (await execute(id, again)).json()) as Shown;
    expect(done).toMatchObject({
      status: "executed",
      items: [{ record: one.record, result: "gone" }],
      dropped: [{ record: other.record, reason: "HELD" }],
    });

    const path = `/api/desk/applications/${one.record}`;
    for (const suffix of ["", "/envelope", "/blobs/contact"]) {
      expect((await h.get(path + suffix, again)).status).toBe(404);
    }
    expect((await h.get(`/api/desk/applications/${other.record}/envelope`, again)).status).toBe(200);
    await h.store.read(publicAuthority, async (unit) => {
      expect(await unit.envelopes.keyring(one.record)).toBeUndefined();
      expect(await unit.envelopes.sections(one.record)).toStrictEqual([]);
    });
    expect(await h.store.whereIs(one.record)).toBeUndefined();
    expect(readJournal(journal).map(({ record }) => record)).toStrictEqual([one.record]);

    const text = await (await h.get(`/api/desk/disposals/${id}/certificate`, again)).text();
    expect(text).not.toContain(one.record);
    const { certificate, protocol, log } = JSON.parse(text) as {
      certificate: { proof: { approvals: unknown[]; totals: { units: number }[] } };
      protocol: string;
      log: { index: number; size: number; checkpoint: string; key: string; inclusion: string[] };
    };
    expect(certificate.proof.totals).toMatchObject([{ units: 1 }]);
    expect(protocol).toContain("gallr");
    const [{ entry } = { entry: "" }] = await h.store.read(publicAuthority, (unit) =>
      unit.log.entries(log.index, 1),
    );
    const { root } = verifyCheckpoint(log.checkpoint, parseVerifier(log.key));
    const claim = { index: log.index, size: log.size, root, proof: log.inclusion.map(bytesOf) };
    expect(verifyInclusion({ ...claim, leafHash: leafHash(Buffer.from(entry)) })).toBe(true);
  });
});
