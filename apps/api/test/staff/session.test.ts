import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cookieOf, harness, publicAuthority, type Harness } from "../setup/harness.ts";

let h: Harness;
beforeAll(async () => {
  h = await harness();
});
afterAll(() => h.close());

describe("the staff session", () => {
  test("names person, role and controller, and carries a token against forgery", async () => {
    const staff = await h.login("caseworker", publicAuthority);
    const answer = await h.get("/api/session", staff);
    expect(await answer.json()).toMatchObject({
      user: {
        name: "Åsa Öberg",
        role: "caseworker",
        controller: publicAuthority,
        controllerName: `Namn ${publicAuthority}`,
      },
      csrf: staff.csrf,
    });
  });

  test("is only for whoever a rule admits, with the assurance that is required", async () => {
    const left = await h.app.request("/api/auth/login");
    const cookie = cookieOf(left);
    for (const claims of [
      { sub: "a", org: publicAuthority, role: "caseworker", acr: "loa1" },
      { sub: "a", org: "elsewhere", role: "caseworker", acr: "loa3" },
      { sub: "a", org: publicAuthority, role: "mayor", acr: "loa3" },
    ]) {
      const code = encodeURIComponent(JSON.stringify(claims));
      const back = await h.app.request(`/api/auth/callback?code=${code}`, { headers: { cookie } });
      expect(back.status).toBe(403);
    }
  });

  test("cannot be begun without having left from here", async () => {
    const code = encodeURIComponent(
      JSON.stringify({ sub: "a", org: publicAuthority, role: "caseworker", acr: "loa3" }),
    );
    const back = await h.app.request(`/api/auth/callback?code=${code}`);
    expect(back.status).toBe(400);
    expect(back.headers.getSetCookie().some((one) => one.startsWith("tillit-session="))).toBe(false);
  });

  test("gets a new identity at every login, so that a planted cookie is worth nothing", async () => {
    const first = await h.login("caseworker", publicAuthority);
    const second = await h.login("caseworker", publicAuthority);
    expect(first.csrf).not.toBe(second.csrf);
  });

  test("ends on the server too when one logs out", async () => {
    const staff = await h.login("caseworker", publicAuthority);
    expect((await h.post("/api/auth/logout", {}, staff)).status).toBe(204);
    expect((await h.get("/api/session", staff)).status).toBe(401);
  });

  test("runs out when idle, and runs out whatever one does", async () => {
    const staff = await h.login("caseworker", publicAuthority);
    const before = h.now;
    h.now = new Date(before.getTime() + 31 * 60_000);
    expect((await h.get("/api/session", staff)).status).toBe(401);
    let { cookie } = staff;
    let status = 200;
    for (let minutes = 20; minutes <= 620; minutes += 20) {
      h.now = new Date(before.getTime() + minutes * 60_000);
      const answer = await h.app.request("/api/session", { headers: { cookie } });
      ({ status } = answer);
      cookie = cookieOf(answer) || cookie;
    }
    expect(status).toBe(401);
    h.now = before;
  });

  test("does nothing for a request that lacks the token or carries another's", async () => {
    const staff = await h.login("caseworker", publicAuthority);
    for (const csrf of ["", "x".repeat(32), (await h.login("caseworker", publicAuthority)).csrf]) {
      const answer = await h.post("/api/auth/logout", {}, { ...staff, csrf });
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ code: "CSRF_TOKEN" });
    }
  });

  test("a tampered cookie is no session", async () => {
    const staff = await h.login("caseworker", publicAuthority);
    const cookie = `${staff.cookie.slice(0, -8)}AAAAAAAA`;
    expect((await h.app.request("/api/session", { headers: { cookie } })).status).toBe(401);
  });

  test("the way back leads to the configured desk, whatever is asked for", async () => {
    const left = await h.app.request("/api/auth/login?returnTo=https://evil.example");
    const claims = { sub: "a", name: "A", org: publicAuthority, role: "caseworker", acr: "loa3" };
    const code = encodeURIComponent(JSON.stringify(claims));
    const back = await h.app.request(`/api/auth/callback?code=${code}&returnTo=https://evil.example`, {
      headers: { cookie: cookieOf(left) },
    });
    expect(back.headers.get("location")).toBe("http://localhost:8789/");
  });
});
