import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { noticeHtml, recordHtml, toArticle30, toNotice } from "@tillit/consent-legal-basis";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser, launchOptions } from "../../../scripts/find-browser.ts";
import { national } from "./national.ts";
import { casework, newsletter } from "./sample-activity.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const golden = join(import.meta.dirname, "../../policy-profiles/test/golden");

type Shown = { readonly name: string; readonly html: string };

function ownPages(): readonly Shown[] {
  const pages: Shown[] = [];
  for (const locale of ["sv", "en"] as const) {
    for (const level of ["full", "short", "easy-read"] as const) {
      const notice = toNotice([casework, newsletter], { article: 13, locale, level, national });
      pages.push({ name: `notice, ${locale}, ${level}`, html: noticeHtml(notice) });
    }
    const record = toArticle30([casework, newsletter], { locale });
    pages.push({ name: `record of processing, ${locale}`, html: recordHtml(record) });
  }
  return pages;
}

const organisations = (existsSync(golden) ? readdirSync(golden) : [])
  .filter((name) => name.endsWith(".html"))
  .map((name) => ({ name, html: readFileSync(join(golden, name), "utf8") }));

describe("HTML in a browser", () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const path = findBrowser();
    if (path === undefined) throw new Error("no Chromium found; set CHROMIUM to its path");
    browser = await chromium.launch(launchOptions(path));
    page = await browser.newPage();
  }, 60_000);

  afterAll(async () => browser.close());

  it("All five organisations have their notices here, in both languages", () => {
    expect(organisations).toHaveLength(10);
  });

  it.each([...ownPages(), ...organisations])("axe finds nothing in $name", async ({ html }) => {
    await page.setContent(html);
    await page.evaluate(axe);
    const violations = await page.evaluate<unknown[]>(
      "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.length]))",
    );
    expect(violations).toEqual([]);
  });
});
