/** Two processes on one PostgreSQL, each part of an application sent to both at once. */
import { expect, test } from "vitest";
import { append, emptyTree, rootOf, treeAt, treeNodes, type Tree } from "@tillit/merkle-tree";
import { startChild, type Child } from "../setup/child.ts";
import { freshDatabase } from "../setup/databases.ts";
import { harness, publicAuthority } from "../setup/harness.ts";
import type { SealedPackage } from "../setup/sealing.ts";

const applications = 24;

function inline({ blobs }: SealedPackage): Record<string, string> {
  return Object.fromEntries([...blobs].map(([id, bytes]) => [id, Buffer.from(bytes).toString("base64url")]));
}

async function send(
  { url }: Child,
  { manifest, keyring }: SealedPackage,
  noticeVersion: string,
  blobs = {},
): Promise<number> {
  const facts = { assignments: ["family-home"], noticeVersion, lang: "sv" };
  const answer = await fetch(`${url}/api/applications`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ manifest, keyring, facts, blobs }),
  });
  return answer.status;
}

async function put(
  { url }: Child,
  { record }: SealedPackage,
  id: string,
  bytes: Uint8Array,
): Promise<number> {
  const answer = await fetch(`${url}/api/applications/${record}/blobs/${id}`, {
    method: "PUT",
    headers: { "content-type": "application/octet-stream" },
    body: bytes.slice(),
  });
  return answer.status;
}

test("no application is lost, none is there twice, and the log is one", async () => {
  const url = await freshDatabase("postgres");
  const h = await harness({ url });
  const children = [await startChild(url), await startChild(url)];
  const told = await h.noticeVersion();
  const waiting = await Promise.all(Array.from({ length: applications }, () => h.seal()));
  const statuses = await Promise.all(
    waiting.map(async (one, n) => {
      // A third comes whole, to both at the same moment.
      if (n % 3 === 0) return Promise.all(children.map((child) => send(child, one, told, inline(one))));
      const sent = await Promise.all(children.map((child) => send(child, one, told)));
      // Every part to both, and the two parts at the same moment to different processes.
      const stored = await Promise.all(
        [...one.blobs].flatMap(([id, bytes]) => children.map((child) => put(child, one, id, bytes))),
      );
      return [...sent, ...stored];
    }),
  );
  expect(statuses.flat().filter((status) => status >= 300)).toStrictEqual([]);
  for (const child of children) await child.kill();

  const { cases, size, entries, nodes } = await h.store.read(publicAuthority, async (unit) => {
    const count = await unit.log.size();
    const found = new Map<string, Uint8Array | undefined>();
    for (const { level, index } of treeNodes(count))
      found.set(`${level}/${index}`, await unit.log.node(level, index));
    return {
      cases: await unit.projections.cases(1000),
      size: count,
      entries: await unit.log.entries(0, 1000),
      nodes: found,
    };
  });
  expect(cases.map(({ id }) => id).toSorted()).toStrictEqual(waiting.map(({ record }) => record).toSorted());
  expect(new Set(cases.map(({ number }) => number)).size).toBe(applications);
  // Beside the applications the log has the notice that was read.
  expect(size).toBe(applications + 1);
  let tree: Tree = emptyTree;
  for (const { entry } of entries) ({ tree } = append(tree, new TextEncoder().encode(entry)));
  const kept = treeAt(size, (level, index) => nodes.get(`${level}/${index}`));
  expect(Buffer.compare(rootOf(tree), rootOf(kept))).toBe(0);
  await h.close();
});
