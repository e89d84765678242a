/** Applicants by e-identification: a second way to the same cases, without the number being kept anywhere. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Receipt } from "@tillit/crypto-envelope";
import { claimNames } from "@tillit/login";
import type { Authenticator } from "../../src/index.ts";
import { engines, freshDatabase } from "../setup/databases.ts";
import {
  cookieOf,
  harness,
  origin,
  ownToken,
  privateProvider,
  publicAuthority,
  type Harness,
} from "../setup/harness.ts";
import type { SealedPackage } from "../setup/sealing.ts";
import { everything, found } from "../setup/sweep.ts";

const loa3 = "http://id.elegnamnden.se/loa/1.0/loa3";
const anna = "198112289874";
const bo = "189001019802";
const annaBefore = "191500722390";

/** The e-identification service believes whoever comes; what it says is in the code. */
const authenticator: Authenticator = {
  begin: () =>
    Promise.resolve({
      url: "https://eid.example/authorize",
      pending: { state: "s", nonce: "n", verifier: "v" },
    }),
  finish: (query) =>
    Promise.resolve({ claims: JSON.parse(query.get("code") ?? "{}") as Record<string, unknown> }),
};

const eid = { authenticator, acr: [loa3], myPages: `${origin}/` };

describe.each(engines)("an applicant's e-identification, on %s", (engine) => {
  let h: Harness;
  let url: string;
  let one: SealedPackage;
  let both: Receipt;
  let atOther: SealedPackage;
  const seen: string[] = [];

  beforeAll(async () => {
    url = await freshDatabase(engine);
    h = await harness({ url, more: { eid } });
    both = Receipt.create(crypto.randomUUID());
    one = await h.submitted(publicAuthority, both);
    atOther = await h.submitted(privateProvider, both);
  });
  afterAll(() => h.close());

  async function call(path: string, init: RequestInit = {}): Promise<Response> {
    const answer = await h.app.request(path, init);
    seen.push(path, JSON.stringify([...answer.headers]), await answer.clone().text());
    return answer;
  }

  const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

  const callback = (claims: object, cookie: string): Promise<Response> => {
    const code = encodeURIComponent(JSON.stringify(claims));
    // The address holds the claims only because the service is make-believe.
    return Promise.resolve(
      h.app.request(`/api/mine/eid/callback?code=${code}&state=s`, { headers: { cookie } }),
    );
  };

  const person = (number: string, more: object = {}): object => ({
    acr: loa3,
    [claimNames.personalIdentityNumber]: number,
    ...more,
  });

  async function link(of: SealedPackage, claims: object): Promise<string> {
    const asked = await call("/api/mine/eid/link", { method: "POST", ...bearer(await ownToken(h, of)) });
    expect(asked.status).toBe(200);
    expect(await asked.json()).toStrictEqual({ url: "https://eid.example/authorize" });
    return (await callback(claims, cookieOf(asked))).headers.get("location") ?? "";
  }

  interface Token {
    readonly app: string;
    readonly token: string;
  }

  async function logIn(claims: object): Promise<readonly Token[]> {
    const left = await call("/api/mine/eid/login");
    expect(left.headers.get("location")).toBe("https://eid.example/authorize");
    const back = await callback(claims, cookieOf(left));
    expect(back.headers.get("location")).toBe(`${origin}/#eid=ready`);
    const headers = { cookie: cookieOf(back), origin };
    const answer = await call("/api/mine/eid/session", { method: "POST", headers });
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { applications: Token[] }).applications;
  }

  async function mineBy({ app, token }: Token): Promise<readonly { id: string; status: string }[]> {
    const answer = await call(`/api/mine/applications/${app}`, bearer(token));
    return ((await answer.json()) as { applications: { id: string; status: string }[] }).applications;
  }

  test("reaches nothing before the receipt has linked it", async () => {
    expect(await logIn(person(anna))).toStrictEqual([]);
  });

  test("is linked with the receipt, and then reaches the same cases at every controller", async () => {
    expect(await link(one, person(anna))).toBe(`${origin}/#eid=linked`);
    const [token, ...rest] = await logIn(person(anna));
    expect(rest).toStrictEqual([]);
    expect(token?.app).toBe(both.app);
    const found_ = await mineBy(token as Token);
    expect(found_.map(({ id }) => id).toSorted()).toStrictEqual([one.record, atOther.record].toSorted());
    const linked = await call("/api/mine/eid/link", bearer((token as Token).token));
    expect(await linked.json()).toStrictEqual({ linked: true });
  });

  test("is nobody else's: another person, another receipt and another application stay apart", async () => {
    expect(await logIn(person(bo))).toStrictEqual([]);
    const stranger = await h.submitted(publicAuthority);
    const [token] = await logIn(person(anna));
    const { token: held } = token as Token;
    expect((await call(`/api/mine/applications/${stranger.receipt.app}`, bearer(held))).status).toBe(404);
    const body = JSON.stringify({ application: stranger.record });
    const headers = {
      authorization: `Bearer ${held}`,
      "content-type": "application/json",
      "content-length": String(body.length),
    };
    expect((await call("/api/mine/eid/withdrawals", { method: "POST", headers, body })).status).toBe(404);
  });

  test("gives no content, sealed or not, and may not link further: that takes the receipt", async () => {
    const [token] = await logIn(person(anna));
    const base = `/api/mine/applications/${both.app}/envelopes/${one.record}`;
    const refused = [
      await call(base, bearer((token as Token).token)),
      await call(`${base}/blobs/contact`, bearer((token as Token).token)),
      await call("/api/mine/eid/link", { method: "POST", ...bearer((token as Token).token) }),
    ];
    for (const answer of refused) {
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ code: "RECEIPT_NEEDED" });
    }
  });

  test("makes requests, which the controller answers as any other", async () => {
    const [token] = await logIn(person(anna));
    const body = JSON.stringify({ application: one.record, right: "access" });
    const answer = await call("/api/mine/requests", {
      method: "POST",
      headers: {
        authorization: `Bearer ${(token as Token).token}`,
        "content-type": "application/json",
        "content-length": String(body.length),
      },
      body,
    });
    expect(answer.status).toBe(201);
  });

  test("withdraws, and the log says by which way", async () => {
    const [token] = await logIn(person(anna));
    const body = JSON.stringify({ application: atOther.record });
    const sent = (held: string): Promise<Response> =>
      call("/api/mine/eid/withdrawals", {
        method: "POST",
        headers: {
          authorization: `Bearer ${held}`,
          "content-type": "application/json",
          "content-length": String(body.length),
        },
        body,
      });
    expect((await sent(await ownToken(h, one))).status).toBe(401);
    expect((await sent((token as Token).token)).status).toBe(200);
    const { id, status } = (await mineBy(token as Token)).find(({ id: at }) => at === atOther.record) ?? {};
    expect({ id, status }).toStrictEqual({ id: atOther.record, status: "withdrawn" });
    const events = await h.store.read(privateProvider, (unit) =>
      unit.log.load(`application/${atOther.record}`),
    );
    expect(events.at(-1)).toMatchObject({ type: "ApplicationWithdrawn", data: { evidence: "eid" } });
  });

  test.each([
    ["too low a level", person(anna, { acr: "http://id.elegnamnden.se/loa/1.0/loa2" })],
    ["no level", { [claimNames.personalIdentityNumber]: anna }],
    ["no number", { acr: loa3 }],
    ["a number that is none", person("198112289875")],
  ])("is refused with %s", async (_what, claims) => {
    const left = await call("/api/mine/eid/login");
    const back = await callback(claims, cookieOf(left));
    expect(back.headers.get("location")).toBe(`${origin}/#eid=LOGIN_TOO_WEAK`);
    expect(back.headers.getSetCookie().some((line) => line.startsWith("tillit-eid-person="))).toBe(false);
  });

  test("cannot be finished by a browser that did not leave from here, nor fetched by another site, nor twice", async () => {
    expect((await callback(person(anna), "")).headers.get("location")).toBe(`${origin}/#eid=LOGIN_INVALID`);
    const left = await call("/api/mine/eid/login");
    const cookie = cookieOf(await callback(person(anna), cookieOf(left)));
    for (const from of ["https://evil.example", ""]) {
      const answer = await call("/api/mine/eid/session", {
        method: "POST",
        headers: { cookie, origin: from },
      });
      expect(answer.status).toBe(401);
    }
    const first = await call("/api/mine/eid/session", { method: "POST", headers: { cookie, origin } });
    expect(first.headers.getSetCookie().join()).toContain("tillit-eid-person=;");
  });

  test("follows a person from a coordination number to a personal identity number", async () => {
    const other = await h.submitted(publicAuthority);
    await link(other, { acr: loa3, [claimNames.coordinationNumber]: annaBefore });
    const tokens = await logIn(person(bo, { [claimNames.previousCoordinationNumber]: annaBefore }));
    expect(tokens.map(({ app }) => app)).toStrictEqual([other.receipt.app]);
  });

  test("ends with the record, and with the word of whoever holds receipt or link", async () => {
    const other = await h.submitted(publicAuthority);
    await link(other, person(bo));
    expect(await logIn(person(bo))).toHaveLength(1);
    await h.store.write(publicAuthority, (unit) => unit.destroy(other.record));
    expect(await logIn(person(bo))).toStrictEqual([]);

    const [held] = await logIn(person(anna));
    const own = bearer((held as Token).token);
    expect((await call("/api/mine/eid/link", { method: "DELETE", ...own })).status).toBe(204);
    expect((await call(`/api/mine/applications/${both.app}`, own)).status).toBe(401);
    expect(await logIn(person(anna))).toStrictEqual([]);
    const events = await h.store.read(publicAuthority, (unit) => unit.log.load(`eid/${one.record}`));
    expect(events.map(({ type, by, data }) => [type, by, data])).toStrictEqual([
      ["EidLinked", "applicant", {}],
      ["EidUnlinked", "applicant", {}],
    ]);
  });

  test("leaves no number behind, in database, log lines, answers or addresses", async () => {
    await link(one, person(anna));
    const numbers = [anna, `${anna.slice(0, 8)}-${anna.slice(8)}`, bo, annaBefore];
    expect(found(numbers, await everything(url))).toStrictEqual([]);
    expect(found(numbers, Buffer.from(h.logged.join("\n")))).toStrictEqual([]);
    expect(found(numbers, Buffer.from(seen.join("\n")))).toStrictEqual([]);
  });
});

test("no controller's transaction sees who has linked what", async () => {
  const url = await freshDatabase("postgres");
  const h = await harness({ url, more: { eid } });
  const { sql } = await import("kysely");
  const { connect } = await import("@tillit/record-store");
  const connections = connect(url);
  await expect(
    connections.read(publicAuthority, (db) => sql`select * from eid_links`.execute(db)),
  ).rejects.toThrow("permission denied");
  await connections.close();
  await h.close();
});

test("where it is not configured it is not offered", async () => {
  const h = await harness();
  expect(await (await h.get("/api/mine/eid")).json()).toStrictEqual({ offered: false });
  const one = await h.submitted();
  const headers = { authorization: `Bearer ${await ownToken(h, one)}` };
  for (const [path, method] of [
    ["/api/mine/eid/login", "GET"],
    ["/api/mine/eid/callback", "GET"],
    ["/api/mine/eid/session", "POST"],
    ["/api/mine/eid/link", "POST"],
    ["/api/mine/eid/link", "GET"],
    ["/api/mine/eid/link", "DELETE"],
  ] as const) {
    const answer = await h.app.request(path, { method, headers });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: "EID_NOT_OFFERED" });
  }
  await h.close();
});
