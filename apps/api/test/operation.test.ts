import { execFile } from "node:child_process";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { networkOf } from "../src/http/rate-limit.ts";
import { serve } from "../src/index.ts";
import { startChild } from "./setup/child.ts";
import { freshDatabase } from "./setup/databases.ts";
import { harness, type Harness } from "./setup/harness.ts";

let h: Harness;
beforeAll(async () => {
  h = await harness({
    more: { metricsToken: "a-token-for-metrics", rate: { perNetwork: 40, perSession: 5, proxies: 1 } },
  });
});
afterAll(() => h.close());

const from = (address: string, more: Record<string, string> = {}) => ({
  headers: { "x-forwarded-for": `1.1.1.1, ${address}`, ...more },
});

describe("rate limits", () => {
  test("a network that asks too much waits, and others do not", async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 42; n += 1)
      statuses.push((await h.app.request("/healthz", from(`10.0.0.${n}`))).status);
    expect(statuses.slice(0, 40)).not.toContain(429);
    expect(statuses.slice(40)).toStrictEqual([429, 429]);
    const other = await h.app.request("/healthz", from("10.0.1.1"));
    expect(other.status).toBe(200);
    expect(other.headers.get("retry-after")).toBeNull();
  });

  test("a session has a limit of its own, and a minute later all is well", async () => {
    const asked = async (): Promise<Response> =>
      h.app.request("/api/session", from("10.0.2.1", { cookie: "tillit-session=x" }));
    for (let n = 0; n < 5; n += 1) expect((await asked()).status).toBe(401);
    const refused = await asked();
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("60");
    h.now = new Date(h.now.getTime() + 60_000);
    expect((await asked()).status).toBe(401);
  });

  test.each([
    ["192.168.7.9", "192.168.7"],
    ["::ffff:192.168.7.9", "192.168.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8"],
  ])("%s belongs to %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe("operation", () => {
  test("metrics are for who has the token, and count by pattern", async () => {
    await h.app.request("/api/controllers/skinnskatteberg-ifo/notice?lang=sv&who=Anna", from("10.0.9.1"));
    expect((await h.app.request("/metrics", from("10.0.9.1"))).status).toBe(404);
    const answer = await h.app.request(
      "/metrics",
      from("10.0.9.1", { authorization: "Bearer a-token-for-metrics" }),
    );
    const text = await answer.text();
    expect(text).toContain('route="/api/controllers/:id/notice",status="200"');
    expect(text).not.toMatch(/skinnskatteberg|Anna/);
  });

  test("is ready while the database answers, and says when it does not", async () => {
    const own = await harness();
    expect((await own.get("/readyz")).status).toBe(200);
    await own.store.close();
    expect((await own.get("/readyz")).status).toBe(503);
    expect((await own.get("/healthz")).status).toBe(200);
  });

  test("a stop lets the request under way finish and takes no new one", async () => {
    const slow = {
      fetch: () => new Promise<Response>((done) => setTimeout(() => done(new Response("late")), 300)),
    };
    const running = await serve(slow as never, { port: 0, hostname: "127.0.0.1" });
    const under = fetch(`http://127.0.0.1:${running.port}/`);
    await new Promise((next) => setTimeout(next, 100));
    await running.stop();
    expect(await (await under).text()).toBe("late");
    await expect(fetch(`http://127.0.0.1:${running.port}/`)).rejects.toThrow("fetch failed");
  });

  test("lets go of a client that dribbles its body, and of no other", async () => {
    const took: number[] = [];
    const counting = {
      fetch: async (request: Request) => {
        took.push((await request.arrayBuffer()).byteLength);
        return new Response("whole");
      },
    };
    const slowest = { bytesPerSecond: 1000, everyMs: 100 };
    const running = await serve(counting as never, { port: 0, hostname: "127.0.0.1", slowest });
    const ends = async (bytes: number, everyMs: number): Promise<string> => {
      const socket = connect(running.port, "127.0.0.1");
      let answer = "";
      socket.on("data", (part) => (answer += String(part)));
      socket.on("error", () => undefined);
      const closed = new Promise<void>((done) => socket.once("close", () => done()));
      socket.write(
        `POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: ${10 * bytes}\r\n\r\n`,
      );
      for (let part = 0; part < 10 && !socket.destroyed; part += 1) {
        socket.write("x".repeat(bytes));
        await new Promise((next) => setTimeout(next, everyMs));
      }
      await closed;
      return answer;
    };
    const [fast, dribbled] = await Promise.all([ends(1000, 60), ends(1, 60)]);
    expect(fast).toContain("whole");
    expect(dribbled).toBe("");
    expect(took).toStrictEqual([10_000]);
    await running.stop();
  });

  test("the process ends by itself when it is asked to", async () => {
    const child = await startChild(await freshDatabase("sqlite"));
    expect((await fetch(`${child.url}/readyz`)).status).toBe(200);
    const code = new Promise((resolve) => child.process.once("exit", resolve));
    child.process.kill("SIGTERM");
    expect(await code).toBe(0);
  });

  test("the program says every setting that is missing, and ends with 2", async () => {
    const program = fileURLToPath(new URL("../src/main.ts", import.meta.url));
    const run = promisify(execFile)(process.execPath, ["--conditions=@tillit/source", program], {
      env: { PATH: process.env["PATH"] ?? "" },
    });
    await expect(run).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/SESSION_SECRET[\s\S]*OIDC_ISSUER[\s\S]*ERASURE_JOURNAL/),
    });
  });
});
