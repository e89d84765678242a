/** The whole way over a socket against a bare Hono route that reads the same body and makes the same bare insert. */
import { Agent, request } from "node:http";
import { Hono } from "hono";
import { serve } from "../src/index.ts";
import type { Harness } from "../test/setup/harness.ts";
import { arriving } from "./sealed-submissions.ts";
import type { Row } from "./measure.ts";
import { inTurns, reported, turnLength, type Side } from "./turns.ts";

function post(port: number, agent: Agent, text: string): Promise<void> {
  const headers = { "content-type": "application/json", "content-length": text.length };
  return new Promise((resolve, reject) => {
    const asked = request(
      { method: "POST", host: "127.0.0.1", port, path: "/api/applications", agent, headers },
      (answer) => {
        answer.resume();
        answer.once("end", () => {
          if (answer.statusCode === 201) resolve();
          else reject(new Error(`answered ${answer.statusCode}`));
        });
      },
    );
    asked.once("error", reject);
    asked.end(text);
  });
}

export async function overHttp(
  where: string,
  h: Harness,
  insert: () => Promise<void>,
  atOnce: number,
): Promise<Row[]> {
  const plain = new Hono().post("/api/applications", async (c) => {
    await c.req.text();
    await insert();
    return c.json({ status: "submitted" }, 201);
  });
  const own = await serve(h.app, { port: 0, hostname: "127.0.0.1" });
  const bare = await serve(plain as never, { port: 0, hostname: "127.0.0.1" });
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const to =
    (port: number): Side =>
    async () =>
      (await arriving(h, turnLength.short)).map(
        ({ text }) =>
          () =>
            post(port, agent, text),
      );
  const turns = await inTurns(to(own.port), to(bare.port), atOnce);
  agent.destroy();
  await own.stop();
  await bare.stop();
  return [
    reported(`with every check, against a bare route that reads the body and inserts, ${where}`, turns),
  ];
}
