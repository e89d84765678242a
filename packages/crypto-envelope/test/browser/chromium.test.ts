import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserPath, openPage } from "./chromium.ts";
import type { Page } from "./page.ts";

if (browserPath === undefined) process.stderr.write("Chromium: none found, its tests are not run\n");
const mebibyte = 1024 * 1024;
// What is evaluated in the tab sees its global.
declare const page: Page;

describe.runIf(browserPath !== undefined)("in Chromium", () => {
  let opened: Awaited<ReturnType<typeof openPage>>;
  beforeAll(async () => {
    opened = await openPage();
  }, 60_000);
  afterAll(async () => {
    await opened.close();
  }, 30_000);

  it.each(["x25519", "xwing"] as const)(
    "a private %s key that cannot be exported opens what was sealed to it",
    async (kem) => {
      const result = await opened.tab.evaluate((kind) => page.withLockedKey(kind), kem);
      expect(result).toEqual({
        exported: "InvalidAccessError",
        text: "Hej från webbläsaren",
        own: "Hej från webbläsaren",
        kinds: [kem, kem],
      });
    },
    30_000,
  );

  it("native X-Wing and AES give and take the same bytes as JavaScript", async () => {
    expect(await opened.tab.evaluate(() => page.backendsAgree())).toEqual([true, true, true, true]);
  }, 30_000);

  it("an attachment of 200 MB is sealed and opened as a stream, in memory that stays flat", async () => {
    const result = await opened.tab.evaluate(() => page.largeAttachment(200));
    process.stderr.write(
      `Chromium, 200 MiB sealed and opened: ${result.seconds.toFixed(1)} s, ` +
        `memory ${(result.before / 1e6).toFixed(0)} MB before, ${(result.peak / 1e6).toFixed(0)} MB at most\n`,
    );
    expect([result.size, result.sum]).toEqual([200 * mebibyte, true]);
    expect(result.peak - result.before).toBeLessThan(80 * mebibyte);
  }, 120_000);
});
