import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deep } from "../../../../vitest.depth.ts";
import { type OpenPage, browserPath, openPage } from "./chromium.ts";
import type { Page } from "./page.ts";

if (browserPath === undefined) process.stderr.write("Chromium: none found, its tests are not run\n");
const mebibyte = 1024 * 1024;
/** More than may be held at once, or much more. */
const size = deep ? 200 : 100;
// What is evaluated in the tab sees its global.
declare const page: Page;

describe.runIf(browserPath !== undefined)("in Chromium", () => {
  let opened: OpenPage;
  let xwing = false;
  beforeAll(async () => {
    opened = await openPage();
    xwing = await opened.tab.evaluate(() => page.hasXwing());
    const version = opened.tab.context().browser()?.version() ?? "";
    process.stderr.write(
      `Chromium ${version}: ${xwing ? "X-Wing is its own" : "it has no X-Wing, that of JavaScript is tested"}\n`,
    );
  });
  afterAll(async () => {
    await opened.close();
  });

  // First of all: later tests ask for the stand-ins by name, to compare with them.
  it("what the browser has by itself is not fetched: AES, X25519, and X-Wing from a seed", async () => {
    expect(await opened.tab.evaluate(() => page.withSeed("x25519"))).toEqual(["Hej", "Hej"]);
    expect(await opened.tab.evaluate(() => page.withSeed("xwing"))).toEqual(["Hej", "Hej"]);
    const standIns = ["aes", "x25519", "xwing"].filter((name) =>
      [...opened.fetched].some((file) => file.startsWith(`/${name}-script`)),
    );
    expect(standIns).toEqual(xwing ? [] : ["xwing"]);
  });

  it("an X-Wing seed has the public key that JavaScript makes of it", async () => {
    const [own, script] = await opened.tab.evaluate(() => page.publicKeys());
    expect(own).toBe(script);
  });

  it.each(["x25519", "xwing"] as const)(
    "a private %s key that cannot be exported opens what was sealed to it",
    async (kem) => {
      // A key that cannot be exported is the browser's, or there is none.
      if (kem === "xwing" && !xwing) return;
      const result = await opened.tab.evaluate((kind) => page.withLockedKey(kind), kem);
      expect(result).toEqual({
        exported: "InvalidAccessError",
        text: "Hej från webbläsaren",
        own: "Hej från webbläsaren",
        kinds: [kem, kem],
      });
    },
  );

  it("native X-Wing and AES give and take the same bytes as JavaScript", async () => {
    expect(await opened.tab.evaluate(() => page.backendsAgree())).toEqual([true, true, true, true]);
  });

  it(`an attachment of ${size} MB is sealed and opened as a stream, in memory that stays flat`, async () => {
    const result = await opened.tab.evaluate((mebibytes) => page.largeAttachment(mebibytes), size);
    process.stderr.write(
      `Chromium, ${size} MiB sealed and opened: ${result.seconds.toFixed(1)} s, ` +
        `memory ${(result.before / 1e6).toFixed(0)} MB before, ${(result.peak / 1e6).toFixed(0)} MB at most\n`,
    );
    expect([result.size, result.sum]).toEqual([size * mebibyte, true]);
    expect(result.peak - result.before).toBeLessThan(80 * mebibyte);
  });
});
