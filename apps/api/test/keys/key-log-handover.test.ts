/** Who knows an earlier key of the log of key documents is led to the one that signs it today, or nowhere. */
import { followHandovers, type HandoverVerdict, parseVerifier, verifyLog } from "@tillit/audit-chain";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { exportLog } from "../../src/log/audit-log.ts";
import { keyLog } from "../../src/keys/key-log.ts";
import { handOverLogKey } from "../../src/log/log-keys.ts";
import { createApp, type Deps } from "../../src/index.ts";
import { engines, freshDatabase } from "../setup/databases.ts";
import { bytesOf, harness, publicAuthority, type Harness } from "../setup/harness.ts";
import { controllerKeys, type ControllerKeys } from "../setup/sealing.ts";

interface Link {
  readonly checkpoint: string;
  readonly consistency: readonly string[];
}

interface Proof {
  readonly size: number;
  readonly checkpoint: string;
  readonly key: string;
  readonly handovers: readonly Link[];
}

const [first, second, third] = ["a", "b", "c"].map((letter) => letter.repeat(40)) as [string, string, string];

describe.each(engines)("the hand-overs of the key log on %s", (engine) => {
  let h: Harness;
  beforeEach(async () => {
    h = await harness({ url: await freshDatabase(engine), more: { logSecret: first } });
  });
  afterEach(() => h.close());

  const proof = async (more: Partial<Deps> = {}): Promise<Proof> => {
    const app = createApp({ ...h.deps, ...more });
    return (await (await app.request(`/api/keys/inclusion?controller=${publicAuthority}`)).json()) as Proof;
  };

  async function publish(seq: number): Promise<void> {
    const { root } = h.keys[publicAuthority] as ControllerKeys;
    const { document } = await controllerKeys(publicAuthority, h.now.toISOString(), { seq, root });
    const custodian = await h.login("key-custodian", publicAuthority);
    const app = createApp({ ...h.deps, logSecret: third, previousLogSecrets: [second, first] });
    const made = await app.request("/api/desk/keys", {
      method: "POST",
      headers: {
        cookie: custodian.cookie,
        "x-csrf-token": custodian.csrf,
        "content-type": "application/json",
      },
      body: JSON.stringify({ document }),
    });
    expect(made.status).toBe(201);
  }

  const handOver = async (...[logSecret, ...previousLogSecrets]: [string, ...string[]]): Promise<void> => {
    await handOverLogKey({ ...h.deps, logSecret, previousLogSecrets }, keyLog, { dryRun: false });
  };

  /** The log with three keys, documents before, between and after: what is served at each of them. */
  async function thrice(): Promise<readonly [Proof, Proof, Proof]> {
    const one = await proof();
    await publish(2);
    await handOver(second, first);
    await publish(3);
    const two = await proof({ logSecret: second, previousLogSecrets: [first] });
    await publish(4);
    await handOver(third, second, first);
    await publish(5);
    return [one, two, await proof({ logSecret: third })];
  }

  const follow = ({ checkpoint, handovers }: Proof, ...keys: readonly string[]): HandoverVerdict =>
    followHandovers({
      origin: "tillit/~keys",
      verifiers: keys.map(parseVerifier),
      handovers: handovers.map((one) => ({
        checkpoint: one.checkpoint,
        consistency: one.consistency.map(bytesOf),
      })),
      checkpoint,
    });

  test("lead from each key there was to the newest, and the export of the log says the same", async () => {
    const [one, two, three] = await thrice();
    expect(one.handovers).toStrictEqual([]);
    expect(two.handovers).toHaveLength(1);
    expect(three.handovers).toHaveLength(2);
    expect(new Set([one.key, two.key, three.key]).size).toBe(3);
    for (const { key } of [one, two, three]) {
      expect(follow(three, key)).toMatchObject({
        ok: true,
        checkpoint: { size: 8 },
        signedBy: [parseVerifier(three.key)],
      });
    }
    expect(follow(two, one.key)).toMatchObject({ ok: true, signedBy: [parseVerifier(two.key)] });
    const lines = await (await createApp({ ...h.deps, logSecret: third }).request("/api/keys/log")).text();
    const read = verifyLog(lines.split("\n").slice(0, -1), { verifiers: [parseVerifier(one.key)] });
    expect(read).toMatchObject({ ok: true, size: 8, handedOverTo: [two.key, three.key] });
  });

  const withoutLine = ({ checkpoint, ...more }: Link, line: number): Link => ({
    ...more,
    checkpoint: checkpoint.split("\n").toSpliced(line, 1).join("\n"),
  });

  test("lead nowhere when one is missing, half signed, of another log, or does not continue", async () => {
    const [one, , three] = await thrice();
    await handOverLogKey({ ...h.deps, logSecret: second, previousLogSecrets: [first] }, publicAuthority, {
      dryRun: false,
    });
    const [a, b] = three.handovers as [Link, Link];
    const table: readonly (readonly [string, string, readonly Link[]])[] = [
      ["all are missing", "CHECKPOINT_UNVERIFIED", []],
      ["the first is missing", "CHECKPOINT_UNVERIFIED", [b]],
      ["the last is missing", "CHECKPOINT_UNVERIFIED", [a]],
      ["they are the other way round", "CHECKPOINT_UNVERIFIED", [b, a]],
      ["the old key has not signed", "CHECKPOINT_UNVERIFIED", [withoutLine(a, 5), b]],
      ["the new key has not signed", "CHECKPOINT_UNVERIFIED", [withoutLine(a, 6), b]],
      ["the next of the old keys has not signed", "CHECKPOINT_UNVERIFIED", [a, withoutLine(b, 5)]],
      ["the proof is missing", "CHECKPOINT_NOT_CONSISTENT", [{ ...a, consistency: [] }, b]],
      ["the proof is another's", "CHECKPOINT_NOT_CONSISTENT", [a, { ...b, consistency: a.consistency }]],
    ];
    for (const [what, fault, handovers] of table) {
      expect([what, follow({ ...three, handovers }, one.key)]).toMatchObject([what, { ok: false, fault }]);
    }
  });

  test("end at the key that has signed, though the log has been handed on since", async () => {
    const before = await proof();
    await handOver(second, first);
    const after = await proof({ logSecret: second });
    expect(follow(before, before.key).ok).toBe(true);
    expect(follow({ ...before, handovers: after.handovers }, before.key).ok).toBe(false);
    expect(follow(after, before.key).ok).toBe(true);
  });

  test("of a controller's log hold also where another entry came between signature and entry", async () => {
    await h.submitted();
    const { store } = h.deps;
    const busy: Deps["store"] = {
      ...store,
      read: store.read.bind(store),
      write: (controller, work) =>
        store.write(controller, (unit) =>
          work({
            ...unit,
            log: {
              ...unit.log,
              size: async () => {
                const size = await unit.log.size();
                const event = {
                  type: "Noted",
                  at: "2026-11-23T09:30:00Z",
                  by: "system",
                  activity: "x",
                  data: {},
                };
                await unit.log.append("noted/one", "any", [event]);
                return size;
              },
            },
          }),
        ),
    };
    const lines = async (deps: Deps): Promise<readonly string[]> => {
      const read: string[] = [];
      for await (const line of exportLog(deps, publicAuthority)) read.push(line.slice(0, -1));
      return read;
    };
    const [header = "{}"] = await lines(h.deps);
    const { key } = JSON.parse(header) as { key: string };
    const next = { ...h.deps, logSecret: second, previousLogSecrets: [first] };
    await handOverLogKey({ ...next, store: busy }, publicAuthority, { dryRun: false });
    expect(verifyLog(await lines(next), { verifiers: [parseVerifier(key)] })).toMatchObject({
      ok: true,
      handedOverTo: [expect.any(String)],
    });
  });
});
