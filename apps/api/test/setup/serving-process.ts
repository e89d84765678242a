/**
 * The API as a process of its own, to be killed: real main.ts pieces, real file or server, no identity provider. It
 * opens its database when it is told which, so that one may stand ready before it is needed.
 */
import { randomBytes } from "node:crypto";
import { createApp, createLog, openStore, Pseudonyms, serve } from "../../src/index.ts";

async function open(url: string): Promise<() => void> {
  const store = await openStore(url);
  const app = createApp({
    store,
    pseudonyms: await Pseudonyms.hold(
      store,
      { staff: "p".repeat(40) },
      { at: "2026-11-23T09:30:00Z", confirmed: false },
    ),
    logSecret: "l".repeat(40),
    clock: () => new Date("2026-11-23T09:30:00Z"),
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    authenticator: { begin: () => Promise.reject(new Error()), finish: () => Promise.reject(new Error()) },
    claims: { require: {}, rules: [], person: "sub", name: "name" },
    session: { secret: "x".repeat(40), secure: false, idleSeconds: 60, absoluteSeconds: 60 },
    origins: [],
    desk: "http://localhost/",
    log: createLog("silent"),
    maxBlobBytes: 2 * 1024 ** 3,
  });
  const running = await serve(app, { port: 0, hostname: "127.0.0.1" });
  process.on("SIGTERM", () => {
    void running
      .stop()
      .then(() => store.close())
      .then(() => process.exit(0));
  });
  return () => {
    process.send?.({ port: running.port, memory: process.memoryUsage().rss });
  };
}

const waiting = new Promise<string>((resolve) => {
  process.once("message", (url: string) => {
    resolve(url);
  });
});
// Whoever started it is gone: so is the test.
process.on("disconnect", () => process.exit());
process.send?.("ready");
const report = await open(await waiting);
process.on("message", report);
report();
