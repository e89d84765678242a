import { fileURLToPath } from "node:url";
import { buildApp, builtSizes, type BuiltSizes, withoutIntegrity } from "@tillit/web-kit/testing";
import { beforeAll, describe, expect, it } from "vitest";

let folder: string;
let sizes: BuiltSizes;

beforeAll(async () => {
  folder = await buildApp(fileURLToPath(new URL("..", import.meta.url)));
  sizes = await builtSizes(folder);
}, 60_000);

const KB = 1000;

describe("what the form costs to load, compressed", () => {
  it("is at most 30 KB of script and 6 KB of style before the first page is seen", () => {
    expect(sizes.initial).toBeLessThanOrEqual(30 * KB);
    expect(sizes.css).toBeLessThanOrEqual(6 * KB);
  });

  it.each([
    ["journey", 30],
    ["sv", 6],
    ["en", 6],
    ["identity-check", 4],
    ["seal.worker", 35],
  ])("is at most %s: %i KB for a part that comes later", (part, most) => {
    expect(sizes.lazy[part]).toBeGreaterThan(0);
    expect(sizes.lazy[part]).toBeLessThanOrEqual(most * KB);
  });

  it("is at most 35 KB for any one part", () => {
    expect(Math.max(...Object.values(sizes.lazy))).toBeLessThanOrEqual(35 * KB);
  });

  it("names the hash of every script and style of the first page", async () => {
    const { named, wrong } = await withoutIntegrity(folder, sizes.html);
    expect(named).toBeGreaterThanOrEqual(2);
    expect(wrong).toEqual([]);
  });

  it("needs nothing inline and nobody else's server", () => {
    expect(sizes.html).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)/);
    expect(sizes.html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});
