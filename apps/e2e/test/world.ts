/** The whole product on free ports with a data folder of its own, and browsers whose every request is recorded. */
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { type Demo, startDemo } from "@tillit/demo";
import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { findBrowser, launchOptions } from "../../../scripts/find-browser.ts";
import { recordingProxy, type RecordingProxy } from "./recording-proxy.ts";

export interface World {
  readonly demo: Demo;
  readonly proxy: RecordingProxy;
  /** A browser profile of its own, in Swedish; its requests pass the recording proxy. */
  person(): Promise<BrowserContext>;
  /** Every file the product has written: database, its WAL, logs. Key files and demo passphrases are left out. */
  files(): Promise<Map<string, Buffer>>;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

/** @param clock - what time the API takes it to be */
export async function openWorld(clock: () => Date = () => new Date()): Promise<World> {
  const executable = findBrowser();
  if (executable === undefined) throw new Error("no Chromium: run node scripts/ensure-browser.ts");
  const dataDir = await mkdtemp(join(tmpdir(), "tillit-e2e-"));
  const [form, myPages, desk, issuer] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  const ports = { form, myPages, desk, issuer };
  const demo = await startDemo({ dataDir, ports, clock, quiet: true, logN: 14 });
  const proxy = await recordingProxy();
  const browser: Browser = await chromium.launch({
    ...launchOptions(executable),
    proxy: { server: `http://127.0.0.1:${proxy.port}`, bypass: "<-loopback>" },
  });
  return {
    demo,
    proxy,
    person: () => browser.newContext({ locale: "sv-SE", acceptDownloads: true }),
    files: async () => {
      const names = await readdir(dataDir, { recursive: true, withFileTypes: true });
      const places = new Map<string, Buffer>();
      for (const entry of names.filter((name) => name.isFile())) {
        const path = join(entry.parentPath, entry.name);
        if (!relative(dataDir, path).startsWith("keys"))
          places.set(relative(dataDir, path), await readFile(path));
      }
      return places;
    },
    close: async () => {
      await browser.close();
      await proxy.close();
      await demo.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
