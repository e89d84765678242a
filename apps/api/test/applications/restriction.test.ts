/**
 * Restriction (GDPR art. 18) is a state of a record: it is stored and nothing else. Every route is placed here; one that is
 * not fails the test.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sweepPlans } from "../../src/retention/plan-sweep.ts";
import { closedCase, approvedList } from "../setup/closed.ts";
import { engines, freshDatabase } from "../setup/databases.ts";
import {
  harness,
  ownToken,
  privateProvider,
  publicAuthority,
  type Harness,
  type Staff,
} from "../setup/harness.ts";
import { askWithKeys, collected, decided, deskOf, people, type RequestDesk } from "../setup/request-desk.ts";
import { sealedWords, type SealedPackage } from "../setup/sealing.ts";
import { wordsAbout } from "../setup/words.ts";

const purposes = ["consent", "legal-claims", "rights-of-others", "public-interest"] as const;

/** What a restriction does to each route. */
const routes = {
  /** Answered with 423, whatever is said. */
  refused: [
    "POST /api/desk/applications/{id}/assessment",
    "POST /api/desk/applications/{id}/decision",
    "POST /api/desk/applications/{id}/retention-facts",
    "POST /api/desk/applications/{id}/recipients",
    "POST /api/desk/applications/{id}/transfers",
    "GET /api/desk/applications/{id}/archive-metadata",
  ],
  /** Answered for one of the four purposes, which is in the log. */
  purpose: [
    "GET /api/desk/applications/{id}/envelope",
    "GET /api/desk/applications/{id}/blobs/{section}",
    "GET /api/desk/applications/{id}/words/{words}",
    "GET /api/desk/disposals/{id}/words/{words}",
    "GET /api/desk/holds/{id}/words",
  ],
  /** Of an offer that was made before: the receiver neither looks at it nor takes it. */
  transfer: ["POST /api/desk/transfers/{id}/acceptance", "GET /api/desk/transfers/{id}/envelopes/{record}"],
  /** A list goes on without the record. */
  list: [
    "POST /api/desk/disposals",
    "POST /api/desk/disposals/{id}/review",
    "POST /api/desk/disposals/{id}/execution",
    "GET /api/desk/retention/due",
    "GET /api/desk/retention/plan",
    "POST /api/desk/requests/{id}/erasure",
  ],
  /** The person's own: reading, asking, taking back. */
  own: [
    "GET /api/mine/applications/{app}",
    "GET /api/mine/applications/{app}/envelopes/{record}",
    "GET /api/mine/applications/{app}/envelopes/{record}/blobs/{section}",
    "GET /api/mine/applications/{app}/envelopes/{record}/accesses",
    "POST /api/mine/requests",
    "GET /api/mine/consents",
    "POST /api/mine/consents",
    "GET /api/mine/requests/{id}",
    "POST /api/mine/requests/{id}/words",
    "GET /api/mine/requests/{id}/words/{words}",
    "GET /api/mine/requests/{id}/export",
    "GET /api/mine/requests/{id}/export/blobs/{section}",
    "GET /api/mine/requests/{id}/export/proof",
    "POST /api/mine/applications/{app}/challenge",
    "POST /api/mine/applications/{app}/session",
    "POST /api/mine/applications/{app}/withdrawal",
    "GET /api/mine/eid",
    "GET /api/mine/eid/login",
    "GET /api/mine/eid/callback",
    "POST /api/mine/eid/session",
    "POST /api/mine/eid/link",
    "GET /api/mine/eid/link",
    "DELETE /api/mine/eid/link",
    "POST /api/mine/eid/withdrawals",
  ],
  /** About the record without its content: that it is there, who may reach it, what keeps it. */
  about: [
    "GET /api/desk/applications",
    "GET /api/desk/applications/{id}",
    "GET /api/desk/applications/{id}/consents",
    "GET /api/desk/applications/{id}/recipients",
    "POST /api/desk/applications/{id}/placement",
    "POST /api/desk/applications/{id}/access-flags",
    "GET /api/desk/holds",
    "POST /api/desk/holds",
    "POST /api/desk/holds/{id}/release",
    "POST /api/desk/keeps/{record}/release",
    "GET /api/desk/transfers",
    "GET /api/desk/transfers/{id}",
    "POST /api/desk/transfers/{id}/refusal",
    "POST /api/desk/transfers/{id}/withdrawal",
  ],
  /** The handling of the person's requests, which a restriction comes from and is lifted in. */
  request: [
    "GET /api/desk/requests",
    "GET /api/desk/request-alerts",
    "GET /api/desk/requests/{id}",
    "POST /api/desk/requests",
    "POST /api/desk/requests/{id}/collection",
    "POST /api/desk/requests/{id}/words",
    "GET /api/desk/requests/{id}/words/{words}",
    "GET /api/desk/requests/{id}/information",
    "POST /api/desk/requests/{id}/export",
    "PUT /api/desk/requests/{id}/export/{record}/blobs/{section}",
    "POST /api/desk/requests/{id}/commands",
  ],
  /** Of no record. */
  none: [
    "GET /healthz",
    "GET /readyz",
    "GET /metrics",
    "GET /api/controllers",
    "GET /api/controllers/{id}/keys",
    "GET /api/controllers/{id}/notice",
    "GET /api/controllers/{id}/notice/versions",
    "GET /api/controllers/{id}/consents",
    "GET /api/keys/log",
    "GET /api/keys/entries",
    "GET /api/keys/checkpoint",
    "GET /api/keys/inclusion",
    "GET /api/keys/consistency",
    // Before an application is whole nobody has asked for anything about it.
    "POST /api/applications",
    "PUT /api/applications/{record}/blobs/{section}",
    "GET /api/applications/{record}/blobs/{section}",
    "PATCH /api/applications/{record}/blobs/{section}",
    "GET /api/auth/login",
    "GET /api/auth/callback",
    "GET /api/auth/logged-out",
    "POST /api/auth/backchannel-logout",
    "POST /api/auth/logout",
    "GET /api/session",
    "GET /api/desk/colleagues",
    "GET /api/desk/record-of-processing",
    "POST /api/desk/keys",
    "GET /api/desk/audit/log",
    "GET /api/desk/audit/checkpoint",
    "GET /api/desk/audit/inclusion",
    "GET /api/desk/audit/consistency",
    "GET /api/desk/audit/accesses",
    "GET /api/desk/audit/reviews",
    "POST /api/desk/audit/reviews",
    "GET /api/desk/audit/reviews/{id}",
    "POST /api/desk/audit/reviews/{id}/accesses/{seq}",
    "POST /api/desk/audit/reviews/{id}/signature",
    "GET /api/desk/audit/reviews/{id}/words/{words}",
    "GET /api/desk/disposals",
    "GET /api/desk/disposals/{id}",
    "GET /api/desk/disposals/{id}/certificate",
    "GET /api/desk/disposals/{id}/notices",
    "POST /api/desk/disposals/{id}/notices/{notice}/settlement",
  ],
} as const;

const controller = privateProvider;

async function judged(h: Harness, of: SealedPackage, kind: "assessment" | "decision", outcome: string) {
  const to = h.keys[controller]?.keys;
  const words = await sealedWords(kind, { controller, to, app: of.receipt.app });
  const path = `/api/desk/applications/${of.record}/${kind}`;
  return h.post(path, { outcome, words }, await h.login("caseworker", controller));
}

/** From a request of the person to data that are restricted while it is looked into (art. 18(1)). */
async function restricted(h: Harness, of: SealedPackage, right = "restriction"): Promise<RequestDesk> {
  const staff = await h.login("caseworker", controller);
  const desk = deskOf(h, controller, of, await askWithKeys(h, of, right));
  await desk.must({ type: "AcceptIdentity", assurance: 3, method: "eid", subject: "s1" }, staff);
  await desk.must({ type: "Triage", sources: ["applications"] }, staff);
  return desk;
}

const locked = (reason?: string) => ({
  status: 423,
  code: "RECORD_RESTRICTED",
  ...(reason === undefined ? {} : { reason }),
});

test("every route of the API is placed", async () => {
  const h = await harness();
  const { paths } = (await (await h.get("/api/openapi.json")).json()) as { paths: Record<string, object> };
  await h.close();
  const all = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(all.toSorted()).toStrictEqual(Object.values(routes).flat().toSorted());
});

describe.each(engines)("every command and route of an application that is restricted, on %s", (engine) => {
  let h: Harness;
  /** By how far it has come: one that is restricted and one that is not. */
  const held = new Map<string, SealedPackage>();
  const free = new Map<string, SealedPackage>();
  const words = new Map<string, string>();
  const holds = new Map<string, string>();
  let list = "";
  const listWords = new Map<string, string>();
  const offers = new Map<string, string>();

  /** An opened one, an assessed one, and one that goes to a board. */
  async function made(into: Map<string, SealedPackage>): Promise<void> {
    const staff = await h.login("caseworker", controller);
    const opened = await h.submitted(controller);
    await h.get(`/api/desk/applications/${opened.record}/envelope`, staff);
    into.set("opened", opened);
    const assessed = await h.submitted(controller);
    await h.get(`/api/desk/applications/${assessed.record}/envelope`, staff);
    const { id } = (await (await judged(h, assessed, "assessment", "proceed")).json()) as { id: string };
    words.set(assessed.record, id);
    into.set("assessed", assessed);
    const closed = await closedCase(h, controller);
    const facts = {
      recordType: "case-file",
      documentFrom: "general",
      subjectIsChild: false,
      subjectBirthDay: 11,
      municipality: "1904",
      transferAgreement: true,
    };
    await h.post(`/api/desk/applications/${closed.record}/retention-facts`, facts, staff);
    into.set("to-board", closed);
    const due = await closedCase(h, controller);
    into.set("due", due);
    const hold = crypto.randomUUID();
    const said = await wordsAbout(h, { controller, purpose: "retention-hold", id: hold });
    const scope = { kind: "record", of: opened.record };
    await h.post("/api/desk/holds", { id: hold, ground: "appeal", scope, words: said }, await lead());
    holds.set(opened.record, hold);
  }

  const lead = (): Promise<Staff> => h.login("decision-maker", controller);

  async function offered(of: SealedPackage, id: string): Promise<void> {
    const manifest = { format: "tillit-transfer/1", list: id, receiver: "deciding-board", entries: [] };
    const data = { transfer: id, manifest, receiver: publicAuthority, envelopes: [] };
    const offeredAt = "2029-01-15T10:00:00Z";
    const event = { type: "TransferOffered", at: offeredAt, by: "decision-maker:x", activity: "x", data };
    await h.store.write(controller, async (unit) => {
      await unit.log.append(`handover/${of.record}`, "any", [event]);
      const row = { id, sender: controller, receiver: publicAuthority, record: of.record, offeredAt };
      await unit.transfers.put({ ...row, state: "offered", recipients: { [of.record]: {} } });
    });
    offers.set(of.record, id);
  }

  beforeAll(async () => {
    h = await harness({ url: await freshDatabase(engine) });
    await made(held);
    await made(free);
    h.now = new Date("2029-01-15T10:00:00Z");
    const proposed = await h.post("/api/desk/disposals", {}, await h.login("caseworker", controller));
    ({ id: list } = (await proposed.json()) as { id: string });
    for (const of of [held.get("due"), free.get("due")] as SealedPackage[]) {
      const said = await wordsAbout(h, {
        controller,
        purpose: `disposal-list/${list}`,
        id: crypto.randomUUID(),
      });
      const answer = { kind: "keep", until: "2029-02-01", words: said };
      const kept = await h.post(
        `/api/desk/disposals/${list}/review`,
        { type: "Answer", record: of.record, answer },
        await lead(),
      );
      const seen = (await kept.json()) as { words: { id: string; record?: string }[] };
      listWords.set(of.record, seen.words.find(({ record }) => record === of.record)?.id ?? "");
    }
    await offered(held.get("to-board") as SealedPackage, `t-${"1".repeat(20)}`);
    await offered(free.get("to-board") as SealedPackage, `t-${"2".repeat(20)}`);
    for (const one of held.values()) await restricted(h, one);
  }, 120_000);
  afterAll(() => h.close());

  const stages: Readonly<Record<string, string>> = {
    "POST /api/desk/applications/{id}/decision": "assessed",
    "GET /api/desk/applications/{id}/words/{words}": "assessed",
    "POST /api/desk/applications/{id}/transfers": "to-board",
    "GET /api/desk/applications/{id}/archive-metadata": "to-board",
    "POST /api/desk/transfers/{id}/acceptance": "to-board",
    "GET /api/desk/transfers/{id}/envelopes/{record}": "to-board",
    "GET /api/desk/disposals/{id}/words/{words}": "due",
  };

  async function bodyOf(route: string, of: SealedPackage): Promise<object | undefined> {
    const to = h.keys[controller]?.keys;
    const sealed = (kind: "assessment" | "decision") =>
      sealedWords(kind, { controller, to, app: of.receipt.app });
    if (route.endsWith("/assessment")) return { outcome: "proceed", words: await sealed("assessment") };
    if (route.endsWith("/decision")) return { outcome: "declined", words: await sealed("decision") };
    if (route.endsWith("/retention-facts")) return { recordType: "application" };
    if (route.endsWith("/recipients")) return { recipient: "region-1", kind: "care", on: "2026-11-20" };
    if (route.endsWith("/transfers")) return { receiver: publicAuthority, dryRun: true };
    return undefined;
  }

  async function call(route: string, of: SealedPackage, query = ""): Promise<Response> {
    const [method = "GET", template = ""] = route.split(" ");
    const path = template
      .replace("/disposals/{id}", `/disposals/${list}`)
      .replace("/holds/{id}", `/holds/${holds.get(of.record) ?? ""}`)
      .replace("/transfers/{id}", `/transfers/${offers.get(of.record) ?? ""}`)
      .replace("{id}", of.record)
      .replace("{record}", of.record)
      .replace("{section}", "contact")
      .replace("{words}", (template.includes("disposals") ? listWords : words).get(of.record) ?? "");
    const side = path.includes("/desk/transfers/") ? publicAuthority : controller;
    const staff = await h.login("decision-maker", side);
    if (method === "GET") return h.get(path + query, staff);
    return h.post(path + query, (await bodyOf(route, of)) ?? {}, staff);
  }

  function pair(route: string): readonly [held: SealedPackage, free: SealedPackage] {
    const stage = stages[route] ?? "opened";
    return [held.get(stage) as SealedPackage, free.get(stage) as SealedPackage];
  }

  const sizeOfLog = (side: string = controller): Promise<number> =>
    h.store.read(side, ({ log }) => log.size());

  test.each(routes.refused)("%s is refused and leaves nothing, whatever purpose is named", async (route) => {
    const [one, other] = pair(route);
    const before = await sizeOfLog();
    for (const query of ["", "?purpose=legal-claims"]) {
      expect(await (await call(route, one, query)).json()).toMatchObject(locked());
    }
    expect(await sizeOfLog()).toBe(before);
    expect((await call(route, other)).ok).toBe(true);
  });

  test.each(routes.transfer)("%s is refused though the offer was made before", async (route) => {
    const [one, other] = pair(route);
    const before = [await sizeOfLog(), await sizeOfLog(publicAuthority)];
    expect(await (await call(route, one)).json()).toMatchObject(locked());
    expect([await sizeOfLog(), await sizeOfLog(publicAuthority)]).toStrictEqual(before);
    expect((await call(route, other)).status).not.toBe(423);
  });

  test.each(routes.purpose)("%s takes one of the four purposes, and the log has it", async (route) => {
    const [one, other] = pair(route);
    const before = await sizeOfLog();
    expect(await (await call(route, one)).json()).toMatchObject(locked("PURPOSE_NEEDED"));
    for (const wrong of ["", "handling", "curiosity", "consent,legal-claims"]) {
      expect((await call(route, one, `?purpose=${wrong}`)).status).toBe(400);
    }
    expect(await sizeOfLog()).toBe(before);
    for (const purpose of purposes) {
      const at = await sizeOfLog();
      expect((await call(route, one, `?purpose=${purpose}`)).status).toBe(200);
      const [entry] = await h.store.read(controller, ({ log }) => log.entries(at, 10));
      expect(JSON.parse(entry?.entry ?? "{}")).toMatchObject({
        type: "ContentAccessed",
        data: { purpose: "handling", restricted: purpose },
      });
    }
    expect((await call(route, other)).status).toBe(200);
    const officer = await h.login("privacy-officer", controller);
    const { accesses } = (await (await h.get(`/api/desk/audit/accesses?from=${before}`, officer)).json()) as {
      accesses: { restricted?: string }[];
    };
    expect(accesses.map((access) => access.restricted)).toStrictEqual([...purposes, undefined]);
  });

  test("what is read for such a purpose is not thereby opened", async () => {
    const one = await h.submitted(controller);
    await restricted(h, one);
    const staff = await h.login("caseworker", controller);
    const path = `/api/desk/applications/${one.record}`;
    expect((await h.get(`${path}/envelope?purpose=legal-claims`, staff)).status).toBe(200);
    const seen = (await (await h.get(path, staff)).json()) as { status: string; history: { type: string }[] };
    expect(seen.status).toBe("submitted");
    expect(seen.history.map(({ type }) => type)).toContain("ContentAccessed");
  });

  test("the desk sees which request restricts it, in the list and in the case", async () => {
    const [one, other] = pair("");
    const staff = await h.login("caseworker", controller);
    const get = async (path: string) => (await (await h.get(path, staff)).json()) as Record<string, unknown>;
    const seen = await get(`/api/desk/applications/${one.record}`);
    expect(seen["restriction"]).toMatchObject({ requests: [expect.stringMatching(/^r-/u)] });
    expect(seen["disposition"]).toMatchObject({ status: "held" });
    expect(await get(`/api/desk/applications/${other.record}`)).not.toHaveProperty("restriction");
    const rows = (await get("/api/desk/applications"))["applications"] as {
      id: string;
      restricted?: boolean;
    }[];
    expect(rows.find(({ id }) => id === one.record)?.restricted).toBe(true);
    expect(rows.find(({ id }) => id === other.record)).not.toHaveProperty("restricted");
  });

  test("the applicant reads the own application, and sees for what it was read", async () => {
    const one = held.get("opened") as SealedPackage;
    const headers = { authorization: `Bearer ${await ownToken(h, one)}` };
    const path = `/api/mine/applications/${one.receipt.app}`;
    for (const part of ["", `/envelopes/${one.record}`, `/envelopes/${one.record}/blobs/contact`]) {
      expect((await h.app.request(path + part, { headers })).status).toBe(200);
    }
    await call("GET /api/desk/applications/{id}/envelope", one, "?purpose=public-interest");
    const told = await h.app.request(`${path}/envelopes/${one.record}/accesses`, { headers });
    const { accesses } = (await told.json()) as { accesses: { purpose: string; restricted?: string }[] };
    expect(accesses.at(-1)).toMatchObject({ purpose: "handling", restricted: "public-interest" });
  });

  test("who may reach it can be changed", async () => {
    const one = held.get("opened") as SealedPackage;
    const placement = { assignees: [], protectedIdentity: false };
    const path = `/api/desk/applications/${one.record}/placement`;
    expect((await h.post(path, placement, await lead())).status).toBe(204);
  });
});

describe.each(engines)("disposal and a restriction on %s", (engine) => {
  let h: Harness;
  let one: SealedPackage;
  let other: SealedPackage;
  beforeEach(async () => {
    h = await harness({ url: await freshDatabase(engine) });
    one = await closedCase(h, controller);
    other = await closedCase(h, controller);
  });
  afterEach(() => h.close());

  interface Listed {
    readonly id: string;
    readonly items: readonly { readonly record: string; readonly result?: string }[];
    readonly dropped: readonly object[];
  }
  const lead = (): Promise<Staff> => h.login("decision-maker", controller);
  const propose = async (): Promise<Listed> =>
    (await (
      await h.post("/api/desk/disposals", {}, await h.login("caseworker", controller))
    ).json()) as Listed;
  const later = (day: string): void => {
    h.now = new Date(`${day}T10:00:00Z`);
  };

  test.each(["restriction", "objection"])(
    "%s that came before keeps the record off every list",
    async (right) => {
      await restricted(h, one, right);
      later("2029-01-15");
      await sweepPlans(h.deps, controller);
      const staff = await h.login("caseworker", controller);
      const due = (await (await h.get("/api/desk/retention/due", staff)).json()) as {
        due: { record: string }[];
        held: { record: string }[];
      };
      expect(due.due.map(({ record }) => record)).toStrictEqual([other.record]);
      expect(due.held.map(({ record }) => record)).toStrictEqual([one.record]);
      expect((await propose()).items.map(({ record }) => record)).toStrictEqual([other.record]);
    },
  );

  test("one that comes after the proposal is an obstacle to approval until the record is answered for", async () => {
    later("2029-01-15");
    const { id } = await propose();
    await restricted(h, one);
    const review = async (body: object) => h.post(`/api/desk/disposals/${id}/review`, body, await lead());
    expect(await (await review({ type: "Approve" })).json()).toMatchObject(locked());
    const dispose = { type: "Answer", record: one.record, answer: { kind: "dispose" } };
    expect(await (await review(dispose)).json()).toMatchObject(locked());
    const words = await wordsAbout(h, {
      controller,
      purpose: `disposal-list/${id}`,
      id: crypto.randomUUID(),
    });
    const keep = { type: "Answer", record: one.record, answer: { kind: "keep", until: "2029-06-01", words } };
    expect((await review(keep)).status).toBe(200);
    expect((await review({ type: "Approve" })).status).toBe(200);
  });

  test("one that comes after the approval stops the execution of that record, and of no other", async () => {
    const id = await approvedList(h, controller);
    await restricted(h, one);
    const done = await h.post(`/api/desk/disposals/${id}/execution`, {}, await lead());
    expect(await done.json()).toMatchObject({
      items: [{ record: other.record, result: "gone" }],
      dropped: [{ record: one.record, reason: "HELD" }],
    });
    expect(await h.store.whereIs(one.record)).toBeDefined();
  });

  test("erasure on request waits until it is lifted", async () => {
    const desk = deskOf(h, controller, one, await askWithKeys(h, one, "erasure"));
    const staff = await people(h, controller);
    const items = await collected(h, desk, staff);
    for (const item of items) {
      await desk.must({ type: "AssessItem", item, outcome: { kind: "erase" } }, staff.reviewer);
    }
    await decided(desk, staff);
    await restricted(h, one, "objection");
    const erased = await h.post(`/api/desk/requests/${desk.id}/erasure`, {}, staff.caseworker);
    expect(await erased.json()).toMatchObject({ reason: "DSAR_RETENTION_KEEPS" });
    expect(await h.store.whereIs(one.record)).toBeDefined();
    expect(await desk.view(staff.reviewer)).toMatchObject({ erasure: { keeps: true } });
  });

  test("it is lifted only after the person was told, and then the record is as any other", async () => {
    const desk = await restricted(h, one);
    const staff = await people(h, controller);
    await h.post(`/api/desk/requests/${desk.id}/collection`, {}, staff.caseworker);
    await desk.must({ type: "CompleteSources" }, staff.caseworker);
    const { items } = (await desk.view(staff.reviewer)) as { items: { id: string }[] };
    for (const { id } of items) {
      await desk.must({ type: "AssessItem", item: id, outcome: { kind: "restrict" } }, staff.reviewer);
    }
    await decided(desk, staff);
    await desk.must({ type: "ExecuteMeasure", measure: "restricted" }, staff.caseworker);
    const served = { type: "ServeDecision", servedOn: "2026-11-23", channel: "secure-mailbox" };
    await desk.must(served, staff.caseworker);
    await desk.must({ type: "CloseCase" }, staff.caseworker);
    const envelope = async (): Promise<number> =>
      (await h.get(`/api/desk/applications/${one.record}/envelope`, await lead())).status;
    expect(await envelope()).toBe(423);
    const lift = { type: "LiftRestriction" };
    expect(await (await desk.give(lift, staff.caseworker)).json()).toMatchObject({
      reason: "DSAR_LIFTING_NOT_ANNOUNCED",
    });
    await desk.must({ type: "AnnounceLifting", liftOn: "2026-11-30" }, staff.caseworker);
    expect(await envelope()).toBe(423);
    later("2026-11-30");
    const again = await h.login("caseworker", controller);
    expect(await envelope()).toBe(423);
    await desk.must(lift, again);
    expect(await envelope()).toBe(200);
    later("2029-01-15");
    expect((await propose()).items.map(({ record }) => record).toSorted()).toStrictEqual(
      [one.record, other.record].toSorted(),
    );
  });
});
