import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const out = mkdtempSync(join(tmpdir(), "tillit-desk-size-"));
const sizes = new Map<string, number>();

beforeAll(async () => {
  const root = join(import.meta.dirname, "..");
  await build({ root, logLevel: "silent", build: { outDir: out, emptyOutDir: true, sourcemap: false } });
  for (const name of readdirSync(join(out, "assets"))) {
    sizes.set(name, gzipSync(readFileSync(join(out, "assets", name)), { level: 9 }).length);
  }
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

function total(names: readonly string[]): number {
  return names.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0) / 1024;
}

describe("the weight of the desk, packed", () => {
  const scripts = (): string[] => [...sizes.keys()].filter((name) => name.endsWith(".js"));
  const first = (): string[] => {
    const html = readFileSync(join(out, "index.html"), "utf8");
    return scripts().filter((name) => html.includes(name));
  };

  it("starts with at most 60 KB of script and 8 KB of style", () => {
    expect(first().length).toBeGreaterThan(0);
    expect(total(first())).toBeLessThan(60);
    expect(total([...sizes.keys()].filter((name) => name.endsWith(".css")))).toBeLessThan(8);
  });

  it("fetches no later part of more than 40 KB, and never more than 100 KB of script in all", () => {
    for (const name of scripts()) expect(total([name])).toBeLessThan(40);
    expect(total(scripts())).toBeLessThan(100);
  });

  it("has no inline script or style, no font and no address of anyone else", () => {
    const html = readFileSync(join(out, "index.html"), "utf8");
    expect(html).not.toMatch(/<script(?![^>]*src=)|<style|style=/u);
    expect([...sizes.keys()].some((name) => /\.(woff2?|ttf|otf)$/u.test(name))).toBe(false);
    for (const name of sizes.keys()) {
      const text = readFileSync(join(out, "assets", name), "utf8");
      // Namespaces of SVG and MathML are names, not addresses that anything is fetched from.
      expect(text.replaceAll(/http:\/\/www\.w3\.org\/[\w/]+/gu, "")).not.toMatch(/https?:\/\//u);
    }
  });
});
