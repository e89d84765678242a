/** Every route × every role × own and other controller × own and other unit. A route that is not in the table fails the test. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Role, roles } from "@tillit/api-contract/ground/roles";
import { engines, freshDatabase } from "../setup/databases.ts";
import {
  harness,
  ownToken,
  privateProvider,
  publicAuthority,
  units,
  type Harness,
  type Staff,
} from "../setup/harness.ts";
import { answeredRequest } from "../setup/request-desk.ts";
import { requestWords, sealedWords, type SealedPackage } from "../setup/sealing.ts";
import { wordsAbout } from "../setup/words.ts";

interface Row {
  readonly route: string;
  /** Who may, in the own controller. */
  readonly may: readonly Role[] | "public" | "anyone-logged-in" | "applicant" | "applicant-self";
  /** Whether the address names a record, so that another's is not there. */
  readonly names?: "application" | "request" | "disposal" | "review" | "hold" | "transfer";
  readonly body?: object;
  readonly query?: string;
  /** Names nobody's record: every applicant is answered, each about their own. */
  readonly everyone?: true;
  /** What the applicant themself is answered, where the body of the table is no good one. */
  readonly refuses?: number;
  /** Not for a session that is limited to a unit. */
  readonly whole?: true;
}

const readers = ["caseworker", "secrecy-reviewer", "decision-maker"] as const;
const listers = [...readers, "privacy-officer"] as const;
const planners = ["caseworker", "decision-maker", "privacy-officer"] as const;
const judges = ["caseworker", "decision-maker"] as const;
const reviewers = ["decision-maker", "privacy-officer"] as const;
const emptyWords = {
  manifest: { payload: "", payloadType: "x", signatures: [] },
  keyring: { v: 1, cid: "A", stanzas: [], slots: {} },
  blobs: { words: "AA" },
};

const table: readonly Row[] = [
  { route: "GET /healthz", may: "public" },
  { route: "GET /readyz", may: "public" },
  { route: "GET /metrics", may: "public" },
  { route: "GET /api/controllers", may: "public" },
  { route: "GET /api/controllers/{id}/keys", may: "public" },
  { route: "GET /api/controllers/{id}/notice", may: "public" },
  { route: "GET /api/controllers/{id}/consents", may: "public" },
  { route: "GET /api/mine/consents", may: "applicant", everyone: true },
  {
    route: "POST /api/mine/consents",
    may: "applicant",
    body: { application: "{record}", purpose: "a/b", act: "give", notice: "0".repeat(64) },
    refuses: 404,
  },
  { route: "GET /api/desk/applications/{id}/consents", may: listers, names: "application" },
  { route: "GET /api/controllers/{id}/notice/versions", may: "public" },
  { route: "GET /api/keys/log", may: "public" },
  { route: "GET /api/keys/entries", may: "public" },
  { route: "GET /api/keys/checkpoint", may: "public" },
  { route: "GET /api/keys/inclusion", may: "public" },
  { route: "GET /api/keys/consistency", may: "public" },
  { route: "POST /api/applications", may: "public" },
  { route: "PUT /api/applications/{record}/blobs/{section}", may: "public" },
  { route: "GET /api/applications/{record}/blobs/{section}", may: "public" },
  { route: "PATCH /api/applications/{record}/blobs/{section}", may: "public" },
  { route: "POST /api/mine/applications/{app}/challenge", may: "public" },
  { route: "POST /api/mine/applications/{app}/session", may: "public" },
  { route: "POST /api/mine/applications/{app}/withdrawal", may: "public" },
  { route: "GET /api/mine/applications/{app}", may: "applicant" },
  { route: "GET /api/mine/applications/{app}/envelopes/{record}", may: "applicant" },
  { route: "GET /api/mine/applications/{app}/envelopes/{record}/blobs/{section}", may: "applicant" },
  { route: "GET /api/mine/applications/{app}/envelopes/{record}/accesses", may: "applicant" },
  { route: "POST /api/mine/requests", may: "applicant", body: { application: "{record}", right: "access" } },
  { route: "GET /api/mine/requests/{id}", may: "applicant" },
  {
    route: "POST /api/mine/requests/{id}/words",
    may: "applicant",
    body: { kind: "wish", words: emptyWords },
    refuses: 400,
  },
  { route: "GET /api/mine/requests/{id}/words/{words}", may: "applicant" },
  { route: "GET /api/mine/requests/{id}/export", may: "applicant" },
  { route: "GET /api/mine/requests/{id}/export/blobs/{section}", may: "applicant" },
  { route: "GET /api/mine/requests/{id}/export/proof", may: "applicant" },
  { route: "GET /api/mine/eid", may: "public" },
  { route: "GET /api/mine/eid/login", may: "public" },
  { route: "GET /api/mine/eid/callback", may: "public" },
  { route: "POST /api/mine/eid/session", may: "public" },
  { route: "POST /api/mine/eid/link", may: "applicant-self" },
  { route: "GET /api/mine/eid/link", may: "applicant-self" },
  { route: "DELETE /api/mine/eid/link", may: "applicant-self" },
  {
    route: "POST /api/mine/eid/withdrawals",
    may: "applicant-self",
    body: { application: "{record}" },
  },
  { route: "GET /api/auth/login", may: "public" },
  { route: "GET /api/auth/callback", may: "public" },
  { route: "GET /api/auth/logged-out", may: "public" },
  { route: "POST /api/auth/backchannel-logout", may: "public" },
  { route: "POST /api/auth/logout", may: "anyone-logged-in" },
  { route: "GET /api/session", may: "anyone-logged-in" },
  { route: "GET /api/desk/applications", may: listers },
  { route: "GET /api/desk/applications/{id}", may: listers, names: "application" },
  { route: "GET /api/desk/applications/{id}/envelope", may: readers, names: "application" },
  { route: "GET /api/desk/applications/{id}/blobs/{section}", may: readers, names: "application" },
  {
    route: "POST /api/desk/applications/{id}/assessment",
    may: judges,
    names: "application",
    body: { outcome: "proceed", words: emptyWords },
  },
  {
    route: "POST /api/desk/applications/{id}/decision",
    may: judges,
    names: "application",
    body: { outcome: "approved", words: emptyWords },
  },
  {
    route: "POST /api/desk/applications/{id}/placement",
    may: judges,
    names: "application",
    body: { unit: "north", assignees: [], protectedIdentity: false },
  },
  { route: "GET /api/desk/applications/{id}/words/{words}", may: readers, names: "application" },
  { route: "GET /api/desk/colleagues", may: judges },
  { route: "GET /api/desk/record-of-processing", may: ["decision-maker", "privacy-officer"] },
  { route: "GET /api/desk/retention/plan", may: planners },
  { route: "GET /api/desk/retention/due", may: planners },
  {
    route: "POST /api/desk/applications/{id}/retention-facts",
    may: judges,
    names: "application",
    body: { recordType: "application" },
  },
  { route: "GET /api/desk/holds", may: planners },
  {
    route: "POST /api/desk/holds",
    may: reviewers,
    names: "application",
    body: {
      id: "00000000-0000-4000-8000-000000000000",
      ground: "appeal",
      scope: { kind: "record", of: "{record}" },
    },
  },
  { route: "POST /api/desk/holds/{id}/release", may: reviewers, names: "hold", body: { dryRun: true } },
  { route: "GET /api/desk/holds/{id}/words", may: reviewers, names: "hold" },
  { route: "GET /api/desk/audit/log", may: ["privacy-officer"], whole: true },
  { route: "GET /api/desk/audit/checkpoint", may: ["privacy-officer"], whole: true },
  { route: "GET /api/desk/audit/inclusion", may: ["privacy-officer"], whole: true, query: "?index=0&size=1" },
  {
    route: "GET /api/desk/audit/consistency",
    may: ["privacy-officer"],
    whole: true,
    query: "?first=1&second=1",
  },
  { route: "GET /api/desk/audit/accesses", may: ["privacy-officer"] },
  { route: "GET /api/desk/audit/reviews", may: reviewers },
  { route: "POST /api/desk/audit/reviews", may: reviewers, body: {} },
  { route: "GET /api/desk/audit/reviews/{id}", may: reviewers, names: "review" },
  {
    route: "POST /api/desk/audit/reviews/{id}/accesses/{seq}",
    may: reviewers,
    names: "review",
    body: { verdict: "in-order" },
  },
  { route: "POST /api/desk/audit/reviews/{id}/signature", may: reviewers, names: "review" },
  { route: "GET /api/desk/audit/reviews/{id}/words/{words}", may: reviewers, names: "review" },
  {
    route: "POST /api/desk/applications/{id}/access-flags",
    may: readers,
    names: "application",
    body: { flag: "own-name-like" },
  },
  {
    route: "POST /api/desk/keys",
    whole: true,
    may: ["key-custodian"],
    body: { document: { payload: "", payloadType: "x", signatures: [] } },
  },
  { route: "POST /api/desk/disposals", may: ["caseworker", "privacy-officer"] },
  { route: "GET /api/desk/disposals", may: planners },
  { route: "GET /api/desk/disposals/{id}", may: planners, names: "disposal" },
  {
    route: "POST /api/desk/disposals/{id}/review",
    may: ["decision-maker"],
    names: "disposal",
    body: { type: "Approve" },
  },
  { route: "GET /api/desk/disposals/{id}/words/{words}", may: planners, names: "disposal" },
  { route: "POST /api/desk/disposals/{id}/execution", may: ["decision-maker"], names: "disposal" },
  { route: "GET /api/desk/disposals/{id}/certificate", may: planners, names: "disposal" },
  { route: "POST /api/desk/keeps/{record}/release", may: ["decision-maker"], names: "application" },
  { route: "GET /api/desk/disposals/{id}/notices", may: planners, names: "disposal" },
  {
    route: "POST /api/desk/disposals/{id}/notices/{notice}/settlement",
    may: ["caseworker", "privacy-officer"],
    names: "disposal",
    body: { how: "sent" },
  },
  { route: "GET /api/desk/applications/{id}/recipients", may: listers, names: "application" },
  {
    route: "POST /api/desk/applications/{id}/recipients",
    may: judges,
    names: "application",
    body: { recipient: "region-1", kind: "care", on: "2026-11-20" },
  },
  {
    route: "POST /api/desk/applications/{id}/transfers",
    may: ["decision-maker"],
    names: "application",
    whole: true,
    body: { receiver: privateProvider, dryRun: true },
  },
  {
    route: "GET /api/desk/applications/{id}/archive-metadata",
    may: ["decision-maker"],
    names: "application",
    whole: true,
  },
  { route: "GET /api/desk/transfers", may: ["decision-maker"], whole: true },
  { route: "GET /api/desk/transfers/{id}", may: ["decision-maker"], whole: true },
  {
    route: "POST /api/desk/transfers/{id}/acceptance",
    may: ["decision-maker"],
    names: "transfer",
    whole: true,
  },
  {
    route: "GET /api/desk/transfers/{id}/envelopes/{record}",
    may: ["decision-maker"],
    names: "transfer",
    whole: true,
  },
  {
    route: "POST /api/desk/transfers/{id}/refusal",
    may: ["decision-maker"],
    names: "transfer",
    whole: true,
    body: {},
  },
  {
    route: "POST /api/desk/transfers/{id}/withdrawal",
    may: ["decision-maker"],
    names: "transfer",
    whole: true,
  },
  { route: "GET /api/desk/requests", may: listers },
  { route: "GET /api/desk/request-alerts", may: listers },
  { route: "GET /api/desk/requests/{id}", may: listers, names: "request" },
  {
    route: "POST /api/desk/requests",
    may: readers,
    names: "application",
    body: { application: "{record}", right: "access", channel: "phone", receivedOn: "2026-11-23" },
  },
  { route: "POST /api/desk/requests/{id}/collection", may: readers, names: "request" },
  {
    route: "POST /api/desk/requests/{id}/words",
    may: readers,
    names: "request",
    body: { kind: "reason", words: emptyWords },
  },
  { route: "GET /api/desk/requests/{id}/words/{words}", may: readers, names: "request" },
  { route: "GET /api/desk/requests/{id}/information", may: listers, names: "request" },
  { route: "POST /api/desk/requests/{id}/erasure", may: readers, names: "request" },
  {
    route: "POST /api/desk/requests/{id}/export",
    may: readers,
    names: "request",
    body: { manifest: emptyWords.manifest, keyring: emptyWords.keyring, package: "0".repeat(64) },
  },
  { route: "PUT /api/desk/requests/{id}/export/{record}/blobs/{section}", may: readers, names: "request" },
  {
    route: "POST /api/desk/requests/{id}/commands",
    may: readers,
    names: "request",
    body: { type: "CompleteSources" },
  },
];

const lists = [
  "/api/desk/applications",
  "/api/desk/requests",
  "/api/desk/request-alerts",
  "/api/desk/retention/plan",
];

describe.each(engines)("who gets what, on %s", (engine) => {
  let h: Harness;
  let own: SealedPackage;
  let request: string;
  let words: string;
  let wish: string;
  let answer: { readonly request: string; readonly record: string };
  let disposal: string;
  let stopped = { id: "", words: "" };
  let hold: string;
  let notice: string;
  const incoming = `t-${"1".repeat(20)}`;
  const outgoing = `t-${"2".repeat(20)}`;
  let review: { readonly id: string; readonly words: string } = { id: "", words: "" };
  const staff = new Map<string, Staff>();

  beforeAll(async () => {
    h = await harness({ url: await freshDatabase(engine) });
    own = await h.submitted(publicAuthority);
    await h.submitted(privateProvider);
    const made = await asApplicant("POST /api/mine/requests", own, {
      application: own.record,
      right: "access",
    });
    ({ id: request } = (await made.json()) as { id: string });
    const about = { request, receipt: own.receipt, controller: publicAuthority };
    const said = await asApplicant("POST /api/mine/requests/{id}/words", own, {
      kind: "wish",
      words: await requestWords("Allt, tack.", { ...about, to: h.keys[publicAuthority]?.keys }),
    });
    ({ id: wish } = (await said.json()) as { id: string });
    const reader = await h.login("caseworker", publicAuthority);
    await h.get(`/api/desk/applications/${own.record}/envelope`, reader);
    const to = h.keys[publicAuthority]?.keys;
    const judge = async (of: SealedPackage, kind: "assessment" | "decision", outcome: string) => {
      const sealed = await sealedWords(kind, { controller: publicAuthority, to, app: of.receipt.app });
      return h.post(`/api/desk/applications/${of.record}/${kind}`, { outcome, words: sealed }, reader);
    };
    ({ id: words } = (await (await judge(own, "assessment", "proceed")).json()) as { id: string });
    const old = await h.submitted(publicAuthority);
    await h.get(`/api/desk/applications/${old.record}/envelope`, reader);
    await judge(old, "assessment", "decline");
    await judge(old, "decision", "declined");
    const told = { recipient: "region-1", kind: "care", on: "2026-11-20" };
    await h.post(`/api/desk/applications/${old.record}/recipients`, told, reader);
    stopped = await stoppedList();
    disposal = await disposed();
    notice = await queued();
    await moving(incoming, { sender: privateProvider, receiver: publicAuthority });
    await moving(outgoing, { sender: publicAuthority, receiver: privateProvider });
    answer = await answeredRequest(h, publicAuthority, own);
    review = await reviewed();
    hold = await held();
    for (const role of roles) {
      for (const controller of [publicAuthority, privateProvider]) {
        staff.set(`${role}@${controller}`, await h.login(role, controller));
      }
      for (const unit of units) {
        staff.set(`${role}@${unit}`, await h.login(role, publicAuthority, `${role}-${unit}`, unit));
      }
    }
    const placement = { unit: "north", assignees: [], protectedIdentity: false };
    const placed = await h.post(
      `/api/desk/applications/${own.record}/placement`,
      placement,
      staff.get(`caseworker@${publicAuthority}`),
    );
    expect(placed.status).toBe(204);
  });
  afterAll(() => h.close());

  /** A list that was stopped, and why. */
  async function stoppedList(): Promise<{ id: string; words: string }> {
    h.now = new Date("2029-01-15T10:00:00Z");
    const made = await h.post("/api/desk/disposals", {}, await h.login("caseworker", publicAuthority));
    const { id } = (await made.json()) as { id: string };
    const purpose = `disposal-list/${id}` as const;
    const said = await wordsAbout(h, { controller: publicAuthority, purpose, id: crypto.randomUUID() });
    const lead = await h.login("decision-maker", publicAuthority);
    const ended = await h.post(`/api/desk/disposals/${id}/review`, { type: "Abort", words: said }, lead);
    const { words: kept } = (await ended.json()) as { words: { id: string }[] };
    return { id, words: kept[0]?.id ?? "" };
  }

  /** The whole way of a disposal, so that every address of one exists. */
  async function disposed(): Promise<string> {
    h.now = new Date("2029-01-15T10:00:00Z");
    const made = await h.post("/api/desk/disposals", {}, await h.login("caseworker", publicAuthority));
    const { id } = (await made.json()) as { id: string };
    const approver = await h.login("decision-maker", publicAuthority);
    await h.post(`/api/desk/disposals/${id}/review`, { type: "Approve" }, approver);
    h.now = new Date("2029-01-23T10:00:00Z");
    await h.post(`/api/desk/disposals/${id}/execution`, {}, await h.login("decision-maker", publicAuthority));
    return id;
  }

  async function queued(): Promise<string> {
    const staff = await h.login("caseworker", publicAuthority);
    const answered = await h.get(`/api/desk/disposals/${disposal}/notices`, staff);
    return ((await answered.json()) as { notices: { id: string }[] }).notices[0]?.id ?? "";
  }

  /** An offer as the store has it: who may see it is the question here, not what is in it. */
  async function moving(
    id: string,
    { sender, receiver }: { sender: string; receiver: string },
  ): Promise<void> {
    const manifest = { format: "tillit-transfer/1", list: id, receiver: "deciding-board", entries: [] };
    const data = { transfer: id, manifest, receiver, envelopes: [] };
    const recipients = { [own.record]: {} };
    const at = "2029-01-23T10:00:00Z";
    const event = { type: "TransferOffered", at, by: "decision-maker:x", activity: "x", data };
    await h.store.write(sender, async (unit) => {
      await unit.log.append(`handover/${own.record}`, "any", [event]);
      await unit.transfers.put({
        id,
        sender,
        receiver,
        record: own.record,
        offeredAt: at,
        state: "offered",
        recipients,
      });
    });
  }

  /** A hold on the record of the north. */
  async function held(): Promise<string> {
    const id = crypto.randomUUID();
    const said = await wordsAbout(h, { controller: publicAuthority, purpose: "retention-hold", id });
    const body = { id, ground: "appeal", scope: { kind: "record", of: own.record }, words: said };
    await h.post("/api/desk/holds", body, await h.login("decision-maker", publicAuthority));
    return id;
  }

  /** A review of the whole controller's accesses, with words about one. */
  async function reviewed(): Promise<{ id: string; words: string }> {
    const lead = await h.login("decision-maker", publicAuthority);
    const made = await h.post("/api/desk/audit/reviews", {}, lead);
    const { id } = (await made.json()) as { id: string };
    const path = `/api/desk/audit/reviews/${id}`;
    const read = async () =>
      (await (await h.get(path, lead)).json()) as { accesses: { seq: number; words?: string }[] };
    const [first] = (await read()).accesses;
    const said = await wordsAbout(h, { controller: publicAuthority, purpose: "access-review", id });
    await h.post(`${path}/accesses/${first?.seq}`, { verdict: "reported", words: said }, lead);
    return { id, words: (await read()).accesses[0]?.words ?? "" };
  }

  function pathOf(route: string): string {
    const [, path = ""] = route.split(" ");
    const ids = {
      requests: request,
      controllers: publicAuthority,
      disposals: path.includes("/words/") ? stopped.id : disposal,
      reviews: review.id,
      holds: hold,
      transfers: path.endsWith("/withdrawal") ? outgoing : incoming,
    };
    const kind = Object.keys(ids).find((name) => path.includes(`/${name}/`)) as keyof typeof ids | undefined;
    const id = kind === undefined ? own.record : ids[kind];
    const answered = path.includes("/export") ? answer : undefined;
    const wordsIds: Readonly<Record<string, string>> = {
      requests: wish,
      reviews: review.words,
      disposals: stopped.words,
    };
    return path
      .replace("{id}", answered?.request ?? id)
      .replace("{record}", answered?.record ?? own.record)
      .replace("{app}", own.receipt.app)
      .replace("{section}", answered === undefined ? "contact" : "files")
      .replace("{seq}", "0")
      .replace("{notice}", notice)
      .replace("{words}", wordsIds[kind ?? ""] ?? words);
  }

  async function call(
    route: string,
    headers: Record<string, string>,
    body?: object,
    query = "",
  ): Promise<Response> {
    const [method = "GET"] = route.split(" ");
    const text = body === undefined ? undefined : JSON.stringify(body).replace("{record}", own.record);
    return h.app.request(pathOf(route) + query, {
      method,
      headers: {
        ...headers,
        ...(text === undefined
          ? {}
          : { "content-type": "application/json", "content-length": String(text.length) }),
      },
      ...(text === undefined ? {} : { body: text }),
    });
  }

  async function asStaff({ route, body, query }: Row, role: Role, place: string): Promise<number> {
    const who = staff.get(`${role}@${place}`);
    const headers = { cookie: who?.cookie ?? "", "x-csrf-token": who?.csrf ?? "" };
    return (await call(route, headers, body, query)).status;
  }

  async function asApplicant(route: string, of: SealedPackage, body?: object): Promise<Response> {
    return call(route, { authorization: `Bearer ${await ownToken(h, of)}` }, body);
  }

  test("every route is in the table", async () => {
    const { paths } = (await (await h.get("/api/openapi.json")).json()) as { paths: Record<string, object> };
    const routes = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(routes.toSorted()).toStrictEqual(table.map(({ route }) => route).toSorted());
  });

  const forStaff = table.filter(({ may, route }) => Array.isArray(may) && route.includes("/desk/"));

  test.each(forStaff)("$route", async (row) => {
    const found: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    for (const role of roles) {
      const allowed = row.may.includes(role);
      wanted[`${role}, own`] = allowed ? "let in" : "403";
      wanted[`${role}, other`] = allowed ? (row.names === undefined ? "let in" : "404") : "403";
      found[`${role}, own`] = name(await asStaff(row, role, publicAuthority));
      found[`${role}, other`] = name(await asStaff(row, role, privateProvider));
      // The case and its request are of the north; the disposal list is the whole controller's.
      const lets = row.whole === true ? "403" : "let in";
      const hides = row.names === undefined || row.whole === true ? lets : "404";
      wanted[`${role}, own unit`] = allowed
        ? row.names === "disposal" || row.names === "review"
          ? "404"
          : lets
        : "403";
      wanted[`${role}, other unit`] = allowed ? hides : "403";
      found[`${role}, own unit`] = name(await asStaff(row, role, "north"));
      found[`${role}, other unit`] = name(await asStaff(row, role, "south"));
    }
    expect(found).toStrictEqual(wanted);
    expect((await call(row.route, {}, row.body)).status).toBe(401);
    expect((await asApplicant(row.route, own, row.body)).status).toBe(401);
  });

  /** What stands in the way inside the own controller is a matter of state, not of who one is. */
  function name(status: number): string {
    return status === 403 || status === 404 ? String(status) : "let in";
  }

  test.each(table.filter(({ may }) => may === "applicant"))(
    "$route",
    async ({ route, body, refuses, everyone }) => {
      const stranger = await h.submitted(publicAuthority);
      const answer = await asApplicant(route, own, body);
      expect(answer.ok ? undefined : answer.status).toBe(refuses);
      expect((await asApplicant(route, stranger, body)).status).toBe(everyone === true ? 200 : 404);
      expect((await call(route, {}, body)).status).toBe(401);
      const who = staff.get(`caseworker@${publicAuthority}`);
      expect((await call(route, { cookie: who?.cookie ?? "" }, body)).status).toBe(401);
    },
  );

  test.each(table.filter(({ may }) => may === "applicant-self"))("$route", async ({ route, body }) => {
    expect((await call(route, {}, body)).status).toBe(401);
    const who = staff.get(`caseworker@${publicAuthority}`);
    expect((await call(route, { cookie: who?.cookie ?? "" }, body)).status).toBe(401);
  });

  test("a list shows the own unit's records only", async () => {
    for (const path of lists) {
      const north = await (await h.get(path, staff.get("caseworker@north"))).text();
      const south = await (await h.get(path, staff.get("caseworker@south"))).text();
      expect(north).toContain(path.includes("requests") ? request : own.record);
      expect(south).not.toContain(own.record);
      expect(south).not.toContain(request);
    }
    const path = "/api/desk/audit/accesses";
    expect(await (await h.get(path, staff.get("privacy-officer@north"))).text()).toContain(own.record);
    expect(await (await h.get(path, staff.get("privacy-officer@south"))).text()).not.toContain(own.record);
  });

  test("a list shows the own controller's records only", async () => {
    for (const path of lists) {
      const mine = await (await h.get(path, staff.get(`caseworker@${publicAuthority}`))).text();
      const theirs = await (await h.get(path, staff.get(`caseworker@${privateProvider}`))).text();
      expect(mine).toContain(path.includes("requests") ? request : own.record);
      expect(theirs).not.toContain(own.record);
      expect(theirs).not.toContain(request);
    }
  });
});
