/** A page of this package in a real Chromium: bundled as an app would bundle it, on an origin of its own. */
import { build } from "esbuild";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Page as Tab, chromium } from "playwright-core";
import { findBrowser, launchOptions } from "../../../../scripts/find-browser.ts";

export const browserPath: string | undefined = findBrowser();

/** A page, and the files of its bundle that it has asked for so far. */
export interface OpenPage {
  readonly tab: Tab;
  readonly fetched: ReadonlySet<string>;
  readonly close: () => Promise<void>;
}

/** Bundles the page, serves it isolated from other origins, opens it; `close` takes everything down. */
export async function openPage(): Promise<OpenPage> {
  if (browserPath === undefined) throw new Error("no Chromium");
  const { outputFiles } = await build({
    bundle: true,
    conditions: ["@tillit/source"],
    entryPoints: [fileURLToPath(new URL("page.ts", import.meta.url))],
    format: "esm",
    minify: true,
    outdir: "out",
    splitting: true,
    write: false,
  });
  const scripts = new Map(outputFiles.map(({ path, text }) => [`/${basename(path)}`, text]));
  const fetched = new Set<string>();
  const server = createServer((request, response) => {
    // Isolation is what makes the browser tell how much memory the page uses.
    response.setHeader("cross-origin-opener-policy", "same-origin");
    response.setHeader("cross-origin-embedder-policy", "require-corp");
    const script = scripts.get(request.url ?? "");
    if (script !== undefined) fetched.add(request.url ?? "");
    response.setHeader("content-type", script === undefined ? "text/html" : "text/javascript");
    response.end(script ?? '<!doctype html><title>CE1</title><script type="module" src="/page.js"></script>');
  });
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  const { port } = server.address() as AddressInfo;
  const profile = mkdtempSync(join(tmpdir(), "ce1-chromium-"));
  const { args, executablePath } = launchOptions(browserPath);
  // A profile on disk, so that files of the page are on disk too and not in the browser's memory.
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: [...args, "--enable-blink-features=ForceEagerMeasureMemory"],
  });
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${port}/`);
  await tab.waitForFunction(() => "page" in globalThis);
  return {
    tab,
    fetched,
    close: async () => {
      await browser.close();
      server.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
