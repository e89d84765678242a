/** A JSON route of the API against the same route on bare Hono: both on the same server, taking turns. */
import { Agent, get } from "node:http";
import { Hono } from "hono";
import { createApp, createLog, serve } from "../src/index.ts";
import { buffered } from "../src/log.ts";
import { harness } from "../test/setup/harness.ts";
import type { Row } from "./measure.ts";
import { held, inTurns, repeated } from "./turns.ts";

/** Requests in one turn: a tenth of a second and more. */
const asks = 3000;

function asker(port: number): () => Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  return () =>
    new Promise((resolve, reject) => {
      get({ port, path: "/healthz", agent, host: "127.0.0.1" }, (answer) => {
        answer.resume();
        answer.once("end", resolve);
      }).once("error", reject);
    });
}

export async function routes(): Promise<Row[]> {
  const h = await harness();
  // As in operation: a line a request, and the limits counted.
  const log = createLog("info", buffered("/dev/null"));
  const limits = { perNetwork: 1e9, perSession: 1e9, proxies: 0 };
  const own = await serve(createApp({ ...h.deps, log, rate: limits }), { port: 0, hostname: "127.0.0.1" });
  const plain = new Hono().get("/healthz", (c) => c.json({ status: "ok" }));
  const bare = await serve(plain as never, { port: 0, hostname: "127.0.0.1" });
  const turns = await inTurns(repeated(asker(own.port), asks), repeated(asker(bare.port), asks), 20);
  await own.stop();
  await bare.stop();
  await h.close();
  return [held("a JSON route against bare Hono, client in the same process", turns, 0.7)];
}
