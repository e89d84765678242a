import { afterEach, describe, expect, it, vi } from "vitest";
import { ApiProblem, getJson, request } from "../src/api-problem.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

function answers(response: Response | Error): ReturnType<typeof vi.fn> {
  const fetch = vi.fn<() => Promise<Response>>(() =>
    response instanceof Error ? Promise.reject(response) : Promise.resolve(response),
  );
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

describe("requests", () => {
  it("send what they are given, no cookie, and are not cached", async () => {
    const fetch = answers(Response.json({ ok: true }));
    const headers = { authorization: "Bearer t" };
    const response = await request("/api/x", { method: "POST", headers, body: '{"a":1}' });
    expect(await response.json()).toEqual({ ok: true });
    const [path, init] = fetch.mock.calls[0] as [string, RequestInit];
    expect(path).toBe("/api/x");
    expect(init).toMatchObject({ method: "POST", body: '{"a":1}', credentials: "omit", cache: "no-store" });
    expect(init.headers).toEqual(headers);
  });

  it.each([
    [Response.json({ code: "GONE" }, { status: 410 }), "GONE", 410, false],
    [Response.json({ code: "NOT_READY" }, { status: 503 }), "NOT_READY", 503, true],
    [new Response("<html>", { status: 502 }), "HTTP_502", 502, true],
    [Response.json({ code: "TOO_MANY_REQUESTS" }, { status: 429 }), "TOO_MANY_REQUESTS", 429, true],
    [new TypeError("Failed to fetch"), "OFFLINE", 0, true],
  ])(
    "that fail (%#) carry the code, and whether trying again may help",
    async (response, code, status, temporary) => {
      answers(response);
      const problem = await getJson("/api/x").catch((error: unknown) => error);
      expect(problem).toBeInstanceOf(ApiProblem);
      expect(problem).toMatchObject({ code, status, temporary });
    },
  );

  it("that the page itself aborts are not called offline", async () => {
    answers(new DOMException("Aborted", "AbortError"));
    await expect(getJson("/api/x", { signal: AbortSignal.abort() })).rejects.toThrow("Aborted");
  });
});
