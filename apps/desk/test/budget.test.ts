import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildApp, builtSizes, type BuiltSizes } from "@tillit/web-kit/testing";
import { beforeAll, describe, expect, it } from "vitest";

let folder: string;
let sizes: BuiltSizes;

beforeAll(async () => {
  folder = await buildApp(join(import.meta.dirname, ".."));
  sizes = await builtSizes(folder);
});

const KB = 1000;
const namespaces =
  /https?:\/\/(?:www\.w3\.org|www\.loc\.gov|json-schema\.org|(?:ear\w+\.)?DILCIS\.eu)\/[\w/.-]+/giu;

describe("what the desk costs to load, compressed", () => {
  it("is at most 60 KB of script and 8 KB of style before the first page is seen", () => {
    expect(sizes.initial).toBeGreaterThan(0);
    expect(sizes.initial).toBeLessThanOrEqual(60 * KB);
    expect(sizes.css).toBeLessThanOrEqual(8 * KB);
  });

  it("is at most 40 KB for any later part, and 214 KB in all, letters, redaction, archive packages, the calendar of the law and every page included", () => {
    const later = Object.values(sizes.lazy);
    expect(Math.max(...later)).toBeLessThanOrEqual(40 * KB);
    expect(later.reduce((sum, size) => sum + size, sizes.initial)).toBeLessThanOrEqual(214 * KB);
  });

  it("has no inline script or style, no font and no address of anyone else", async () => {
    expect(sizes.html).not.toMatch(/<script(?![^>]*src=)|<style|style=/u);
    const names = (await readdir(join(folder, "assets"))).filter((name) => !name.endsWith(".map"));
    expect(names.some((name) => /\.(woff2?|ttf|otf)$/u.test(name))).toBe(false);
    for (const name of names) {
      const text = await readFile(join(folder, "assets", name), "utf8");
      // Namespaces of SVG, MathML, METS and PREMIS and the dialect of a JSON Schema are names, not addresses that anything is fetched from.
      expect(text.replaceAll(namespaces, "")).not.toMatch(/https?:\/\//u);
    }
  });
});
