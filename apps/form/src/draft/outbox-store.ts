/** The outbox on the device: sealed parts as they are, and what opens or names them encrypted under the draft's key. */
import type { Outbox } from "../sending/outbox.ts";
import { change, get, keyOf, withDatabase } from "./draft-database.ts";
import { openValue, sealValue } from "./sealed-parts.ts";

interface Listed {
  readonly receipt: string;
  readonly facts: Outbox["facts"];
  readonly envelopes: readonly {
    readonly controller: string;
    readonly manifest: Outbox["envelopes"][number]["manifest"];
    readonly keyring: Outbox["envelopes"][number]["keyring"];
    readonly blobs: readonly string[];
  }[];
}

function blobPart(controller: string, id: string): string {
  return `blob/${controller}/${id}`;
}

/** Keeps a sealed application until it has been sent. */
export function saveOutbox({ receipt, facts, envelopes }: Outbox): Promise<void> {
  const blobs = envelopes.flatMap(({ controller, blobs: parts }) =>
    parts.map(({ id, blob }): [string, Blob] => [blobPart(controller, id), blob]),
  );
  const listed: Listed = {
    receipt,
    facts,
    envelopes: envelopes.map(({ controller, manifest, keyring, blobs: parts }) => ({
      controller,
      manifest,
      keyring,
      blobs: parts.map(({ id }) => id),
    })),
  };
  return withDatabase(async (database) => {
    const outbox = await sealValue(await keyOf(database), "outbox", listed);
    await change(database, { ...Object.fromEntries(blobs), outbox });
  });
}

/** The sealed application that is kept, or undefined. */
export async function loadOutbox(database: IDBDatabase, key: CryptoKey): Promise<Outbox | undefined> {
  const listed = await openValue<Listed>(database, key, "outbox");
  if (listed === undefined) return undefined;
  const envelopes: Outbox["envelopes"][number][] = [];
  for (const { controller, manifest, keyring, blobs: ids } of listed.envelopes) {
    const blobs: { id: string; blob: Blob }[] = [];
    for (const id of ids) {
      const blob = await get<Blob>(database, blobPart(controller, id));
      if (blob === undefined) return undefined;
      blobs.push({ id, blob });
    }
    envelopes.push({ controller, manifest, keyring, blobs });
  }
  return { receipt: listed.receipt, facts: listed.facts, envelopes };
}
