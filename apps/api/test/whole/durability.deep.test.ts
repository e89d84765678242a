/** kill -9 at a random moment under load, again and again: what was acknowledged is there, what was not is invisible. */
import { describe, expect, test } from "vitest";
import { emptyTree, append, rootOf, treeAt, treeNodes, type Tree } from "@tillit/merkle-tree";
import { deep } from "../../../../vitest.depth.ts";
import { openStore, type Store } from "../../src/index.ts";
import { readyChild } from "../setup/child.ts";
import { engines, freshDatabase } from "../setup/databases.ts";
import { harness, publicAuthority } from "../setup/harness.ts";
import type { SealedPackage } from "../setup/sealing.ts";

/** On each engine. A hundred take 80 seconds on two cores that have nothing else to do. */
const rounds = deep ? 50 : 5;
const applications = 12;

/** Where it is sent, and the version of the notice that was read. */
interface Way {
  readonly url: string;
  readonly noticeVersion: string;
}

async function send(
  { url, noticeVersion }: Way,
  one: SealedPackage,
  blobs: Record<string, string>,
): Promise<Response> {
  const facts = { assignments: ["family-home"], noticeVersion, lang: "sv" };
  return fetch(`${url}/api/applications`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ manifest: one.manifest, keyring: one.keyring, facts, blobs }),
  });
}

/** Both ways in by turns: everything in one request, or manifest and parts one by one. */
async function submit(way: Way, one: SealedPackage, whole: boolean): Promise<boolean> {
  if (whole) {
    const blobs = [...one.blobs].map(
      ([id, bytes]) => [id, Buffer.from(bytes).toString("base64url")] as const,
    );
    return (await send(way, one, Object.fromEntries(blobs))).ok;
  }
  let done = (await send(way, one, {})).ok;
  for (const [id, bytes] of one.blobs) {
    const put = await fetch(`${way.url}/api/applications/${one.record}/blobs/${id}`, {
      method: "PUT",
      headers: { "content-type": "application/octet-stream" },
      body: bytes.slice(),
    });
    done = done && put.ok;
  }
  return done;
}

async function logVerifies(store: Store): Promise<boolean> {
  return store.read(publicAuthority, async (unit) => {
    const size = await unit.log.size();
    let tree: Tree = emptyTree;
    for (const { entry } of await unit.log.entries(0, 100_000))
      tree = append(tree, new TextEncoder().encode(entry)).tree;
    const stored = new Map<string, Uint8Array | undefined>();
    for (const { level, index } of treeNodes(size))
      stored.set(`${level}/${index}`, await unit.log.node(level, index));
    const kept = treeAt(size, (level, index) => stored.get(`${level}/${index}`));
    return tree.size === size && Buffer.compare(rootOf(tree), rootOf(kept)) === 0;
  });
}

describe.each(engines)("kill -9 on %s", (engine) => {
  test(
    `${rounds} times under load loses nothing that was acknowledged and shows nothing that was not whole`,
    async () => {
      const url = await freshDatabase(engine);
      const h = await harness({ url });
      const noticeVersion = await h.noticeVersion();
      const acknowledged = new Set<string>();
      const begun = new Set<string>();
      let spare = readyChild();
      for (let round = 0; round < rounds; round += 1) {
        const child = await (await spare).open(url);
        // The next one loads its code while this one is under load.
        spare = readyChild();
        const waiting = await Promise.all(Array.from({ length: applications }, () => h.seal()));
        const enough = acknowledged.size + 3 + (round % 5);
        const reached = Promise.withResolvers<void>();
        const work = async (): Promise<void> => {
          for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
            begun.add(one.record);
            if (waiting.length === 0) reached.resolve();
            if (await submit({ url: child.url, noticeVersion }, one, begun.size % 2 === 0))
              acknowledged.add(one.record);
            if (acknowledged.size >= enough) reached.resolve();
          }
        };
        const load = Promise.allSettled(Array.from({ length: 6 }, work));
        await Promise.race([reached.promise, load]);
        await child.kill();
        await load;
      }
      await (await spare).kill();
      const found = await h.store.read(publicAuthority, (unit) => unit.projections.cases(10_000));
      const ids = new Set(found.map(({ id }) => id));
      expect([...acknowledged].filter((id) => !ids.has(id))).toStrictEqual([]);
      expect(acknowledged.size).toBeGreaterThanOrEqual(rounds * 3);
      for (const id of ids) {
        const sections = await h.store.read(publicAuthority, (unit) => unit.envelopes.sections(id));
        expect(sections.every(({ upload }) => upload !== undefined)).toBe(true);
      }
      expect(begun.size).toBeGreaterThan(0);
      await expect(logVerifies(h.store)).resolves.toBe(true);
      await h.close();
      // Whoever opens it next finds the same.
      const again = await openStore(url);
      expect(await again.read(publicAuthority, (unit) => unit.projections.cases(10_000))).toHaveLength(
        ids.size,
      );
      await again.close();
    },
    rounds * 60_000,
  );
});
