/** A JSON route of the API against the same route on bare Hono: both on the same server, taking turns. */
import { Agent, get } from "node:http";
import { Hono } from "hono";
import { createApp, createLog, serve } from "../src/index.ts";
import { buffered } from "../src/log.ts";
import { harness } from "../test/setup/harness.ts";
import { median, rate, type Row } from "./measure.ts";

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
  const ownRates: number[] = [];
  const bareRates: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    bareRates.push(await rate(3000, 20, asker(bare.port)));
    ownRates.push(await rate(3000, 20, asker(own.port)));
  }
  await own.stop();
  await bare.stop();
  await h.close();
  const ratio = median(ownRates) / median(bareRates);
  return [
    {
      what: "a JSON route against bare Hono, client in the same process",
      measured: `${Math.round(median(ownRates))}/s against ${Math.round(median(bareRates))}/s: ${ratio.toFixed(2)}`,
      target: "≥ 0.7",
      met: ratio >= 0.7,
    },
  ];
}
