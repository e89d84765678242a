/** The write-ahead log of SQLite goes into the database file on another thread, while the work goes on. */
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import Sqlite from "better-sqlite3";
import { afterAll, expect, test, vi } from "vitest";
import { checkpointsBeside } from "@tillit/record-store";

const folder = mkdtempSync(join(tmpdir(), "tillit-checkpoints-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function written(name: string): { readonly path: string; readonly database: Sqlite.Database } {
  const path = join(folder, name);
  const database = new Sqlite(path);
  database.pragma("journal_mode = wal");
  // This side never moves anything itself.
  database.pragma("wal_autocheckpoint = 0");
  database.exec("create table t (body blob)");
  const insert = database.prepare("insert into t values (?)");
  for (let n = 0; n < 50; n += 1) insert.run(Buffer.alloc(4000, n));
  return { path, database };
}

test("after a hundred transactions the pages are in the database file, without a pause in writing", async () => {
  const { path, database } = written("a.db");
  const before = statSync(path).size;
  // A thread that had been told to move them would have done so before it ends.
  const few = checkpointsBeside(path);
  few.committed(99);
  await few.close();
  expect(statSync(path).size).toBe(before);
  const checkpoints = checkpointsBeside(path);
  checkpoints.committed(99);
  checkpoints.committed(1);
  await vi.waitFor(() => {
    database.prepare("insert into t values ('more')").run();
    expect(statSync(path).size).toBeGreaterThan(50 * 4096);
  }, 10_000);
  await checkpoints.close();
  database.close();
  expect(existsSync(`${path}-wal`)).toBe(false);
});

test("a thread that cannot open the file ends, and nobody else notices", async () => {
  const checkpoints = checkpointsBeside(join(folder, "no", "such", "folder.db"));
  const started = once(process, "worker") as Promise<[Worker]>;
  checkpoints.committed(100);
  const [thread] = await started;
  await new Promise((ended) => thread.once("exit", ended));
  checkpoints.committed(100);
  await expect(checkpoints.close()).resolves.toBeUndefined();
});

test("nothing is started for a database in memory, and closing twice does nothing more", async () => {
  const checkpoints = checkpointsBeside(":memory:");
  checkpoints.committed(1000);
  await expect(checkpoints.close()).resolves.toBeUndefined();
  await expect(checkpoints.close()).resolves.toBeUndefined();
});
