/** Bad requests made from the OpenAPI document: none is a fault of ours, none is repeated back, none leaves a trace. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deep } from "../../../../vitest.depth.ts";
import { engines, freshDatabase } from "../setup/databases.ts";
import { fitting, spoilt, type Schema, type Schemas } from "../setup/from-schema.ts";
import {
  harness,
  ownToken,
  privateProvider,
  publicAuthority,
  type Harness,
  type Staff,
} from "../setup/harness.ts";
import type { SealedPackage } from "../setup/sealing.ts";

/** On each engine: what a database makes of odd text differs, so each gets its share. */
const runs = deep ? 10_000 : 4000;
const marker = "Kanarie-Önnerström";

interface Route {
  readonly method: string;
  readonly path: string;
  /** Whatever fits what the description says of the body. */
  readonly body: fc.Arbitrary<unknown> | undefined;
}

interface Described {
  readonly paths: Record<
    string,
    Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>
  >;
  readonly components: { readonly schemas: Schemas };
}

describe.each(engines)("bad requests on %s", (engine) => {
  let h: Harness;
  let staff: readonly Staff[];
  /** Someone else logs out: the others' sessions must last to the end. */
  let leaving: Staff;
  let token: string;
  let one: SealedPackage;
  let others: SealedPackage;
  let request: string;
  let routes: readonly Route[];

  beforeAll(async () => {
    h = await harness({ url: await freshDatabase(engine) });
    staff = [
      await h.login("caseworker", publicAuthority),
      await h.login("decision-maker", publicAuthority),
      await h.login("privacy-officer", publicAuthority),
      await h.login("key-custodian", publicAuthority),
    ];
    leaving = await h.login("operator", publicAuthority);
    one = await h.submitted();
    others = await h.submitted(privateProvider);
    token = await ownToken(h, one);
    const asked = { application: one.record, right: "access", channel: "letter", receivedOn: "2026-11-23" };
    request = ((await (await h.post("/api/desk/requests", asked, staff[0])).json()) as { id: string }).id;
    const { paths, components } = (await (await h.get("/api/openapi.json")).json()) as Described;
    const ids = (schema: Schema): readonly unknown[] =>
      schema.pattern === "^[0-9a-f]{32}$" ? [one.record, others.record] : [];
    routes = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, { requestBody }]) => {
        const schema = requestBody?.content["application/json"]?.schema;
        const body = schema && fitting(schema, components.schemas, ids);
        return { method: method.toUpperCase(), path, body };
      }),
    );
  });
  afterAll(() => h.close());

  const there = (before: string): string | undefined =>
    ({ applications: one.record, requests: request, controllers: publicAuthority, blobs: "contact" })[before];

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
      fc.constant(undefined).map(() => others.record),
      fc.constant(undefined).map(() => others.receipt.app),
      fc.constantFrom("contact", publicAuthority, privateProvider),
      fc.string({ unit: "grapheme", maxLength: 40 }),
    );

  const value = (): fc.Arbitrary<unknown> =>
    fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom(
        marker,
        null,
        [],
        {},
        "x".repeat(10_000),
        -1,
        1e308,
        true,
        "__proto__",
        "\u0000",
        "\ud800",
      ),
      fc.constant(undefined).map(() => one.manifest),
      fc.constant(undefined).map(() => others.manifest),
      fc.constant(undefined).map(() => one.keyring),
    );

  const anything = (): fc.Arbitrary<string> =>
    fc.oneof(
      value().map((given) => JSON.stringify(given)),
      fc.constantFrom("", "{", "[[[[", '{"a":1,"a":2}', "\u0000", '{"x":"\\ud800"}', marker),
      fc.string({ maxLength: 200 }),
    );

  /** Mostly what the route asks for, as it is or with one thing wrong in it. */
  const bodyOf = ({ body }: Route): fc.Arbitrary<string> => {
    if (body === undefined) return anything();
    const almost = fc
      .tuple(body, fc.nat(), value())
      .map(([whole, where, what]) => spoilt(whole, where, what));
    return fc.oneof(
      { weight: 2, arbitrary: body.map((whole) => JSON.stringify(whole)) },
      { weight: 3, arbitrary: almost.map((whole) => JSON.stringify(whole)) },
      { weight: 1, arbitrary: anything() },
    );
  };

  const who = (): fc.Arbitrary<Record<string, string>> =>
    fc.oneof(
      fc.constant({}),
      { weight: 12, arbitrary: fc.nat(3).map((n) => session(staff[n], true)) },
      fc.nat(3).map((n) => session(staff[n], false)),
      { weight: 3, arbitrary: fc.constant(undefined).map(() => ({ authorization: `Bearer ${token}` })) },
      fc.constantFrom(
        { authorization: "Bearer x" },
        { authorization: "Basic eDp4" },
        { cookie: `tillit-session=${"A".repeat(5000)}` },
      ),
    );

  const offsets = ["0", "1", "-1", "0x10", "9".repeat(40), "", "1, 2"];

  test(
    `${runs} made from the description give no server error, no stack and no echo`,
    async () => {
      const reached = new Set<string>();
      // Those that take a body come three times as often: there is more to get wrong.
      const often = routes.flatMap((route) => (route.body === undefined ? [route] : [route, route, route]));
      const generated = fc.constantFrom(...often).chain((route) =>
        fc.record({
          route: fc.constant(route),
          pick: fc.nat(),
          segments: fc.array(segment(), { minLength: 4, maxLength: 4 }),
          query: fc.option(segment(), { nil: undefined }),
          text: bodyOf(route),
          headers: who(),
          type: fc.oneof(
            { weight: 4, arbitrary: fc.constant("application/json") },
            fc.constantFrom(
              "application/octet-stream",
              "application/partial-upload",
              "application/x-www-form-urlencoded",
              "text/html",
              "application/json; charset=utf-16",
            ),
          ),
          length: fc.oneof(
            { weight: 5, arbitrary: fc.constant("right") },
            fc.constantFrom("wrong", "none", "chunked"),
          ),
          again: fc.nat(9).map((n) => n === 0),
        }),
      );
      await fc.assert(
        fc.asyncProperty(
          generated,
          async ({ route, pick, segments, query, text, headers, type, length, again }) => {
            const { method, path } = route;
            let at = 0;
            const address = path.replaceAll(/([\w-]+)\/\{\w+\}/g, (_all, before: string) => {
              // Every other time the name of something that is there, so that more than the gate is met.
              const given = pick % 2 === 0 ? there(before) : undefined;
              const name = given ?? segments[at++ % 4] ?? "";
              return `${before}/${encodeURIComponent(name).replaceAll("%25", "%")}`;
            });
            const search =
              query === undefined
                ? ""
                : `?lang=${encodeURIComponent(query)}&size=${encodeURIComponent(query)}&limit=-1`;
            const size = String(Buffer.byteLength(text) + (length === "wrong" ? 7 : 0));
            const send = () =>
              h.app.request(address + search, {
                method,
                headers: {
                  ...headers,
                  ...(path === "/api/auth/logout" ? session(leaving, pick % 2 === 0) : {}),
                  ...(method === "GET" ? {} : { "content-type": type }),
                  ...(method === "PATCH" ? { "upload-offset": offsets[pick % offsets.length] ?? "" } : {}),
                  ...(length === "none" || method === "GET" ? {} : { "content-length": size }),
                  ...(length === "chunked" && method !== "GET" ? { "transfer-encoding": "chunked" } : {}),
                },
                ...(method === "GET" ? {} : { body: text }),
              });
            if (again) await send();
            const answer = await send();
            const said = (await answer.text()) + JSON.stringify([...answer.headers]);
            expect(answer.status, `${method} ${path}`).toBeLessThan(500);
            expect(said).not.toMatch(/\bat .+:\d+:\d+|node_modules|SqliteError|TypeError/);
            expect(said).not.toContain(marker);
            expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
            reached.add(`${method} ${path} ${answer.status}`);
          },
        ),
        { numRuns: runs, seed: 20_261_121 },
      );
      expect(h.logged.some((line) => line.includes('"level":50'))).toBe(false);
      expect(h.logged.join("\n")).not.toContain(marker);
      // Every route was met, and many were met by what they take: not all ended at the gate.
      expect(new Set([...reached].map((line) => line.replace(/ \d+$/, ""))).size).toBe(routes.length);
      const passed = [...reached].filter((line) => /^(?:POST|PUT|PATCH) .* (?:20\d|409)$/.test(line));
      expect(passed.length).toBeGreaterThan(10);
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
});

function session(staff: Staff | undefined, whole: boolean): Record<string, string> {
  const { cookie = "", csrf = "" } = staff ?? {};
  return whole ? { cookie, "x-csrf-token": csrf } : { cookie };
}
