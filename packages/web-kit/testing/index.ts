/** For the browser tests of the web apps. */
export { sharedBrowser } from "./browser.ts";
export { checkPage, checkShape, type PageFault } from "./check-page.ts";
export { buildApp, serveApp } from "./serve-app.ts";
export type { FakeAnswer, FakeApi, ServedApp } from "./serve-app.ts";
export { builtSizes, withoutIntegrity } from "./built-sizes.ts";
export type { BuiltSizes } from "./built-sizes.ts";
export { fakeKeyLog } from "./fake-key-log.ts";
export type { FakeKeyLog } from "./fake-key-log.ts";
