import { ApiProblem } from "@tillit/web-kit";
import { describe, expect, it } from "vitest";
import type { SealedEnvelope } from "../src/sealing/seal-application.ts";
import { withRetry, type Pause, type RetryDeps } from "../src/sending/retry.ts";
import { sendEnvelopes, type Delivery, type Transport } from "../src/sending/send-envelopes.ts";

const fact = { assignments: ["contact-person"], noticeVersion: "1", lang: "sv" } as const;
const facts = { a: fact, b: fact };
const unavailable = new ApiProblem("UNAVAILABLE", 503);
const offline = new ApiProblem("OFFLINE", 0);
const refused = new ApiProblem("ENVELOPE_REFUSED", 422);

function envelope(controller: string): SealedEnvelope {
  const blobs = [
    { id: "contact", blob: new Blob([`${controller}contact`]) },
    { id: "file-1", blob: new Blob([new Uint8Array(200 * 1024)]) },
    { id: "file-2", blob: new Blob([new Uint8Array(3 * 1024 * 1024)]) },
  ];
  return { controller, manifest: {} as never, keyring: {} as never, blobs };
}

interface Log {
  readonly calls: string[];
  readonly waits: number[];
  readonly pauses: (Pause | undefined)[];
}

function deps(
  failures: Readonly<Record<string, readonly ApiProblem[]>>,
  online = true,
): Log & RetryDeps & Transport {
  const left = new Map(Object.entries(failures).map(([call, problems]) => [call, [...problems]]));
  const log: Log = { calls: [], waits: [], pauses: [] };
  const stored = new Set<string>();
  const kept = new Map<string, number>();
  async function call(name: string): Promise<void> {
    log.calls.push(name);
    const problem = left.get(name)?.shift();
    if (problem !== undefined) throw problem;
    return Promise.resolve();
  }
  return {
    ...log,
    isOnline: () => online,
    wait: (milliseconds) => {
      log.waits.push(milliseconds);
      return Promise.resolve();
    },
    onPause: (pause) => log.pauses.push(pause),
    submit: async ({ controller, blobs }, _facts, parts) => {
      await call(`submit ${controller}`);
      for (const id of Object.keys(parts)) stored.add(controller + id);
      const states = blobs.map(({ id }) => ({
        id,
        state: stored.has(controller + id) ? ("stored" as const) : ("missing" as const),
      }));
      return { id: `record-${controller}`, blobs: states };
    },
    offset: (record, section) => {
      log.calls.push(`offset ${record} ${section}`);
      return Promise.resolve(kept.get(record + section) ?? 0);
    },
    put: async (record, section, blob, from, onProgress) => {
      const half = Math.floor((blob.size - from) / 2);
      onProgress(half);
      // A little less arrives than went out.
      kept.set(record + section, from + half - 1000);
      await call(`put ${record} ${section}${from === 0 ? "" : ` from ${from}`}`);
      stored.add(record.replace("record-", "") + section);
    },
  };
}

describe("sending", () => {
  it("sends each receiver's parts in order and reports growing progress", async () => {
    const with_ = deps({});
    const reports: Delivery[] = [];
    const all = await sendEnvelopes([envelope("a"), envelope("b")], facts, [], with_, (each) =>
      reports.push(each),
    );
    expect(with_.calls).toEqual([
      "submit a",
      "put record-a file-1",
      "offset record-a file-2",
      "put record-a file-2",
      "submit b",
      "put record-b file-1",
      "offset record-b file-2",
      "put record-b file-2",
    ]);
    expect(all).toEqual([
      { controller: "a", state: "done", percent: 100, record: "record-a" },
      { controller: "b", state: "done", percent: 100, record: "record-b" },
    ]);
    const percents = reports.filter(({ controller }) => controller === "a").map(({ percent }) => percent);
    expect(percents).toEqual([...percents].sort((one, other) => one - other));
  });

  it("tries again after a passing fault, with growing pauses, and repeats only what failed", async () => {
    const with_ = deps({ "put record-a file-1": [unavailable, unavailable] });
    await sendEnvelopes([envelope("a")], facts, [], with_, () => undefined);
    expect(with_.calls.filter((call) => call.startsWith("submit"))).toHaveLength(1);
    expect(with_.calls.filter((call) => call.endsWith("file-1"))).toHaveLength(3);
    expect(with_.waits).toEqual([1000, 2000]);
    expect(with_.pauses.at(-1)).toBeUndefined();
  });

  it("sends small parts with the manifest, and then nothing more", async () => {
    const with_ = deps({});
    const { blobs, ...rest } = envelope("a");
    const small = { ...rest, blobs: blobs.slice(0, 1) };
    const all = await sendEnvelopes([small], facts, [], with_, () => undefined);
    expect(with_.calls).toEqual(["submit a"]);
    expect(all).toEqual([{ controller: "a", state: "done", percent: 100, record: "record-a" }]);
  });

  it.each([unavailable, offline, new ApiProblem("UPLOAD_OFFSET", 409), new ApiProblem("UPLOAD_BROKEN", 400)])(
    "goes on with a large part where it ended, and the progress never steps back: %s",
    async (fault) => {
      const with_ = deps({ "put record-a file-2": [fault] });
      const percents: number[] = [];
      await sendEnvelopes([envelope("a")], facts, [], with_, ({ percent }) => percents.push(percent));
      expect(with_.calls.slice(2)).toEqual([
        "offset record-a file-2",
        "put record-a file-2",
        "offset record-a file-2",
        "put record-a file-2 from 1571864",
      ]);
      expect(percents).toEqual(percents.toSorted((one, other) => one - other));
      expect(percents.at(-1)).toBe(100);
    },
  );

  it("after a failure goes on with the parts that are missing, and not with those who have everything", async () => {
    const with_ = deps({ "put record-b file-1": Array.from({ length: 5 }, () => unavailable) });
    const envelopes = [envelope("a"), envelope("b")];
    const first = await sendEnvelopes(envelopes, facts, [], with_, () => undefined);
    expect(first.map(({ state }) => state)).toEqual(["done", "failed"]);
    with_.calls.length = 0;
    const second = await sendEnvelopes(envelopes, facts, first, with_, () => undefined);
    expect(with_.calls).toEqual([
      "submit b",
      "put record-b file-1",
      "offset record-b file-2",
      "put record-b file-2",
    ]);
    expect(second.map(({ state }) => state)).toEqual(["done", "done"]);
  });

  it("gives up at once on a refusal, says the code, and still sends to the others", async () => {
    const with_ = deps({ "submit a": [refused] });
    const all = await sendEnvelopes([envelope("a"), envelope("b")], facts, [], with_, () => undefined);
    expect(all).toEqual([
      { controller: "a", state: "failed", percent: 0, code: "ENVELOPE_REFUSED", passing: false },
      { controller: "b", state: "done", percent: 100, record: "record-b" },
    ]);
    expect(with_.waits).toEqual([]);
  });

  it("waits without end while the device is offline, at most half a minute at a time", async () => {
    const with_ = deps({ call: [] }, false);
    let failures = 40;
    const value = await withRetry(() => {
      failures -= 1;
      return failures > 0 ? Promise.reject(offline) : Promise.resolve("sent");
    }, with_);
    expect(value).toBe("sent");
    expect(Math.max(...with_.waits)).toBeLessThanOrEqual(30_000);
    expect(new Set(with_.pauses.slice(0, -1))).toEqual(new Set(["offline"]));
  });

  it("throws what is no answer of the API", async () => {
    await expect(withRetry(() => Promise.reject(new TypeError("bug")), deps({}))).rejects.toThrow("bug");
  });
});
