import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { postgresConnections, sqliteConnections, type Connections } from "./connections/connections.ts";
import { engineOf } from "./engine.ts";
import { StoreError } from "./errors.ts";
import { kyselyStore } from "./connections/kysely-store.ts";
import { migrate, reachable } from "./schema/migrations.ts";
import { refuseRestoring } from "./backup/restoring.ts";
import type { Store } from "./store.ts";

/**
 * Opens the store that a database URL names and brings its schema up to date.
 *
 * @throws StoreError STORE_URL_UNSUPPORTED · STORE_UNREACHABLE · STORE_RESTORING · STORE_SCHEMA_AHEAD ·
 * STORE_MIGRATION_FAILED
 */
export async function openStore(url: string, poolSize = 10): Promise<Store> {
  return kyselyStore((await connectWhole(url, poolSize)).connections);
}

/** Connections to a whole database of this version, and the steps that brought it there. @throws as {@link openStore} */
export async function connectWhole(
  url: string,
  poolSize: number,
): Promise<{ readonly connections: Connections; readonly steps: readonly string[] }> {
  const connections = connect(url, poolSize);
  try {
    await reachable(connections.db);
    await refuseRestoring(connections);
    return { connections, steps: await migrate(connections.db, connections.engine) };
  } catch (reason) {
    await connections.close();
    throw reason;
  }
}

/** The bare connections, also to a database that is not whole: for restore. */
export function connect(url: string, poolSize = 10): Connections {
  const engine = engineOf(url);
  if (engine === "postgres") return postgresConnections(url, poolSize);
  if (engine === undefined) {
    throw new StoreError("STORE_URL_UNSUPPORTED", "DATABASE_URL is neither postgres:// nor a file.");
  }
  const path = url.startsWith("file://") ? fileURLToPath(url) : url.replace(/^file:/, "");
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  return sqliteConnections(path);
}
