import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStore, type Store } from "../../src/index.ts";
import { jobKinds } from "../../src/work/jobs.ts";
import { sweepPlans } from "../../src/retention/plan-sweep.ts";
import { workOnce } from "../../src/work/worker.ts";
import { engines, freshDatabase } from "../setup/databases.ts";
import { harness, publicAuthority, type Harness } from "../setup/harness.ts";

describe.each(engines)("recurring work on %s", (engine) => {
  let url: string;
  let h: Harness;
  let second: Store;
  beforeEach(async () => {
    url = await freshDatabase(engine);
    h = await harness({ url });
    second = await openStore(url);
  });
  afterEach(async () => {
    await second.close();
    await h.close();
  });

  test("two processes share it: none done twice, none left", async () => {
    const stores = [h.store, second];
    const due = "2026-11-23T09:00:00Z";
    for (let n = 0; n < 20; n += 1) await h.store.jobs.ensure(`kind-${n}`, due);
    const taken: string[] = [];
    const finished: boolean[] = [];
    await Promise.all(
      stores.map(async (store, n) => {
        let empty = 0;
        while (empty < 3) {
          const job = await store.jobs.claim(`w${n}`, "2026-11-23T09:30:00Z", "2026-11-23T09:35:00Z");
          if (job === undefined) empty += 1;
          else {
            taken.push(`${job.kind}/${job.controller}`);
            finished.push(await store.jobs.finish(job, `w${n}`, "2026-11-24T09:00:00Z"));
          }
        }
      }),
    );
    expect(taken).toHaveLength(40);
    expect(finished).not.toContain(false);
    expect(new Set(taken).size).toBe(40);
  });

  test("one job that fails keeps nobody else's from being done, and is tried again after its time", async () => {
    const { store } = h;
    const broken = {
      ...h.deps,
      store: {
        ...store,
        read: ((controller, work) =>
          controller === publicAuthority
            ? Promise.reject(new Error("disk"))
            : store.read(controller, work)) as typeof store.read,
      },
    };
    const done = await workOnce(broken, "w");
    expect(done).toBeGreaterThan(Object.keys(jobKinds).length - 1);
    expect(done).toBeLessThan(2 * Object.keys(jobKinds).length);
    const failed = h.logged.filter((line) => line.includes("work failed"));
    expect(failed.length).toBe(2 * Object.keys(jobKinds).length - done);
    expect(failed.every((line) => line.includes(publicAuthority) && !line.includes("disk"))).toBe(true);
    h.now = new Date(h.now.getTime() + 6 * 60_000);
    expect(await workOnce(h.deps, "w")).toBe(failed.length);
  });

  test("what a process took and never finished is taken again after its time", async () => {
    await h.store.jobs.ensure("k", "2026-11-23T09:00:00Z");
    const claim = (worker: string, now: string, until: string) => second.jobs.claim(worker, now, until);
    const first = await claim("dead", "2026-11-23T09:30:00Z", "2026-11-23T09:35:00Z");
    const other = await claim("alive", "2026-11-23T09:31:00Z", "2026-11-23T09:36:00Z");
    expect(first).toBeDefined();
    expect(other).not.toStrictEqual(first);
    expect(await claim("alive", "2026-11-23T09:32:00Z", "2026-11-23T09:37:00Z")).toBeUndefined();
    expect(await claim("alive", "2026-11-23T09:35:30Z", "2026-11-23T09:40:00Z")).toStrictEqual(first);
    const job = first ?? { kind: "", controller: "", due: "" };
    expect(await second.jobs.renew(job, "dead", "2026-11-23T10:00:00Z")).toBe(false);
    expect(await second.jobs.finish(job, "dead", "2026-11-24T00:00:00Z")).toBe(false);
    expect(await second.jobs.renew(job, "alive", "2026-11-23T10:00:00Z")).toBe(true);
    // Not that one, but the other controller's, whose claim has run out.
    expect(await claim("third", "2026-11-23T09:45:00Z", "2026-11-23T09:50:00Z")).toMatchObject({
      controller: other?.controller,
    });
  });

  test("what is hastened while it is under way is done once more, as it began too early", async () => {
    await h.store.jobs.ensure("k", "2026-11-23T09:00:00Z");
    const claim = (at: string) => h.store.jobs.claim("w", at, "2026-11-23T10:00:00Z");
    const job = (await claim("2026-11-23T09:30:00Z")) ?? { kind: "", controller: "", due: "" };
    await second.jobs.hasten("k", job.controller, "2026-11-23T09:31:00Z");
    expect(await h.store.jobs.finish(job, "w", "2026-11-24T09:30:00Z")).toBe(true);
    await claim("2026-11-23T09:32:00Z");
    expect(await claim("2026-11-23T09:32:00Z")).toMatchObject({ due: "2026-11-23T09:31:00Z" });
  });

  test("a sweep of many records lets others be served meanwhile", async () => {
    const { store } = h;
    await h.submitted();
    const [row] = await store.read(publicAuthority, (unit) => unit.projections.cases(1));
    let pages = 0;
    const many = {
      ...h.deps,
      store: {
        ...store,
        read: ((controller, work) =>
          store.read(controller, (unit) =>
            work({
              ...unit,
              projections: {
                ...unit.projections,
                casesAfter: (_last, limit) =>
                  Promise.resolve(
                    row === undefined || (pages += 1) > 5 ? [] : Array.from({ length: limit }, () => row),
                  ),
              },
            }),
          )) as typeof store.read,
      },
    };
    let [served, sweeping] = [0, true];
    const others = async (): Promise<void> => {
      while (sweeping) {
        await new Promise((next) => setImmediate(next));
        served += 1;
      }
    };
    const all = others();
    await sweepPlans(many, publicAuthority);
    sweeping = false;
    await all;
    expect(served).toBeGreaterThanOrEqual(4);
  });

  test("signs checkpoints, and throws away what was begun and never completed", async () => {
    const whole = await h.submitted();
    const half = await h.seal();
    await h.send(half);
    h.now = new Date("2026-11-25T09:30:00Z");
    expect(await workOnce(h.deps, "w")).toBe(2 * Object.keys(jobKinds).length);
    expect(await workOnce(h.deps, "w")).toBe(0);
    await h.store.read(publicAuthority, async (unit) => {
      expect(await unit.log.checkpoint()).toMatchObject({
        size: expect.toSatisfy((size: number) => size === 1 || size === 2),
        note: expect.stringContaining("tillit/"),
      });
      expect(await unit.envelopes.get(half.record)).toBeUndefined();
      expect(await unit.envelopes.get(whole.record)).toBeDefined();
    });
    expect(await h.store.whereIs(half.record)).toBeUndefined();
  });
});
