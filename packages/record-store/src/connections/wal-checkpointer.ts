/**
 * SQLite writes a commit to its log and moves the log's pages into the database file later. A second thread does that
 * on a connection of its own, so that no request waits for it.
 */
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";

/** Pages in the log from which a commit moves them itself, should the other thread not keep up, or not run: 64 MB. */
export const mostPages = 16_000;
/** Transactions after which the log is moved; those of a process that makes fewer it moves when it ends. */
const often = 100;

// Text, so that it survives every bundler; ordinary JavaScript, since Node runs it as it is.
const program = `"use strict";
const { parentPort, workerData } = require("node:worker_threads");
const Sqlite = require(workerData.driver);
const database = new Sqlite(workerData.path);
database.pragma("synchronous = full");
parentPort.on("message", (last) => {
  if (last) {
    database.close();
    parentPort.close();
  } else {
    database.pragma("wal_checkpoint(passive)");
    parentPort.postMessage(true);
  }
});`;

export interface Checkpoints {
  /** So many transactions have been committed. */
  committed(count: number): void;
  /** Moves the log now; resolves when that is done, or the thread cannot do it. */
  move(): Promise<void>;
  /** Ends the thread; before the database is closed. */
  close(): Promise<void>;
}

export function checkpointsBeside(path: string): Checkpoints {
  let worker: Worker | undefined;
  let unusable = path === ":memory:";
  let since = 0;
  const started = (): Worker | undefined => {
    if (worker !== undefined || unusable) return worker;
    try {
      const driver = createRequire(import.meta.url).resolve("better-sqlite3");
      worker = new Worker(program, { env: {}, eval: true, execArgv: [], workerData: { driver, path } });
    } catch {
      // Node's permission model forbids threads, for instance: then commits move the log.
      unusable = true;
      return undefined;
    }
    // It never keeps the process alive.
    worker.unref();
    const ended = (): void => {
      unusable = true;
      worker = undefined;
    };
    worker.on("error", ended);
    worker.on("exit", ended);
    return worker;
  };
  return {
    move() {
      const thread = started();
      if (thread === undefined) return Promise.resolve();
      return new Promise((resolve) => {
        const done = (): void => {
          thread.off("message", done);
          thread.off("exit", done);
          // It keeps the process alive only while somebody waits for it.
          if (thread.listenerCount("message") === 0) thread.unref();
          resolve();
        };
        thread.on("message", done);
        thread.once("exit", done);
        thread.ref();
        thread.postMessage(false);
      });
    },
    committed(count) {
      since += count;
      if (since < often) return;
      since = 0;
      started()?.postMessage(false);
    },
    close() {
      const last = worker;
      worker = undefined;
      unusable = true;
      if (last === undefined) return Promise.resolve();
      return new Promise((resolve) => {
        last.once("exit", () => {
          resolve();
        });
        last.ref();
        last.postMessage(true);
      });
    },
  };
}
