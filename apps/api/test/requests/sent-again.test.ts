/** A request whose answer was lost on the way is sent once more: it is the same request. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { harness, ownToken, publicAuthority, type Harness, type Staff } from "../setup/harness.ts";
import type { SealedPackage } from "../setup/sealing.ts";

let h: Harness;
let one: SealedPackage;
let caseworker: Staff;
beforeAll(async () => {
  h = await harness();
  one = await h.submitted();
  caseworker = await h.login("caseworker", publicAuthority);
});
afterAll(() => h.close());

async function send(path: string, headers: Record<string, string>, given: object): Promise<Response> {
  const body = JSON.stringify(given);
  return h.app.request(path, {
    method: "POST",
    headers: {
      ...headers,
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(body)),
    },
    body,
  });
}

async function mine(given: object, key?: string, of = one): Promise<Response> {
  const authorization = `Bearer ${await ownToken(h, of)}`;
  const again: Record<string, string> = key === undefined ? {} : { "idempotency-key": key };
  return send("/api/mine/requests", { authorization, ...again }, given);
}

const desk = (given: object, key: string, staff = caseworker): Promise<Response> =>
  h.post("/api/desk/requests", given, staff, { "idempotency-key": key });

async function idOf(answer: Response): Promise<string> {
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

async function listed(): Promise<number> {
  const list = (await (await h.get("/api/desk/requests", caseworker)).json()) as { requests: object[] };
  return list.requests.length;
}

const key = (last: number): string => `0b5e0c3a-1f7e-4c58-9d42-${String(last).padStart(12, "0")}`;

describe("a request sent twice with one key", () => {
  test("from my pages is one case, the same day and the day after", async () => {
    const asked = { application: one.record, right: "access" };
    const id = await idOf(await mine(asked, key(1)));
    const before = await listed();
    expect(await idOf(await mine(asked, key(1)))).toBe(id);
    const today = h.now;
    h.now = new Date(today.getTime() + 86_400_000);
    expect(await idOf(await mine(asked, key(1)))).toBe(id);
    h.now = today;
    expect(await listed()).toBe(before);
  });

  test("at the desk is one case", async () => {
    const intake = { application: one.record, right: "access", channel: "letter", receivedOn: "2026-11-23" };
    const id = await idOf(await desk(intake, key(2)));
    const before = await listed();
    expect(await idOf(await desk(intake, key(2)))).toBe(id);
    expect(await listed()).toBe(before);
  });

  test("at the same moment is one case", async () => {
    const asked = { application: one.record, right: "portability" };
    const answers = await Promise.all([mine(asked, key(3)), mine(asked, key(3)), mine(asked, key(3))]);
    const ids = new Set<string>();
    for (const answer of answers) ids.add(await idOf(answer));
    expect(ids.size).toBe(1);
  });

  test("stays the same after the case has gone on", async () => {
    const asked = { application: one.record, right: "rectification" };
    const id = await idOf(await mine(asked, key(4)));
    const command = { type: "AcceptIdentity", assurance: 3, method: "eid", subject: "s1" };
    const taken = await h.post(`/api/desk/requests/${id}/commands`, command, caseworker);
    const now = (await taken.json()) as { status: string };
    expect(now.status).not.toBe("received");
    const again = await mine(asked, key(4));
    expect(await again.json()).toMatchObject({ id, status: now.status });
  });
});

describe("one key", () => {
  test.each([
    ["another right", { right: "erasure" }],
    ["another channel", { channel: "phone" }],
    ["another day", { receivedOn: "2026-11-22" }],
  ])("with %s is refused with a code, and makes nothing", async (_what, other) => {
    const intake = { application: one.record, right: "access", channel: "letter", receivedOn: "2026-11-23" };
    await idOf(await desk(intake, key(5)));
    const before = await listed();
    const refused = await desk({ ...intake, ...other }, key(5));
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: "IDEMPOTENCY_KEY_USED" });
    expect(await listed()).toBe(before);
  });

  test("of another person is another request", async () => {
    const intake = { application: one.record, right: "access", channel: "letter", receivedOn: "2026-11-23" };
    const colleague = await h.login("caseworker", publicAuthority, "caseworker-2");
    const id = await idOf(await desk(intake, key(6)));
    expect(await idOf(await desk(intake, key(6), colleague))).not.toBe(id);
    const other = await h.submitted();
    const own = await idOf(await mine({ application: one.record, right: "access" }, key(6)));
    expect(await idOf(await mine({ application: other.record, right: "access" }, key(6), other))).not.toBe(
      own,
    );
  });

  test.each(["", "a", "x".repeat(200)])("of another form, %j, is refused", async (odd) => {
    expect((await mine({ application: one.record, right: "access" }, odd)).status).toBe(400);
  });
});

test("without a key, two requests are two", async () => {
  const asked = { application: one.record, right: "access" };
  expect(await idOf(await mine(asked))).not.toBe(await idOf(await mine(asked)));
});
