/** A case reaches those it is placed with: its unit, its assignees, and past a protected identity only these. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reaches } from "../../src/records/access-scope.ts";
import type { Role } from "@tillit/api-contract/ground/roles";
import type { CaseRow, Placement, Reach } from "@tillit/record-store";
import { rebuildLists } from "../../src/commands/rebuild.ts";
import { engines, freshDatabase } from "../setup/databases.ts";
import { harness, ownToken, publicAuthority, type Harness, type Staff } from "../setup/harness.ts";
import { sealedWords, type SealedPackage } from "../setup/sealing.ts";

interface Seen {
  readonly user: { readonly ref: string; readonly unit?: string };
}

describe.each(engines)("placement on %s", (engine) => {
  let h: Harness;
  let one: SealedPackage;
  beforeAll(async () => {
    h = await harness({ url: await freshDatabase(engine) });
    one = await h.submitted();
  });
  afterAll(() => h.close());

  const login = async (role: Role, person: string, unit?: string): Promise<Staff> =>
    h.login(role, publicAuthority, person, unit);
  const seen = async (staff: Staff) => (await (await h.get("/api/session", staff)).json()) as Seen;
  const place = async (staff: Staff, placement: Partial<Placement>, of = one): Promise<Response> =>
    h.post(
      `/api/desk/applications/${of.record}/placement`,
      { assignees: [], protectedIdentity: false, ...placement },
      staff,
    );
  const open = async (staff: Staff, of = one): Promise<number> =>
    (await h.get(`/api/desk/applications/${of.record}/envelope`, staff)).status;
  const listed = async (staff: Staff, of = one): Promise<boolean> =>
    (await (await h.get("/api/desk/applications", staff)).text()).includes(of.record);

  test("an assigned case is its assignees' and the leads', and nobody else's", async () => {
    const kim = await login("caseworker", "kim");
    const alex = await login("caseworker", "alex");
    const lead = await login("decision-maker", "lo");
    expect((await place(lead, { assignees: [(await seen(kim)).user.ref] })).status).toBe(204);
    expect([await open(kim), await open(alex), await open(lead)]).toStrictEqual([200, 404, 200]);
    expect([await listed(kim), await listed(alex), await listed(lead)]).toStrictEqual([true, false, true]);
    expect((await place(alex, {})).status).toBe(404);
  });

  test("a protected identity is there for its assignees only; a lead may still hand it on unseen", async () => {
    const guarded = await h.submitted();
    const kim = await login("caseworker", "kim");
    const lead = await login("decision-maker", "lo");
    const officer = await login("privacy-officer", "po");
    const assignees = [(await seen(kim)).user.ref];
    expect((await place(kim, { assignees, protectedIdentity: true }, guarded)).status).toBe(204);
    for (const staff of [lead, officer, await login("secrecy-reviewer", "sy")]) {
      expect(await listed(staff, guarded)).toBe(false);
      expect((await h.get(`/api/desk/applications/${guarded.record}`, staff)).status).toBe(404);
    }
    expect(await open(kim, guarded)).toBe(200);
    const alone = await place(kim, { assignees: [], protectedIdentity: true }, guarded);
    expect(await alone.json()).toMatchObject({ code: "STATE_CONFLICT", reason: "PROTECTED_UNASSIGNED" });
    const alex = await login("caseworker", "alex");
    const handed = { assignees: [(await seen(alex)).user.ref], protectedIdentity: true };
    expect((await place(lead, handed, guarded)).status).toBe(204);
    expect([await open(lead, guarded), await open(kim, guarded)]).toStrictEqual([404, 404]);
    expect(await open(alex, guarded)).toBe(200);
  });

  test("a case of one unit is not there for another, nor one of no unit for any; the whole controller has both", async () => {
    const placed = await h.submitted();
    const fresh = await h.submitted();
    const whole = await login("caseworker", "intake");
    const north = await login("caseworker", "nora", "north");
    const south = await login("decision-maker", "sam", "south");
    expect((await seen(north)).user.unit).toBe("north");
    expect((await place(whole, { unit: "north" }, placed)).status).toBe(204);
    expect(await open(north, placed)).toBe(200);
    expect(await open(south, placed)).toBe(404);
    expect((await place(south, { unit: "south" }, placed)).status).toBe(404);
    expect([await open(north, fresh), await open(whole, fresh)]).toStrictEqual([404, 200]);
    expect((await place(whole, { unit: "east" }, placed)).status).toBe(400);
    const shown = await h.get(`/api/desk/applications/${placed.record}`, north);
    expect(await shown.json()).toMatchObject({
      placement: { unit: "north", assignees: [], protectedIdentity: false },
    });
  });

  test("a request is where its case is", async () => {
    const placed = await h.submitted();
    const body = JSON.stringify({ application: placed.record, right: "access" });
    const made = await h.app.request("/api/mine/requests", {
      method: "POST",
      headers: {
        authorization: `Bearer ${await ownToken(h, placed)}`,
        "content-type": "application/json",
        "content-length": String(body.length),
      },
      body,
    });
    const { id } = (await made.json()) as { id: string };
    const north = await login("caseworker", "nora", "north");
    expect((await h.get(`/api/desk/requests/${id}`, north)).status).toBe(404);
    await place(await login("caseworker", "intake"), { unit: "north" }, placed);
    expect((await h.get(`/api/desk/requests/${id}`, north)).status).toBe(200);
  });

  test("every placement is in the log with who made it, and the lists folded again say the same", async () => {
    const events = await h.store.read(publicAuthority, (unit) => unit.log.load(`placement/${one.record}`));
    expect(events).toMatchObject([
      { type: "CasePlaced", by: expect.stringMatching(/^decision-maker:[0-9a-f]{16}$/) },
    ]);
    const before = await h.store.read(publicAuthority, (unit) => unit.projections.cases(100));
    await rebuildLists(h.store);
    expect(await h.store.read(publicAuthority, (unit) => unit.projections.cases(100))).toStrictEqual(before);
  });

  test("the engine and the rule agree on who reaches what", async () => {
    const refs = ["a".repeat(16), "b".repeat(16)];
    const places = [undefined, "north", "south"];
    const placements = places.flatMap((unit) =>
      [[], refs.slice(0, 1), refs].flatMap((assignees) =>
        [false, true].map((protectedIdentity): Placement => ({ unit, assignees, protectedIdentity })),
      ),
    );
    const persons = refs.flatMap((person) => [false, true].map((assignedOnly) => ({ person, assignedOnly })));
    const reachesToTry = places.flatMap((unit): Reach[] =>
      persons.map((by): Reach => ({ unit, by })).concat([{ unit }]),
    );
    const at = "2026-11-23T09:30:00Z";
    const rows = placements.map((placement, n): CaseRow => ({
      id: `p${n}`,
      app: "a",
      number: "1",
      receivedAt: at,
      status: "submitted",
      assignments: [],
      lastEntry: at,
      placement,
    }));
    await h.store.write(publicAuthority, async (unit) => {
      await unit.projections.clear();
      for (const row of rows) await unit.projections.putCase(row);
    });
    for (const reach of reachesToTry) {
      const expected = rows.filter((row) => reaches(reach, row)).map(({ id }) => id);
      await h.store.read(publicAuthority, async (unit) => {
        const listedIds = (await unit.projections.cases(100, reach)).map(({ id }) => id);
        expect(listedIds.toSorted()).toStrictEqual(expected.toSorted());
        const paged = (await unit.projections.casesAfter(undefined, 100, reach)).map(({ id }) => id);
        expect(paged.toSorted()).toStrictEqual(expected.toSorted());
      });
    }
  });

  test("a unit disposes of its own records, on lists that another unit does not see", async () => {
    const staff = await login("caseworker", "intake");
    const closed = async (unit: string): Promise<SealedPackage> => {
      const made = await h.submitted();
      await open(staff, made);
      for (const [kind, outcome] of [
        ["assessment", "decline"],
        ["decision", "declined"],
      ] as const) {
        const to = h.keys[publicAuthority]?.keys;
        const words = await sealedWords(kind, { controller: publicAuthority, to, app: made.receipt.app });
        await h.post(`/api/desk/applications/${made.record}/${kind}`, { outcome, words }, staff);
      }
      await place(staff, { unit }, made);
      return made;
    };
    const mine = await closed("north");
    const theirs = await closed("south");
    h.now = new Date("2029-01-15T10:00:00Z");
    const made = await h.post("/api/desk/disposals", {}, await login("caseworker", "nora", "north"));
    const text = await made.text();
    expect(text).toContain(mine.record);
    expect(text).not.toContain(theirs.record);
    const { id } = JSON.parse(text) as { id: string };
    const path = `/api/desk/disposals/${id}`;
    const south = await login("decision-maker", "sam", "south");
    expect((await h.get(path, south)).status).toBe(404);
    expect((await h.post(`${path}/review`, { type: "Approve" }, south)).status).toBe(404);
    expect(await (await h.get("/api/desk/disposals", south)).json()).toStrictEqual({ disposals: [] });
    expect((await h.get(path, await login("decision-maker", "nils", "north"))).status).toBe(200);
    expect((await h.get(path, await login("decision-maker", "lo"))).status).toBe(200);
  });
});
