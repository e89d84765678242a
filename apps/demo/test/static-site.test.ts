import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { NotBuilt, staticSite } from "../src/web/static-site.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
const root = join(folder.path, "dist");
mkdirSync(join(root, "assets"), { recursive: true });
writeFileSync(join(folder.path, "secret.txt"), "not to be served");
writeFileSync(join(root, "index.html"), "<!doctype html>");
writeFileSync(join(root, "assets", "app-1a2b.js"), "export {};\n".repeat(500));
const site = staticSite("form", root, { "/tillit-config.json": '{"pins":{}}' });
afterAll(() => folder.remove());

function get(path: string, headers: Record<string, string> = {}, method = "GET"): Response {
  return site(new Request(`http://localhost${path}`, { method, headers }));
}

describe("a static site", () => {
  it.each([
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/assets/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/assets/..\\..\\secret.txt",
    "//secret.txt",
    "/secret.txt",
  ])("serves nothing for %s", async (path) => {
    const answer = get(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain("served");
  });

  it("keeps hashed files for ever and asks again for the rest", () => {
    expect(get("/assets/app-1a2b.js").headers.get("cache-control")).toContain("immutable");
    expect(get("/").headers.get("cache-control")).toBe("no-cache");
    expect(get("/tillit-config.json").headers.get("cache-control")).toBe("no-cache");
  });

  it("answers 304 to what the browser already has, without a body", async () => {
    const etag = get("/").headers.get("etag") ?? "";
    const again = get("/", { "if-none-match": etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });

  it("packs what is large when asked to", async () => {
    const packed = get("/assets/app-1a2b.js", { "accept-encoding": "gzip, br" });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).toContain("export {}");
  });

  it("gives the app for an address of its own router, and nothing for other methods", () => {
    expect(get("/arende/abc").headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(get("/", {}, "POST").status).toBe(405);
    expect(get("/", {}, "HEAD").status).toBe(200);
  });

  it("sends the policy with every answer, refusals too", () => {
    for (const answer of [get("/"), get("/nothing.js"), get("/", {}, "POST")]) {
      expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  it("says what to do when the app is not built", () => {
    expect(() => staticSite("desk", join(folder.path, "nowhere"), {})).toThrow(NotBuilt);
  });
});
