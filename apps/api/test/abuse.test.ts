/** Bad requests made from the OpenAPI document: none is a fault of ours, none is repeated back, none leaves a trace. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { harness, ownToken, publicAuthority, type Harness, type Staff } from "./setup/harness.ts";
import type { SealedPackage } from "./setup/sealing.ts";

/** 20 000 under SLOW; enough otherwise to meet every route with every kind of wrong. */
const runs = process.env["SLOW"] === undefined ? 2000 : 20_000;
const marker = "Kanarie-Önnerström";

let h: Harness;
let staff: Staff;
let token: string;
let one: SealedPackage;
let routes: readonly { readonly method: string; readonly path: string }[];

beforeAll(async () => {
  h = await harness();
  staff = await h.login("caseworker", publicAuthority);
  one = await h.submitted();
  token = await ownToken(h, one);
  const { paths } = (await (await h.get("/api/openapi.json")).json()) as { paths: Record<string, object> };
  routes = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => ({ method: method.toUpperCase(), path })),
  );
});
afterAll(() => h.close());

const segment = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(
      "..",
      "%2e%2e%2f%2e%2e",
      "%00",
      "' or 1=1 --",
      marker,
      "a".repeat(3000),
      "0".repeat(32),
      "r-" + "0".repeat(20),
    ),
    fc.constant(undefined).map(() => one.record),
    fc.constant(undefined).map(() => one.receipt.app),
    fc.string({ unit: "grapheme", maxLength: 40 }),
  );

const value = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom(marker, null, [], {}, "x".repeat(10_000), -1, 1e308, true, "__proto__"),
    fc.constant(undefined).map(() => one.manifest),
    fc.constant(undefined).map(() => one.keyring),
  );

const body = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc
      .dictionary(
        fc.constantFrom(
          "manifest",
          "keyring",
          "facts",
          "statement",
          "outcome",
          "words",
          "type",
          "cid",
          "nonce",
          "proof",
          "application",
          "right",
          "__proto__",
        ),
        value(),
      )
      .map((given) => JSON.stringify(given)),
    value().map((given) => JSON.stringify(given)),
    fc.constantFrom("", "{", "[[[[", '{"a":1,"a":2}', "\u0000", '{"x":"\\ud800"}', marker),
    fc.string({ maxLength: 200 }),
  );

const who = (): fc.Arbitrary<Record<string, string>> =>
  fc.oneof(
    fc.constant({}),
    fc.constant(undefined).map(() => ({ cookie: staff.cookie, "x-csrf-token": staff.csrf })),
    fc.constant(undefined).map(() => ({ cookie: staff.cookie })),
    fc.constant(undefined).map(() => ({ authorization: `Bearer ${token}` })),
    fc.constantFrom(
      { authorization: "Bearer x" },
      { authorization: "Basic eDp4" },
      { cookie: `tillit-session=${"A".repeat(5000)}` },
    ),
  );

const offsets = ["0", "1", "-1", "0x10", "9".repeat(40), "", "1, 2"];

test(
  `${runs} generated requests give no server error, no stack and no echo`,
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.array(segment(), { minLength: 4, maxLength: 4 }),
        fc.option(segment(), { nil: undefined }),
        body(),
        who(),
        fc.constantFrom(
          "application/json",
          "application/octet-stream",
          "application/partial-upload",
          "text/html",
          "application/json; charset=utf-16",
        ),
        fc.constantFrom("right", "wrong", "none", "chunked"),
        async (pick, segments, query, text, headers, type, length) => {
          const { method, path } = routes[pick % routes.length] ?? { method: "GET", path: "/" };
          let at = 0;
          const address = path.replaceAll(/\{\w+\}/g, () =>
            encodeURIComponent(segments[at++ % 4] ?? "").replaceAll("%25", "%"),
          );
          const search =
            query === undefined
              ? ""
              : `?lang=${encodeURIComponent(query)}&size=${encodeURIComponent(query)}&limit=-1`;
          const size = String(Buffer.byteLength(text) + (length === "wrong" ? 7 : 0));
          const answer = await h.app.request(address + search, {
            method,
            headers: {
              ...headers,
              ...(method === "GET" ? {} : { "content-type": type }),
              ...(method === "PATCH" ? { "upload-offset": offsets[pick % offsets.length] ?? "" } : {}),
              ...(length === "none" || method === "GET" ? {} : { "content-length": size }),
              ...(length === "chunked" && method !== "GET" ? { "transfer-encoding": "chunked" } : {}),
            },
            ...(method === "GET" ? {} : { body: text }),
          });
          const said = (await answer.text()) + JSON.stringify([...answer.headers]);
          expect(answer.status).toBeLessThan(500);
          expect(said).not.toMatch(/\bat .+:\d+:\d+|node_modules|SqliteError|TypeError/);
          expect(said).not.toContain(marker);
          expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
        },
      ),
      { numRuns: runs, seed: 20_261_121 },
    );
    expect(h.logged.some((line) => line.includes('"level":50'))).toBe(false);
    expect(h.logged.join("\n")).not.toContain(marker);
  },
  runs * 60,
);

test("a path that climbs leads nowhere", async () => {
  for (const path of [
    "/api/docs/../../../../etc/passwd",
    "/api/docs/%2e%2e%2f%2e%2e%2fpackage.json",
    "/api/docs/scalar.js/../..",
  ]) {
    expect([404, 200]).toContain((await h.app.request(path)).status);
    expect(await (await h.app.request(path)).text()).not.toMatch(/root:|"dependencies"/);
  }
});

test("an upload that is cut off leaves the application as it was, and can be made again", async () => {
  const fresh = await h.seal();
  await h.send(fresh);
  const [id, bytes] = [...fresh.blobs][0] as [string, Uint8Array];
  const cut = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.slice(0, 100));
      controller.error(new Error("gone"));
    },
  });
  const path = `/api/applications/${fresh.record}/blobs/${id}`;
  const headers = { "content-type": "application/octet-stream", "content-length": String(bytes.length) };
  const broken = await h.app.request(path, {
    method: "PUT",
    headers,
    body: cut,
    duplex: "half",
  } as RequestInit);
  expect(broken.status).toBe(400);
  expect((await h.app.request(path, { method: "PUT", headers, body: bytes.slice() })).status).toBe(204);
});
