import { closeSync, createReadStream, createWriteStream, existsSync, fsyncSync, openSync } from "node:fs";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { sql } from "kysely";
import {
  connect,
  connectWhole,
  kyselyStore,
  readJournal,
  replayErasures,
  restoreBackup,
  StoreError,
  takeBackup,
  unmarkRestoring,
} from "@tillit/record-store";
import { rebuildLists } from "./rebuild.ts";

/** Writes a backup to a file that must not exist; it is on the disk when this resolves. */
export async function backup(databaseUrl: string, file: string): Promise<string> {
  const { connections } = await connectWhole(databaseUrl, 1);
  try {
    const out = createWriteStream(file, { flags: "wx", mode: 0o600 });
    const { rows } = await takeBackup(connections, async (line) => {
      if (!out.write(line)) await once(out, "drain");
    });
    out.end();
    await once(out, "close");
    const written = openSync(file, "r");
    fsyncSync(written);
    closeSync(written);
    return `${rows} rows`;
  } finally {
    await connections.close();
  }
}

/**
 * Restores a backup into an empty database, carries out every erasure of the journals again, and rebuilds the lists,
 * before anyone can read from it: one that breaks off leaves a mark, and nothing opens that database.
 *
 * @throws StoreError STORE_JOURNAL_MISSING before anything is written
 */
export async function restore(
  databaseUrl: string,
  file: string,
  journals: readonly string[],
): Promise<string> {
  if (!journals.every((path) => existsSync(path))) {
    throw new StoreError("STORE_JOURNAL_MISSING", "An erasure journal that is named is not there.");
  }
  const erasures = journals.flatMap(readJournal);
  const connections = connect(databaseUrl, 1);
  const store = kyselyStore(connections);
  try {
    const { rows } = await restoreBackup(connections, () =>
      createInterface({ input: createReadStream(file) }),
    );
    await replayErasures(store, erasures);
    await rebuildLists(store);
    await replayErasures(store, erasures);
    // PostgreSQL looks at its tables by and by; until then it would read all of one to find a few rows.
    if (connections.engine === "postgres") await sql`analyze`.execute(connections.db);
    await unmarkRestoring(connections);
    return `${rows} rows, ${erasures.length} erasures carried out again`;
  } finally {
    await store.close();
  }
}
