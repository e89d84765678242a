/** What is said in a request is sealed, bound to that request, and read with the log knowing. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  decapsulatorFromSeed,
  fromBase64Url,
  open,
  Receipt,
  verify,
  type Dsse,
  type Keyring,
} from "@tillit/crypto-envelope";
import { engines, freshDatabase } from "../setup/databases.ts";
import { harness, privateProvider, publicAuthority, type Harness, type Staff } from "../setup/harness.ts";
import { asApplicant, deskOf, type RequestDesk } from "../setup/request-desk.ts";
import { requestWords, type SealedPackage } from "../setup/sealing.ts";

interface Sealed {
  readonly manifest: Dsse;
  readonly keyring: Keyring;
  readonly blobs: { readonly words: string };
}

describe.each(engines)("words about a request on %s", (engine) => {
  let h: Harness;
  let one: SealedPackage;
  let caseworker: Staff;
  let desk: RequestDesk;

  async function ask(of: SealedPackage): Promise<string> {
    const made = await asApplicant(h, of, "POST", "/api/mine/requests", {
      application: of.record,
      right: "rectification",
    });
    expect(made.status).toBe(201);
    return ((await made.json()) as { id: string }).id;
  }

  beforeAll(async () => {
    h = await harness({ url: await freshDatabase(engine) });
    one = await h.submitted();
    caseworker = await h.login("caseworker", publicAuthority);
    desk = deskOf(h, publicAuthority, one, await ask(one));
  });
  afterAll(() => h.close());

  const seal = (request: string, receipt: Receipt) =>
    requestWords("Mitt namn är felstavat.", {
      request,
      receipt,
      controller: publicAuthority,
      to: h.keys[publicAuthority]?.keys,
    });

  async function read(sealed: Sealed, request: string, of: "desk" | "subject"): Promise<string> {
    const verified = verify(sealed.manifest, {
      purpose: `data-subject-request/${request}`,
      schemas: ["words/1"],
      controller: publicAuthority,
    });
    const seed = h.keys[publicAuthority]?.seed ?? new Uint8Array();
    const key = of === "desk" ? await decapsulatorFromSeed("x25519", seed) : await one.receipt.decapsulator();
    const opened = await open(verified, sealed.keyring, key);
    return new TextDecoder().decode(await opened.read("words", fromBase64Url(sealed.blobs.words)));
  }

  test("the subject's wish is read at the desk and by the subject, and the log knows both", async () => {
    const words = await seal(desk.id, one.receipt);
    const said = await asApplicant(h, one, "POST", `/api/mine/requests/${desk.id}/words`, {
      kind: "wish",
      words,
    });
    expect(said.status).toBe(201);
    const { id } = (await said.json()) as { id: string };
    const view = await desk.view(caseworker);
    expect(view["words"]).toMatchObject([{ id, kind: "wish", by: "applicant" }]);

    const atDesk = await h.get(`/api/desk/requests/${desk.id}/words/${id}`, caseworker);
    expect(await read((await atDesk.json()) as Sealed, desk.id, "desk")).toContain("felstavat");
    const mine = await asApplicant(h, one, "GET", `/api/mine/requests/${desk.id}/words/${id}`);
    expect(await read((await mine.json()) as Sealed, desk.id, "subject")).toContain("felstavat");

    const path = `/api/mine/applications/${one.receipt.app}/envelopes/${one.record}/accesses`;
    const { accesses } = (await (await asApplicant(h, one, "GET", path)).json()) as { accesses: object[] };
    expect(accesses).toMatchObject([
      { role: "caseworker", purpose: "request" },
      { role: "applicant", purpose: "own-copy" },
    ]);
  });

  test("words sealed for another request, or signed with another receipt, are refused", async () => {
    const path = `/api/mine/requests/${desk.id}/words`;
    const foreign = { kind: "wish", words: await seal("r-00000000000000000000", one.receipt) };
    expect((await asApplicant(h, one, "POST", path, foreign)).status).toBe(400);
    const forged = { kind: "wish", words: await seal(desk.id, Receipt.create(one.receipt.app)) };
    expect(await (await asApplicant(h, one, "POST", path, forged)).json()).toMatchObject({
      code: "ENVELOPE_CONTEXT",
    });
  });

  test("what the desk writes about a request is not handed to the subject, nor to another controller", async () => {
    await desk.words("secrecy-test", "Hemligt om annan", caseworker);
    const kept = (await desk.view(caseworker))["words"] as { id: string; kind: string }[];
    const id = kept.find(({ kind }) => kind === "secrecy-test")?.id ?? "";
    expect((await asApplicant(h, one, "GET", `/api/mine/requests/${desk.id}/words/${id}`)).status).toBe(404);
    const mine = (await (await asApplicant(h, one, "GET", `/api/mine/requests/${desk.id}`)).json()) as {
      words: { kind: string }[];
    };
    expect(mine.words.map(({ kind }) => kind)).toStrictEqual(["wish"]);
    const other = await h.login("caseworker", privateProvider);
    expect((await h.get(`/api/desk/requests/${desk.id}/words/${id}`, other)).status).toBe(404);
  });

  test("a reason that has not been kept is none; one that has is taken", async () => {
    const unknown = { type: "AskIdentity", doubt: "identity", reason: "A".repeat(43), replyBy: "2026-12-07" };
    const refused = await desk.give(unknown, caseworker);
    expect([refused.status, await refused.json()]).toMatchObject([400, { code: "WORDS_UNKNOWN" }]);
    const reason = await desk.words("reason", "Namnet stämmer inte med anmälan.", caseworker);
    expect(await desk.must({ ...unknown, reason }, caseworker)).toMatchObject({
      status: "awaiting-identity",
    });
  });

  test("a request that comes by telephone is taken in at the desk, from the day it came", async () => {
    const other = await h.submitted();
    const intake = { application: other.record, right: "access", channel: "phone", receivedOn: "2026-11-20" };
    const made = await h.post("/api/desk/requests", intake, caseworker);
    expect([made.status, await made.json()]).toMatchObject([
      201,
      { status: "received", received: "2026-11-20", lastDay: "2026-12-21" },
    ]);
    const ahead = await h.post("/api/desk/requests", { ...intake, receivedOn: "2026-11-24" }, caseworker);
    expect(await ahead.json()).toMatchObject({ code: "STATE_CONFLICT", reason: "DSAR_DATE_WRONG" });
  });
});
