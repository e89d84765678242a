/** What has been destroyed and is posted again is answered as gone, whichever way it comes, and nothing of it is kept. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Dsse } from "@tillit/crypto-envelope";
import { destroyExports } from "../../src/answers/destroy-exports.ts";
import { approvedList, closedCase } from "../setup/closed.ts";
import { engines, freshDatabase } from "../setup/databases.ts";
import { harness, publicAuthority, putBlob, type Harness } from "../setup/harness.ts";
import {
  asApplicant,
  askWithKeys,
  collected,
  decided,
  deskOf,
  people,
  sealedAnswer,
  sendAnswer,
} from "../setup/request-desk.ts";
import { requestWords, sealedWords, type SealedPackage } from "../setup/sealing.ts";

describe.each(engines)("posted again on %s", (engine) => {
  let h: Harness;
  beforeEach(async () => {
    h = await harness({ url: await freshDatabase(engine) });
  });
  afterEach(() => h.close());

  const whole = async ({ manifest, keyring, blobs }: SealedPackage): Promise<Response> =>
    h.post("/api/applications", {
      manifest,
      keyring,
      facts: { assignments: ["family-home"], noticeVersion: await h.noticeVersion(), lang: "sv" },
      blobs: Object.fromEntries(
        [...blobs].map(([id, bytes]) => [id, Buffer.from(bytes).toString("base64url")]),
      ),
    });
  const parts = async (one: SealedPackage): Promise<Response[]> => {
    const answers = [await h.send(one)];
    for (const [id, bytes] of one.blobs) answers.push(await putBlob(h.app, one.record, id, bytes));
    return answers;
  };
  const resumed = async (one: SealedPackage, id: string): Promise<Response[]> => {
    const path = `/api/applications/${one.record}/blobs/${id}`;
    const bytes = one.blobs.get(id) as Uint8Array<ArrayBuffer>;
    const headers = {
      "content-type": "application/partial-upload",
      "content-length": String(bytes.length),
      "upload-offset": "0",
    };
    return [await h.get(path), await h.app.request(path, { method: "PATCH", headers, body: bytes.slice() })];
  };
  const said = async (answers: readonly Response[]): Promise<readonly string[]> =>
    Promise.all(
      answers.map(async (one) => `${one.status} ${((await one.json()) as { code?: string }).code}`),
    );
  const nothingLeft = async ({ record }: SealedPackage): Promise<void> => {
    expect(await h.store.whereIs(record)).toBeUndefined();
    await h.store.read(publicAuthority, async (unit) => {
      expect(await unit.envelopes.get(record)).toBeUndefined();
      expect(await unit.envelopes.sections(record)).toStrictEqual([]);
      expect(await unit.projections.case(record)).toBeUndefined();
    });
  };

  async function disposed(): Promise<SealedPackage> {
    const one = await closedCase(h, publicAuthority);
    const list = await approvedList(h, publicAuthority);
    const decider = await h.login("decision-maker", publicAuthority);
    expect((await h.post(`/api/desk/disposals/${list}/execution`, {}, decider)).status).toBe(200);
    return one;
  }

  test("a destroyed application is gone in one request, in parts, and where a part would go on", async () => {
    const one = await disposed();
    expect(
      new Set(await said([await whole(one), ...(await parts(one)), ...(await resumed(one, "contact"))])),
    ).toEqual(new Set(["410 GONE"]));
    await nothingLeft(one);
  });

  test("beside others at the same moment the destroyed one alone is refused", async () => {
    const gone = await disposed();
    const others = await Promise.all(Array.from({ length: 6 }, () => h.seal()));
    // One that goes first lets this process remember the head of the log.
    expect((await whole(others[0] as SealedPackage)).status).toBe(201);
    const [again, ...kept] = await Promise.all([gone, ...others.slice(1)].map(whole));
    expect(kept.map(({ status }) => status)).toStrictEqual(kept.map(() => 201));
    expect(new Set(await said([again as Response]))).toEqual(new Set(["410 GONE"]));
    await nothingLeft(gone);
  });

  test("an application that never came whole and was swept away is welcome again", async () => {
    const one = await h.seal();
    expect((await h.send(one)).status).toBe(201);
    await h.store.write(publicAuthority, (unit) => unit.destroy(one.record));
    expect((await putBlob(h.app, one.record, "contact", one.blobs.get("contact") as Uint8Array)).status).toBe(
      404,
    );
    expect((await whole(one)).status).toBe(201);
  });

  test("a section that has been destroyed by itself is not taken for stored", async () => {
    const one = await h.submitted();
    await h.store.write(publicAuthority, (unit) =>
      unit.destroySection(one.record, "health", {
        shredded: "2026-11-23T09:30:00Z",
        rule: "request-erasure",
      }),
    );
    const bytes = one.blobs.get("health") as Uint8Array;
    expect(
      new Set(
        await said([await putBlob(h.app, one.record, "health", bytes), ...(await resumed(one, "health"))]),
      ),
    ).toEqual(new Set(["410 GONE"]));
    const kept = one.blobs.get("contact") as Uint8Array;
    expect((await putBlob(h.app, one.record, "contact", kept)).status).toBe(200);
  });

  test("a whole application again says which of its sections has been destroyed, and keeps the rest", async () => {
    const one = await h.submitted();
    await h.store.write(publicAuthority, (unit) =>
      unit.destroySection(one.record, "health", {
        shredded: "2026-11-23T09:30:00Z",
        rule: "request-erasure",
      }),
    );
    for (const answer of [await whole(one), await h.send(one)]) {
      expect(answer.status).toBe(200);
      const { blobs } = (await answer.json()) as { blobs: { id: string; state: string }[] };
      const states = Object.fromEntries(blobs.map(({ id, state }) => [id, state]));
      expect(states).toMatchObject({ contact: "stored", health: "destroyed" });
      expect(Object.values(states).filter((state) => state === "destroyed")).toHaveLength(1);
    }
    await h.store.read(publicAuthority, async ({ envelopes }) => {
      expect(await envelopes.sectionDestroyed(one.record, "health")).toBe(true);
      expect(await envelopes.uploads(one.record, "health")).toStrictEqual([]);
    });
  });

  test.each(["assessment", "decision"] as const)(
    "words of %s that have been erased are not taken in again with the same command",
    async (kind) => {
      const one = await h.submitted();
      const staff = await h.login("caseworker", publicAuthority);
      const path = `/api/desk/applications/${one.record}`;
      await h.get(`${path}/envelope`, staff);
      const to = h.keys[publicAuthority]?.keys;
      const about = { controller: publicAuthority, to, app: one.receipt.app };
      const first = { outcome: "decline", words: await sealedWords("assessment", about) };
      expect((await h.post(`${path}/assessment`, first, staff)).status).toBe(201);
      const second = { outcome: "declined", words: await sealedWords("decision", about) };
      if (kind === "decision") await h.post(`${path}/decision`, second, staff);
      const words = await h.store.read(publicAuthority, (unit) => unit.projections.words(one.record));
      const erased = words.find((row) => row.kind === kind)?.id ?? "";
      expect(erased).not.toBe("");
      await h.store.write(publicAuthority, (unit) => unit.destroy(erased));
      const again = await h.post(`${path}/${kind}`, kind === "decision" ? second : first, staff);
      expect(await said([again])).toStrictEqual(["410 GONE"]);
      await h.store.read(publicAuthority, async (unit) => {
        expect(await unit.envelopes.get(erased)).toBeUndefined();
      });
    },
  );

  test("an answer that has been destroyed is not taken in again", async () => {
    const one = await h.submitted();
    const staff = await people(h, publicAuthority);
    const request = await askWithKeys(h, one);
    const desk = deskOf(h, publicAuthority, one, request);
    for (const item of await collected(h, desk, staff)) {
      await desk.must({ type: "AssessItem", item, outcome: { kind: "disclose" } }, staff.reviewer);
    }
    await decided(desk, staff);
    const { keys } = (await desk.view(staff.caseworker)) as { keys: Dsse };
    const answer = await sealedAnswer(h, { controller: publicAuthority, request, of: one, to: keys });
    const { record } = await sendAnswer(h, request, answer, staff);
    h.now = new Date("2026-12-24T09:30:00Z");
    expect(await destroyExports(h.deps, publicAuthority)).toBe(1);
    const later = await people(h, publicAuthority);
    const again = await sendAnswer(h, request, answer, later);
    expect(new Set(await said([again.begun]))).toEqual(new Set(["410 GONE"]));
    const path = `/api/desk/requests/${request}/export/${record}/blobs/files`;
    const { cookie, csrf } = later.caseworker;
    const headers = {
      cookie,
      "x-csrf-token": csrf,
      "content-type": "application/octet-stream",
      "content-length": String(answer.blob.length),
    };
    expect(
      new Set(await said([await h.app.request(path, { method: "PUT", headers, body: answer.blob.slice() })])),
    ).toEqual(new Set(["410 GONE"]));
    expect(await h.store.read(publicAuthority, (unit) => unit.envelopes.get(record))).toBeUndefined();
  });

  test("words and commands for a request that has been destroyed are refused as gone", async () => {
    const one = await h.submitted();
    const request = await askWithKeys(h, one);
    const to = h.keys[publicAuthority]?.keys;
    const about = { request, receipt: one.receipt, controller: publicAuthority, to };
    const words = await requestWords("Jag vill ha mina uppgifter.", about);
    await h.store.write(publicAuthority, (unit) => unit.destroy(request));
    const { caseworker } = await people(h, publicAuthority);
    const north = await h.login("caseworker", publicAuthority, "caseworker-2", "north");
    const path = `/api/desk/requests/${request}`;
    expect(
      new Set(
        await said([
          await h.post(`${path}/words`, { kind: "reason", words }, caseworker),
          await h.post(`${path}/commands`, { type: "CloseCase" }, caseworker),
          await asApplicant(h, one, "POST", `/api/mine/requests/${request}/words`, { kind: "wish", words }),
        ]),
      ),
    ).toEqual(new Set(["410 GONE"]));
    // Nothing says any more of which unit it was.
    expect((await h.post(`${path}/commands`, { type: "CloseCase" }, north)).status).toBe(404);
    const stranger = await h.submitted();
    const theirs = await asApplicant(h, stranger, "POST", `/api/mine/requests/${request}/words`, {
      kind: "wish",
      words,
    });
    expect(theirs.status).toBe(404);
  });

  test("a request about an application that has been destroyed is refused as gone", async () => {
    const one = await h.submitted();
    const other = await h.submitted("socialt-skyddsnat", one.receipt);
    await h.store.write(publicAuthority, (unit) => unit.destroy(one.record));
    const asked = { application: one.record, right: "access" };
    expect(new Set(await said([await asApplicant(h, other, "POST", "/api/mine/requests", asked)]))).toEqual(
      new Set(["410 GONE"]),
    );
  });
});
