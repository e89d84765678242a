import { afterAll, beforeAll, expect, test } from "vitest";
import { harness, ownToken, privateProvider, publicAuthority, type Harness } from "../setup/harness.ts";
import type { SealedPackage } from "../setup/sealing.ts";

let h: Harness;
let one: SealedPackage;
beforeAll(async () => {
  h = await harness();
  one = await h.submitted();
});
afterAll(() => h.close());

const digest = "A".repeat(43);

async function ask(of: SealedPackage, application = of.record): Promise<Response> {
  const body = JSON.stringify({ application, right: "access" });
  return h.app.request("/api/mine/requests", {
    method: "POST",
    headers: {
      authorization: `Bearer ${await ownToken(h, of)}`,
      "content-type": "application/json",
      "content-length": String(body.length),
    },
    body,
  });
}

test("an access request is received with its last day, and goes from the desk to a decision", async () => {
  const made = await ask(one);
  expect(made.status).toBe(201);
  const { id, ...request } = (await made.json()) as { id: string };
  expect(request).toStrictEqual({
    application: one.record,
    right: "access",
    status: "received",
    received: "2026-11-23",
    lastDay: "2026-12-23",
    restricted: false,
  });
  const caseworker = await h.login("caseworker", publicAuthority);
  const list = (await (await h.get("/api/desk/requests", caseworker)).json()) as {
    requests: { id: string }[];
  };
  expect(list.requests.map((row) => row.id)).toStrictEqual([id]);

  const give = async (command: object, staff = caseworker): Promise<Response> =>
    h.post(`/api/desk/requests/${id}/commands`, command, staff);
  expect((await give({ type: "Triage", sources: ["tillit"] })).status).toBe(409);
  for (const command of [
    { type: "AcceptIdentity", assurance: 3, method: "receipt-key", subject: "s1" },
    { type: "Triage", sources: ["tillit"] },
    { type: "AnswerSource", source: "tillit", items: [{ id: "i1", section: "contact", sha256: digest }] },
    { type: "CompleteSources" },
  ]) {
    expect((await give(command)).status).toBe(200);
  }
  const reviewer = await h.login("secrecy-reviewer", publicAuthority);
  expect(
    (await give({ type: "AssessItem", item: "i1", outcome: { kind: "disclose" } }, reviewer)).status,
  ).toBe(200);
  expect(await (await give({ type: "CompleteReview" }, reviewer)).json()).toMatchObject({
    status: "deciding",
  });

  const view = await h.get(`/api/desk/requests/${id}`, caseworker);
  const { allowed, trace } = (await view.json()) as { allowed: string[]; trace: { rule: string }[] };
  expect(allowed).toContain("DraftDecision");
  expect(trace.map(({ rule }) => rule)).toContain("one-month");
});

test("a request about another's application, and another controller's request, are not there", async () => {
  const stranger = await h.submitted();
  expect((await ask(stranger, one.record)).status).toBe(404);
  const made = (await (await ask(one)).json()) as { id: string };
  const other = await h.login("caseworker", privateProvider);
  expect((await h.get(`/api/desk/requests/${made.id}`, other)).status).toBe(404);
  expect((await h.post(`/api/desk/requests/${made.id}/commands`, { type: "CloseCase" }, other)).status).toBe(
    404,
  );
});

test("a command with words instead of digests is refused", async () => {
  const made = (await (await ask(one)).json()) as { id: string };
  const staff = await h.login("caseworker", publicAuthority);
  const answer = await h.post(
    `/api/desk/requests/${made.id}/commands`,
    { type: "AskScope", reason: "Anna vill veta mer" },
    staff,
  );
  expect(answer.status).toBe(400);
});
