import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decapsulatorFromSeed, open, verify, type Dsse, type Keyring } from "@tillit/crypto-envelope";
import { harness, privateProvider, publicAuthority, type Harness, type Staff } from "../setup/harness.ts";
import { sealedWords, type SealedPackage } from "../setup/sealing.ts";

let h: Harness;
let staff: Staff;
let one: SealedPackage;
beforeAll(async () => {
  h = await harness();
  staff = await h.login("caseworker", publicAuthority);
  one = await h.submitted();
});
afterAll(() => h.close());

async function history(): Promise<readonly { type: string; by: string }[]> {
  const view = (await (await h.get(`/api/desk/applications/${one.record}`, staff)).json()) as {
    history: { type: string; by: string }[];
  };
  return view.history;
}

function words(kind: "assessment" | "decision", app: string): Promise<object> {
  return sealedWords(kind, { controller: publicAuthority, to: h.keys[publicAuthority]?.keys, app });
}

describe("the life of an application at the desk", () => {
  test("a decision before the assessment is a conflict with a reason", async () => {
    const answer = await h.post(
      `/api/desk/applications/${one.record}/decision`,
      { outcome: "approved", words: await words("decision", one.receipt.app) },
      staff,
    );
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: "STATE_CONFLICT", reason: "NOT_OPENED" });
  });

  test("what is handed out opens in the browser to what was sealed, and was logged first", async () => {
    const answer = await h.get(`/api/desk/applications/${one.record}/envelope`, staff);
    expect(answer.status).toBe(200);
    const { manifest, keyring } = (await answer.json()) as { manifest: Dsse; keyring: Keyring };
    const verified = verify(manifest, {
      controller: publicAuthority,
      purpose: "foster-care-application",
      schemas: ["fam-intresse/1"],
    });
    const blob = await h.get(`/api/desk/applications/${one.record}/blobs/contact`, staff);
    expect(blob.headers.get("content-security-policy")).toContain("default-src 'none'");
    const seed = h.keys[publicAuthority]?.seed ?? new Uint8Array();
    const opened = await open(verified, keyring, await decapsulatorFromSeed("x25519", seed));
    const text = await opened.read("contact", new Uint8Array(await blob.arrayBuffer()));
    expect(new TextDecoder().decode(text)).toBe("Anna Svensson 19850505-1234");
    expect((await history()).map(({ type }) => type)).toStrictEqual([
      "ApplicationSubmitted",
      "ContentAccessed",
      "ApplicationOpened",
      "ContentAccessed",
    ]);
    expect((await history()).at(-1)?.by).toMatch(/^caseworker:[0-9a-f]{16}$/);
  });

  test("assessment and decision are recorded with sealed words, which can be read again", async () => {
    const path = `/api/desk/applications/${one.record}`;
    const assessed = await h.post(
      `${path}/assessment`,
      { outcome: "proceed", words: await words("assessment", one.receipt.app) },
      staff,
    );
    expect(assessed.status).toBe(201);
    const sealedWords = await words("decision", one.receipt.app);
    const decided = await h.post(`${path}/decision`, { outcome: "approved", words: sealedWords }, staff);
    expect(decided.status).toBe(201);
    const { id } = (await decided.json()) as { id: string };
    expect(await (await h.get(`${path}/words/${id}`, staff)).json()).toStrictEqual(sealedWords);
    const view = (await (await h.get(path, staff)).json()) as { status: string; words: object[] };
    expect(view.status).toBe("decided");
    expect(view.words).toMatchObject([
      { kind: "assessment", outcome: "proceed" },
      { kind: "decision", outcome: "approved", id },
    ]);
  });

  test("words sealed for another application or for another purpose are refused", async () => {
    const path = `/api/desk/applications/${one.record}/assessment`;
    const foreign = await words("assessment", crypto.randomUUID());
    expect((await h.post(path, { outcome: "proceed", words: foreign }, staff)).status).toBe(400);
    const wrongPurpose = await words("decision", one.receipt.app);
    expect((await h.post(path, { outcome: "proceed", words: wrongPurpose }, staff)).status).toBe(400);
  });
});

test("another controller's application is not there, whatever is asked of it", async () => {
  const other = await h.login("caseworker", privateProvider);
  const path = `/api/desk/applications/${one.record}`;
  for (const suffix of ["", "/envelope", "/blobs/contact", `/words/${one.record}`]) {
    expect((await h.get(path + suffix, other)).status).toBe(404);
  }
  const body = { outcome: "proceed", words: await words("assessment", one.receipt.app) };
  expect([400, 404]).toContain((await h.post(`${path}/assessment`, body, other)).status);
  const { applications } = (await (await h.get("/api/desk/applications", other)).json()) as {
    applications: object[];
  };
  expect(applications).toStrictEqual([]);
});
