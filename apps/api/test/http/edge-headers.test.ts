/** The headers of every answer, also of those that the server writes by itself. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { serve, type Running } from "../../src/index.ts";
import { harness, type Harness } from "../setup/harness.ts";

let h: Harness;
let running: Running;
beforeAll(async () => {
  h = await harness();
  running = await serve(h.app, { port: 0, hostname: "127.0.0.1" });
});
afterAll(async () => {
  await running.stop();
  await h.close();
});

test.each([
  ["/healthz", {}, 200],
  ["/nowhere", {}, 404],
  ["/api/desk/applications", {}, 401],
  ["/api/applications", { method: "POST", body: "{", headers: { "content-type": "application/json" } }, 400],
  ["/api/applications", { method: "POST", body: new Blob(["x"]), headers: {} }, 415],
  ["/api/docs", {}, 200],
])("%s says over the network what it says to a test", async (path, init: RequestInit, status) => {
  const length = typeof init.body === "string" ? init.body.length : init.body === undefined ? undefined : 1;
  const direct = await h.app.request(path, {
    ...init,
    headers: new Headers([
      ...new Headers(init.headers),
      ...(length === undefined ? [] : [["content-length", String(length)] as [string, string]]),
    ]),
  });
  const over = await fetch(`http://127.0.0.1:${running.port}${path}`, init);
  await over.arrayBuffer();
  expect([direct.status, over.status]).toStrictEqual([status, status]);
  const own = (answer: Response): Record<string, string> =>
    Object.fromEntries(
      [...answer.headers].filter(
        ([name]) =>
          !/^(date|connection|keep-alive|content-length|transfer-encoding|x-request-id)$/.test(name),
      ),
    );
  expect(own(over)).toStrictEqual(own(direct));
  expect(over.headers.get("x-request-id")).toMatch(/^[\w-]{16}$/);
  expect(over.headers.get("x-content-type-options")).toBe("nosniff");
});

test("request ids do not repeat", async () => {
  const ids = await Promise.all(
    Array.from({ length: 600 }, async () => (await h.app.request("/healthz")).headers.get("x-request-id")),
  );
  expect(new Set(ids).size).toBe(600);
});
