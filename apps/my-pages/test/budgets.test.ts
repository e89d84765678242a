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

describe("what My pages cost to load, compressed", () => {
  it("is at most 25 KB of script and 6 KB of style before the first page is seen", () => {
    expect(sizes.initial).toBeLessThanOrEqual(25 * KB);
    expect(sizes.css).toBeLessThanOrEqual(6 * KB);
  });

  it("is at most 50 KB more to open a receipt: cryptography, questionnaire, and the words of the questions", () => {
    const { hybrid: _hybrid, en: _english, ...later } = sizes.lazy;
    const opening = Object.fromEntries(
      Object.entries(later).filter(([name]) => !name.includes("rights") && !name.includes("who-answered")),
    );
    const sum = Object.values(opening).reduce((total, size) => total + size, 0);
    expect(sum).toBeGreaterThan(10 * KB);
    expect(sum).toBeLessThanOrEqual(50 * KB);
  });

  it("is at most 10 KB more for the page about one's rights", () => {
    const rights = Object.entries(sizes.lazy).filter(([name]) => name.includes("rights"));
    expect(rights.length).toBeGreaterThan(0);
    expect(rights.reduce((total, [, size]) => total + size, 0)).toBeLessThanOrEqual(10 * KB);
  });

  it("is at most 4 KB more to check who answered, also behind a change of the log's key", () => {
    const checking = Object.entries(sizes.lazy).filter(([name]) => name.includes("who-answered"));
    expect(checking.length).toBeGreaterThan(0);
    expect(checking.reduce((total, [, size]) => total + size, 0)).toBeLessThanOrEqual(4 * KB);
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
