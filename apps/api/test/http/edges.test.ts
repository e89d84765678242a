import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemCodes } from "@tillit/api-contract/ground/problems";
import { Problem, problemBody } from "../../src/problem.ts";
import { harness, type Harness } from "../setup/harness.ts";

let h: Harness;
beforeAll(async () => {
  h = await harness();
});
afterAll(() => h.close());

describe("every answer", () => {
  test.each(["/healthz", "/api/controllers", "/api/openapi.json", "/api/docs", "/nowhere", "/api/session"])(
    "%s carries the security headers and a request id",
    async (path) => {
      const answer = await h.get(path);
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
      expect(answer.headers.get("x-request-id")).toMatch(/^[\w-]{16}$/);
    },
  );

  test("a refusal is problem+json with a code and without what was sent", async () => {
    const answer = await h.post("/api/applications", { manifest: "19850505-1234 Anna" });
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ code: "INPUT_INVALID", status: 400 });
    expect(text).not.toContain("Anna");
  });

  test("broken JSON is refused as such", async () => {
    const answer = await h.app.request("/api/applications", {
      method: "POST",
      headers: { "content-type": "application/json", "content-length": "1" },
      body: "{",
    });
    expect(await answer.json()).toMatchObject({ code: "JSON_INVALID" });
  });

  test("a body that is too large is refused before it is read", async () => {
    const answer = await h.app.request("/api/applications", {
      method: "POST",
      headers: { "content-type": "application/json", "content-length": String(5 * 1024 * 1024) },
      body: "{}",
    });
    expect(answer.status).toBe(413);
  });

  test("an application has no more parts, keys and signatures than the format allows", async () => {
    const { manifest, keyring } = await h.seal();
    const facts = { assignments: ["family-home"], noticeVersion: await h.noticeVersion(), lang: "sv" };
    const slots = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`file-${n}`, "AA"]));
    const [stanza] = keyring.stanzas;
    const [signature] = manifest.signatures;
    const many = [
      { manifest, keyring: { ...keyring, slots: { ...keyring.slots, ...slots } }, facts },
      { manifest, keyring: { ...keyring, stanzas: Array.from({ length: 513 }, () => stanza) }, facts },
      { manifest: { ...manifest, signatures: Array.from({ length: 9 }, () => signature) }, keyring, facts },
      { manifest: { ...manifest, payload: "A".repeat(400_004) }, keyring, facts },
      { manifest, keyring, facts: { ...facts, assignments: Array.from({ length: 5 }, () => "family-home") } },
    ];
    for (const body of many) expect((await h.post("/api/applications", body)).status).toBe(400);
  });

  test("the log line has the route's pattern, and neither address, query nor name", async () => {
    await h.get("/api/controllers/skinnskatteberg-ifo/notice?lang=sv&leak=Anna");
    const line = JSON.parse(h.logged.at(-1) ?? "{}") as Record<string, unknown>;
    expect(line).toMatchObject({ method: "GET", route: "/api/controllers/:id/notice" });
    expect(JSON.stringify(line)).not.toContain("Anna");
    expect(JSON.stringify(line)).not.toContain("skinnskatteberg");
  });
});

describe("the description of the API", () => {
  test("is OpenAPI 3.1 with every route that exists", async () => {
    const document = (await (await h.get("/api/openapi.json")).json()) as {
      openapi: string;
      paths: Record<string, Record<string, unknown>>;
    };
    expect(document.openapi).toBe("3.1.0");
    const described = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`),
    );
    const undescribed = new Set([
      "/api/openapi.json",
      "/api/docs",
      "/api/docs/start.js",
      "/api/docs/scalar.js",
      "/*",
    ]);
    const served = h.app.routes
      .filter(({ method, path }) => method !== "ALL" && !undescribed.has(path))
      .map(({ method, path }) => `${method} ${path}`);
    expect(new Set(served)).toStrictEqual(new Set(described));
  });

  test("names every code that a refusal can carry, each in capitals and with a status of its own kind", async () => {
    const { components } = (await (await h.get("/api/openapi.json")).json()) as {
      components: { schemas: { Problem: { properties: { code: { enum: string[] } } } } };
    };
    const codes = components.schemas.Problem.properties.code.enum;
    expect(codes).toStrictEqual([...problemCodes]);
    for (const code of problemCodes) {
      expect(code).toMatch(/^[A-Z][A-Z_]+[A-Z]$/);
      const { status, title } = problemBody(new Problem(code));
      expect(status).toBeGreaterThanOrEqual(400);
      expect(title.length).toBeGreaterThan(10);
    }
  });

  test("can be browsed with scripts from here only", async () => {
    const page = await h.get("/api/docs");
    const html = await page.text();
    expect(html).not.toMatch(/https?:\/\//);
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
    const script = await h.get("/api/docs/scalar.js");
    expect(script.status).toBe(200);
    expect((await script.arrayBuffer()).byteLength).toBeGreaterThan(1_000_000);
  });
});
