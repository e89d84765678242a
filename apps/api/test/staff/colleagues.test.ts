/** Whom a case can be handed to: units from the mapping, staff from the logins, by pseudonym. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { engines, freshDatabase } from "../setup/databases.ts";
import { harness, privateProvider, publicAuthority, type Harness, type Staff } from "../setup/harness.ts";
import { everything, found } from "../setup/sweep.ts";

interface Listed {
  readonly units: readonly string[];
  readonly colleagues: readonly { ref: string; role: string; unit?: string; seen: string }[];
}

describe.each(engines)("colleagues on %s", (engine) => {
  let h: Harness;
  let url: string;
  beforeAll(async () => {
    url = await freshDatabase(engine);
    h = await harness({ url });
  });
  afterAll(() => h.close());

  const list = async (staff: Staff): Promise<Listed> =>
    (await (await h.get("/api/desk/colleagues", staff)).json()) as Listed;

  async function refOf(staff: Staff): Promise<string> {
    const { user } = (await (await h.get("/api/session", staff)).json()) as { user: { ref: string } };
    return user.ref;
  }

  test("are those who have logged in at the own controller, once each, with role and unit of today", async () => {
    const kim = await h.login("caseworker", publicAuthority, "kim");
    await h.login("secrecy-reviewer", publicAuthority, "sol");
    await h.login("caseworker", publicAuthority, "sol", "north");
    await h.login("caseworker", privateProvider, "other");
    const { units, colleagues } = await list(kim);
    expect(units).toStrictEqual(["north", "south"]);
    expect(colleagues.map(({ role, unit = "", seen }) => `${role} ${unit} ${seen}`).toSorted()).toStrictEqual(
      ["caseworker  2026-11-23", "caseworker north 2026-11-23"],
    );
    expect(colleagues.map(({ ref }) => ref)).toContain(await refOf(kim));
  });

  test("of another unit are not shown to someone of a unit", async () => {
    const nora = await h.login("caseworker", publicAuthority, "nora", "north");
    await h.login("caseworker", publicAuthority, "sam", "south");
    const { units, colleagues } = await list(nora);
    expect(units).toStrictEqual(["north"]);
    expect(new Set(colleagues.map(({ unit }) => unit))).toStrictEqual(new Set([undefined, "north"]));
  });

  test("can be handed a case, which is theirs from then on", async () => {
    const kim = await h.login("caseworker", publicAuthority, "kim");
    const sol = await h.login("caseworker", publicAuthority, "sol");
    const { record } = await h.submitted();
    const placement = { assignees: [await refOf(sol)], protectedIdentity: true };
    const placed = await h.post(`/api/desk/applications/${record}/placement`, placement, kim);
    expect(placed.status).toBe(204);
    expect((await h.get(`/api/desk/applications/${record}`, sol)).status).toBe(200);
    expect((await h.get(`/api/desk/applications/${record}`, kim)).status).toBe(404);
  });

  test("who no longer log in are forgotten after thirteen months, and names were never kept", async () => {
    const before = h.now;
    h.now = new Date("2028-01-10T09:00:00Z");
    const kim = await h.login("caseworker", publicAuthority, "kim");
    expect((await list(kim)).colleagues).toHaveLength(1);
    expect(found(["Åsa Öberg"], await everything(url))).toStrictEqual([]);
    h.now = before;
  });
});
