/** Pages of 4 KiB that go to the write-ahead log for one durable transaction alone: on SQLite the larger part of its cost. */
import { statSync } from "node:fs";
import Sqlite from "better-sqlite3";

const pageAndHeader = 4096 + 24;

export async function pagesEach(file: string, jobs: readonly (() => Promise<void>)[]): Promise<string> {
  const beside = new Sqlite(file);
  // The log begins anew, so that its length is what these have written.
  beside.pragma("wal_checkpoint(truncate)");
  for (const job of jobs) await job();
  beside.close();
  return (statSync(`${file}-wal`).size / pageAndHeader / jobs.length).toFixed(1);
}
