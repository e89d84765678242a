/** The outbox on the device: sealed parts as they are, and what opens or names them encrypted under the draft's key. */
import type { Outbox } from "../sending/outbox.ts";
import { get, put } from "./draft-database.ts";
import { decrypt, encrypt, type Sealed } from "./draft-cipher.ts";

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

function place(controller: string, id: string): string {
  return `blob/${controller}/${id}`;
}

export async function saveOutbox(database: IDBDatabase, key: CryptoKey, outbox: Outbox): Promise<void> {
  for (const { controller, blobs } of outbox.envelopes) {
    for (const { id, blob } of blobs) await put(database, place(controller, id), blob);
  }
  const listed: Listed = {
    receipt: outbox.receipt,
    facts: outbox.facts,
    envelopes: outbox.envelopes.map(({ controller, manifest, keyring, blobs }) => ({
      controller,
      manifest,
      keyring,
      blobs: blobs.map(({ id }) => id),
    })),
  };
  const text = new TextEncoder().encode(JSON.stringify(listed));
  // Last, so that a list never names a part that is not there.
  await put(database, "outbox", await encrypt(key, "outbox", text));
}

export async function loadOutbox(database: IDBDatabase, key: CryptoKey): Promise<Outbox | undefined> {
  const sealed = await get<Sealed>(database, "outbox");
  if (sealed === undefined) return undefined;
  const listed = JSON.parse(new TextDecoder().decode(await decrypt(key, "outbox", sealed))) as Listed;
  const envelopes: Outbox["envelopes"][number][] = [];
  for (const { controller, manifest, keyring, blobs: ids } of listed.envelopes) {
    const blobs: { id: string; blob: Blob }[] = [];
    for (const id of ids) {
      const blob = await get<Blob>(database, place(controller, id));
      if (blob === undefined) return undefined;
      blobs.push({ id, blob });
    }
    envelopes.push({ controller, manifest, keyring, blobs });
  }
  return { receipt: listed.receipt, facts: listed.facts, envelopes };
}
