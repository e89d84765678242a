/** Lists that are longer than a page: nothing is hidden by what strangers send, nothing seen twice, no end that is not the end. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { engines, freshDatabase } from "../setup/databases.ts";
import { harness, ownToken, publicAuthority, type Harness, type Staff } from "../setup/harness.ts";
import type { SealedPackage } from "../setup/sealing.ts";

type Json = Record<string, unknown>;
type Row = Json & { readonly id: string };

describe.each(engines)("long lists on %s", (engine) => {
  let h: Harness;
  let staff: Staff;
  let genuine: SealedPackage;
  let request: string;
  let junk = 0;

  /** Rows as an anonymous flood makes them. */
  async function flood(
    count: number,
    more: { status?: string; receivedAt?: string } = {},
  ): Promise<string[]> {
    const ids = Array.from({ length: count }, () => (junk += 1).toString(16).padStart(32, "0"));
    await h.store.write(publicAuthority, async (unit) => {
      for (const id of ids) {
        await unit.projections.putCase({
          id,
          app: crypto.randomUUID(),
          number: `2026-${id.slice(-5)}`,
          receivedAt: "2026-11-23T10:00:00Z",
          status: "submitted",
          assignments: ["family-home"],
          lastEntry: "2026-11-23T10:00:00Z",
          ...more,
        });
      }
    });
    return ids;
  }

  async function requestsAbout(ids: readonly string[], lastDay: string, status = "triage"): Promise<void> {
    await h.store.write(publicAuthority, async (unit) => {
      for (const application of ids) {
        const id = `r-${application.slice(-20)}`;
        const asked = { right: "access", status, received: "2026-11-23", restricted: false };
        const row = { id, application, lastDay, ...asked };
        await unit.projections.putRequest(row);
      }
    });
  }

  async function page(path: string, list: string, who = staff): Promise<{ rows: Row[]; next?: string }> {
    const answer = await h.get(path, who);
    expect(answer.status).toBe(200);
    const { [list]: rows, next } = (await answer.json()) as Json;
    return { rows: rows as Row[], ...(next === undefined ? {} : { next: next as string }) };
  }

  /** A list to its end, with something happening between its pages. */
  async function walk(
    path: string,
    list: string,
    between = async (): Promise<void> => undefined,
  ): Promise<Row[]> {
    const all: Row[] = [];
    let next: string | undefined;
    do {
      const found = await page(`${path}${next === undefined ? "" : `&after=${next}`}`, list);
      all.push(...found.rows);
      ({ next } = found);
      if (next !== undefined) await between();
    } while (next !== undefined);
    return all;
  }

  const ids = (rows: readonly Row[]): string[] => rows.map(({ id }) => id);

  beforeAll(async () => {
    h = await harness({ url: await freshDatabase(engine) });
    staff = await h.login("decision-maker", publicAuthority);
    const token = await ownToken(h, (genuine = await h.submitted()));
    const body = JSON.stringify({ application: genuine.record, right: "access" });
    const asked = await h.app.request("/api/mine/requests", {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "content-length": String(body.length),
      },
      body,
    });
    request = ((await asked.json()) as Row).id;
    // Those that came before and those that came after, of the same hour as far as anybody can tell.
    await flood(500, { receivedAt: "2026-11-23T09:00:00Z" });
    await flood(505);
  });
  afterAll(() => h.close());

  test("1 005 applications of a stranger hide no genuine one: it comes in its place, and the list to its end", async () => {
    const first = await page("/api/desk/applications?limit=100", "applications");
    expect(first.rows).toHaveLength(100);
    expect(first.next).toBeDefined();
    // It has been asked about: its day is the nearest.
    expect(first.rows[0]).toMatchObject({ id: genuine.record, due: "2026-12-23" });
    const all = await walk("/api/desk/applications?limit=1000", "applications");
    expect(new Set(ids(all)).size).toBe(1006);
    expect(all).toHaveLength(1006);
    const silent = await page("/api/desk/applications", "applications");
    expect(silent.rows.length < 1006 && silent.next === undefined).toBe(false);
  });

  test("nothing is seen twice or missed while new ones come", async () => {
    const before = new Set(ids(await walk("/api/desk/applications?limit=1000", "applications")));
    const seen = ids(
      await walk("/api/desk/applications?limit=150", "applications", async () => void (await flood(7))),
    );
    expect(new Set(seen).size).toBe(seen.length);
    expect([...before].filter((id) => !seen.includes(id))).toStrictEqual([]);
  });

  test("what is open comes before what is closed, with the oldest first and then the newest", async () => {
    const closed = await flood(3, { status: "decided", receivedAt: "2020-01-01T00:00:00Z" });
    const [withdrawn = ""] = await flood(1, { status: "withdrawn", receivedAt: "2021-01-01T00:00:00Z" });
    const [asked = ""] = await flood(1, { status: "decided", receivedAt: "2019-01-01T00:00:00Z" });
    await requestsAbout([asked], "2026-12-01");
    const all = await walk("/api/desk/applications?limit=400", "applications");
    expect(all[0]?.id).toBe(asked);
    expect(ids(all).slice(-4)).toStrictEqual([withdrawn, ...closed.toReversed()]);
    const waiting = all.slice(2, -4).map(({ receivedAt }) => String(receivedAt));
    expect(waiting).toStrictEqual(waiting.toSorted());
    // Answered, it has nothing to be near for any more.
    await requestsAbout([asked], "2026-12-01", "closed");
    expect(ids(await walk("/api/desk/applications?limit=400", "applications")).at(-1)).toBe(asked);
  });

  test("1 000 requests of a stranger hide no genuine one, nor its alert", async () => {
    const strangers = await flood(1000, { receivedAt: "2026-11-23T11:00:00Z" });
    await requestsAbout(strangers.slice(0, 500), "2026-12-22");
    await requestsAbout(strangers.slice(500), "2026-12-24");
    const all = await walk("/api/desk/requests?limit=300", "requests");
    expect(new Set(ids(all)).size).toBe(all.length);
    expect(ids(all)).toContain(request);
    const days = all.filter(({ status }) => status !== "closed").map(({ lastDay }) => String(lastDay));
    expect(days).toStrictEqual(days.toSorted());
    expect(all.findIndex(({ status }) => status === "closed")).toBe(days.length);

    const today = h.now;
    h.now = new Date("2026-12-23T09:30:00Z");
    staff = await h.login("decision-maker", publicAuthority);
    const near = await walk("/api/desk/request-alerts?limit=300", "near");
    const late = await walk("/api/desk/request-alerts?limit=300", "late");
    expect(near).toHaveLength(501);
    expect(late).toHaveLength(500);
    expect(ids(near)).toContain(request);
    const listed = await walk("/api/desk/requests?limit=1000", "requests");
    expect(listed.find(({ id }) => id === request)).toMatchObject({ urgency: "near" });
    h.now = today;
    staff = await h.login("decision-maker", publicAuthority);
  });

  test("a unit, and one who sees what is assigned to them, come to the end of their own", async () => {
    await h.store.write(publicAuthority, async (unit) => {
      for (const row of (await unit.projections.cases(1000)).slice(0, 30)) {
        const placement = { unit: "north", assignees: [], protectedIdentity: false };
        await unit.projections.putCase({ ...row, placement });
      }
    });
    const north = await h.login("caseworker", publicAuthority, "kim", "north");
    const first = await page("/api/desk/applications?limit=20", "applications", north);
    const last = await page(`/api/desk/applications?limit=20&after=${first.next}`, "applications", north);
    expect([first.rows.length, last.rows.length, last.next]).toStrictEqual([20, 10, undefined]);
    const lead = await h.login("decision-maker", publicAuthority, "kim", "north");
    const asked = await page("/api/desk/requests?limit=1000", "requests", lead);
    const own = new Set([...ids(first.rows), ...ids(last.rows)]);
    expect(asked.rows.every(({ application }) => own.has(String(application)))).toBe(true);
  });

  test("holds and hand-overs end where they end too", async () => {
    const placed = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
    await h.store.write(publicAuthority, async (unit) => {
      for (let n = 0; n < 1030; n += 1) {
        const scope = { kind: "record", of: genuine.record } as const;
        const row = { id: crypto.randomUUID(), ground: "supervision", scope, placed: placed(n), by: "x:1" };
        await unit.holds.put(n % 2 === 0 ? row : { ...row, released: "2026-11-01" });
        await unit.transfers.put({
          id: `t-${n.toString(16).padStart(20, "0")}`,
          sender: n % 3 === 0 ? publicAuthority : "socialt-skyddsnat",
          receiver: n % 3 === 0 ? "socialt-skyddsnat" : publicAuthority,
          record: genuine.record,
          offeredAt: `${placed(n).slice(0, 19)}Z`,
          state: n % 2 === 0 ? "offered" : "accepted",
        });
      }
    });
    const holds = await walk("/api/desk/holds?limit=100", "holds");
    expect(new Set(ids(holds)).size).toBe(1030);
    expect(holds.findLastIndex(({ released }) => released === undefined)).toBe(514);

    const incoming = await walk("/api/desk/transfers?limit=100", "incoming");
    const outgoing = await walk("/api/desk/transfers?limit=100", "outgoing");
    expect(new Set(ids([...incoming, ...outgoing])).size).toBe(1030);
    expect(incoming.findLastIndex(({ state }) => state === "offered")).toBeLessThan(
      incoming.findIndex(({ state }) => state !== "offered"),
    );
  });

  test("what is due and what is left to people has an end, and a disposal list says what does not fit on it", async () => {
    const due = await flood(1005, { status: "decided", receivedAt: "2015-01-01T00:00:00Z" });
    const open = await flood(1005, { status: "decided", receivedAt: "2015-01-02T00:00:00Z" });
    await h.store.write(publicAuthority, async (unit) => {
      for (const record of due) {
        const row = await unit.projections.case(record);
        const closed = {
          decidedAt: "2015-02-01T00:00:00Z",
          outcome: "declined",
          lastEntry: "2015-02-01T00:00:00Z",
        };
        await unit.projections.putCase(Object.assign({}, row, closed));
      }
      const planned = { outcome: "dispose", status: "due", rule: "se/plan/board", earliest: "2018-01-01" };
      await unit.plans.put(due.map((record) => Object.assign({ record }, planned)));
      await unit.plans.put(open.map((record) => ({ record, outcome: "review", status: "due" })));
    });
    const seen = { due: new Set<string>(), unsettled: new Set<string>() };
    let next: string | undefined;
    let pages = 0;
    do {
      const after = next === undefined ? "" : `?after=${next}`;
      const answer = await h.get(`/api/desk/retention/due${after}`, staff);
      const found = (await answer.json()) as Record<"due" | "unsettled", Row[]> & { next?: string };
      for (const part of ["due", "unsettled"] as const)
        for (const { record } of found[part]) seen[part].add(String(record));
      ({ next } = found);
      pages += 1;
    } while (next !== undefined && pages < 9);
    expect([seen.due.size, seen.unsettled.size]).toStrictEqual([1005, 1005]);

    const author = await h.login("caseworker", publicAuthority);
    const proposed = await h.post("/api/desk/disposals?dryRun=true", {}, author);
    const list = (await proposed.json()) as { items: unknown[]; more: boolean };
    expect([proposed.status, list.items.length, list.more]).toStrictEqual([201, 1000, true]);
    const hold = {
      id: crypto.randomUUID(),
      ground: "supervision",
      scope: { kind: "controller" },
      dryRun: true,
    };
    const stopped = await h.post("/api/desk/holds", hold, staff);
    expect(await stopped.json()).toMatchObject({ dryRun: true, more: true });
  });

  test("cases can be asked for by name where a list knows ids only, as far as one reaches", async () => {
    const found = await page(
      `/api/desk/applications?records=${genuine.record},${"f".repeat(32)}`,
      "applications",
    );
    expect(ids(found.rows)).toStrictEqual([genuine.record]);
    const many = Array.from({ length: 101 }, () => genuine.record).join();
    expect((await h.get(`/api/desk/applications?records=${many}`, staff)).status).toBe(400);
  });

  test("a place that is none is refused with a code, on every list", async () => {
    const { next = "" } = await page("/api/desk/applications?limit=1", "applications");
    const other = Buffer.from('{"list":"applications","place":{"status":7}}').toString("base64url");
    const lists = ["applications", "requests", "request-alerts", "holds", "transfers"];
    for (const list of lists) {
      for (const after of [
        "x",
        "%00",
        "a".repeat(599),
        other,
        `${next}AAAA`,
        ...(list === "applications" ? [] : [next]),
      ]) {
        const answer = await h.get(`/api/desk/${list}?after=${after}`, staff);
        expect([list, answer.status]).toStrictEqual([list, 400]);
        expect(await answer.json()).toMatchObject({ code: "CURSOR_INVALID" });
      }
      const long = await h.get(`/api/desk/${list}?after=${"a".repeat(601)}`, staff);
      expect(await long.json()).toMatchObject({ status: 400, code: "INPUT_INVALID" });
    }
  });
});
