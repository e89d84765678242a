/** One Chromium for all tests of a process; each test has a context of its own in it. */
import { type Browser, chromium } from "playwright-core";
import { findBrowser, launchOptions } from "../../../scripts/find-browser.ts";

let launched: Promise<Browser> | undefined;

/** It ends with the process: whoever takes it closes contexts and pages, never the browser. */
export function sharedBrowser(): Promise<Browser> {
  launched ??= launch();
  return launched;
}

async function launch(): Promise<Browser> {
  const path = findBrowser();
  if (path === undefined) throw new Error("No Chromium: node scripts/ensure-browser.ts says what to do.");
  return chromium.launch(launchOptions(path));
}
