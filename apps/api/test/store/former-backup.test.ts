/** A backup of a version that kept the log in more tables comes back, on either engine, as this version keeps it. */
import { createHash } from "node:crypto";
import { append, emptyTree, type Tree } from "@tillit/merkle-tree";
import { describe, expect, test } from "vitest";
import { openStore } from "../../src/index.ts";
import { connect, restoreBackup } from "@tillit/record-store";
import { engines, emptyDatabase } from "../setup/databases.ts";

const entries = ["a", "b", "c"].map((text) => `{"stream":"s","text":"${text}"}`);

function formerBackup(): readonly string[] {
  const controller = "one";
  const rows: object[] = [
    { table: "controllers", row: { id: controller, kind: "k", name: "N", accepts: "[]", profile_id: "p" } },
    { table: "directory", row: { record: "r", controller, app: "a", applicant: "k", cid: "c" } },
    { table: "streams", row: { controller, stream: "s", version: 3 } },
  ];
  let tree: Tree = emptyTree;
  for (const [seq, entry] of entries.entries()) {
    const appended = append(tree, Buffer.from(entry));
    ({ tree } = appended);
    const event = { controller, seq, stream: "s", version: seq + 1, type: "T", at: "t", entry };
    rows.push({ table: "events", row: event });
    for (const { level, index, hash } of appended.nodes) {
      const base64 = Buffer.from(hash).toString("base64");
      rows.push({ table: "chain_nodes", row: { controller, level, idx: index, hash: { base64 } } });
    }
  }
  const peaks = tree.peaks.map((peak) => Buffer.from(peak).toString("base64url")).join(" ");
  rows.push({ table: "chain_heads", row: { controller, size: tree.size, peaks, numbers: 1 } });
  const head = { backup: "tillit-backup/1", version: "0041-colleagues" };
  const lines = [head, ...rows].map((line) => JSON.stringify(line));
  const sha256 = createHash("sha256")
    .update(lines.map((line) => `${line}\n`).join(""))
    .digest("hex");
  return [...lines, JSON.stringify({ rows: rows.length, sha256 })];
}

async function* given(lines: readonly string[]): AsyncGenerator<string, void, undefined> {
  yield* await Promise.resolve(lines);
}

describe.each(engines)("a backup of an earlier version on %s", (engine) => {
  test("is restored with its log, its tree and its streams", async () => {
    const url = await emptyDatabase(engine);
    const connections = connect(url);
    const lines = formerBackup();
    expect(await restoreBackup(connections, () => given(lines))).toStrictEqual({ rows: lines.length - 2 });
    await connections.close();

    const store = await openStore(url);
    await store.write("one", async ({ log }) => {
      expect(await log.entries(0, 9)).toStrictEqual(entries.map((entry, seq) => ({ seq, entry })));
      const { nodes } = append(
        append(emptyTree, Buffer.from(entries[0] ?? "")).tree,
        Buffer.from(entries[1] ?? ""),
      );
      expect(await log.node(1, 0)).toStrictEqual(nodes[1]?.hash);
      const event = { type: "T", at: "t", by: "b", activity: "a", data: {} };
      expect(await log.append("s", 3, [event])).toMatchObject([{ seq: 3, version: 4 }]);
    });
    expect(await store.whereIs("r")).toMatchObject({ controller: "one", app: "a" });
    await store.close();
  });
});
