import { execFile } from "node:child_process";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { networkOf } from "../../src/http/bounds/rate-limit.ts";
import { serve } from "../../src/index.ts";
import { startChild } from "../setup/child.ts";
import { freshDatabase } from "../setup/databases.ts";
import { harness, type Harness } from "../setup/harness.ts";

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
    const arrived = Promise.withResolvers<void>();
    const late = Promise.withResolvers<Response>();
    const slow = {
      fetch: () => {
        arrived.resolve();
        return late.promise;
      },
    };
    const running = await serve(slow as never, { port: 0, hostname: "127.0.0.1" });
    const under = fetch(`http://127.0.0.1:${running.port}/`);
    await arrived.promise;
    const stopped = running.stop();
    await expect(fetch(`http://127.0.0.1:${running.port}/`)).rejects.toThrow("fetch failed");
    late.resolve(new Response("late"));
    expect(await (await under).text()).toBe("late");
    await stopped;
    await expect(fetch(`http://127.0.0.1:${running.port}/`)).rejects.toThrow("fetch failed");
  });

  test("lets go of a client that dribbles its body, and of no other", async () => {
    // The server's clock goes when the test says so: whoever sends enough between two looks is never late here.
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const took: number[] = [];
    const came = new Map<number, number>();
    let heard = Promise.withResolvers<void>();
    const hear = (whole: number, bytes: number): void => {
      came.set(whole, (came.get(whole) ?? 0) + bytes);
      heard.resolve();
      heard = Promise.withResolvers();
    };
    const counting = {
      fetch: async (request: Request) => {
        const whole = Number(request.headers.get("content-length"));
        hear(whole, 0);
        for await (const part of request.body as AsyncIterable<Uint8Array>) hear(whole, part.byteLength);
        took.push(came.get(whole) ?? 0);
        return new Response("whole");
      },
    };
    const until = async (whole: number, bytes: number): Promise<void> => {
      while ((came.get(whole) ?? -1) < bytes) await heard.promise;
    };
    const everyMs = 100;
    const slowest = { bytesPerSecond: 1000, everyMs };
    const running = await serve(counting as never, { port: 0, hostname: "127.0.0.1", slowest });
    const begun = (whole: number) => {
      const socket = connect(running.port, "127.0.0.1");
      let answer = "";
      socket.on("data", (part) => (answer += String(part)));
      socket.on("error", () => undefined);
      const ended = new Promise<string>((done) => socket.once("close", () => done(answer)));
      socket.write(`POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: ${whole}\r\n\r\n`);
      return { socket, ended };
    };
    const [fast, dribbling] = [begun(10_000), begun(10)];
    // Bytes count from the headers on.
    await until(10_000, 0);
    await until(10, 0);
    for (let part = 1; part <= 10; part += 1) {
      fast.socket.write("x".repeat(1000));
      if (part === 1) dribbling.socket.write("x");
      await until(10_000, part * 1000);
      await until(10, 1);
      vi.advanceTimersByTime(everyMs);
    }
    vi.useRealTimers();
    expect(await fast.ended).toContain("whole");
    expect(await dribbling.ended).toBe("");
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
    const program = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
    const run = promisify(execFile)(process.execPath, ["--conditions=@tillit/source", program], {
      env: { PATH: process.env["PATH"] ?? "" },
    });
    await expect(run).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/SESSION_SECRET[\s\S]*OIDC_ISSUER[\s\S]*ERASURE_JOURNAL/),
    });
  });
});
