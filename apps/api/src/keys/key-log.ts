/**
 * The public log of key documents: every version of every controller is an entry, so that a key given to one person
 * alone would show to everybody, or not be in the log. It is the log of a controller that nobody can be.
 */
import type { Dsse } from "@tillit/crypto-envelope";
import { contentHash } from "@tillit/canonical-json";
import { instant } from "../clock.ts";
import { append } from "../kernel/act.ts";
import { load } from "../kernel/load.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { StoreError, type Unit } from "@tillit/record-store";
import { makeCheckpoint, proveInclusion } from "../log/audit-log.ts";
import { handoverChain } from "../log/handover-chain.ts";
import { handoversOf } from "../log/log-keys.ts";

/** No controller's id has a tilde. */
export const keyLog = "~keys";

/** Enters what has been published and is not in the log yet; whoever asks the log asks this first. */
export async function keepKeyLog(deps: Pick<Deps, "store" | "clock">): Promise<number> {
  const { store } = deps;
  const documents = await store.keyDocuments.count();
  const entered = await store.read(
    keyLog,
    async (unit) => (await unit.log.size()) - (await handoversOf(unit)).length,
  );
  if (documents === entered) return 0;
  const all = await store.keyDocuments.all();
  try {
    return await store.write(keyLog, async (unit) => {
      let added = 0;
      for (const [controller, versions] of Map.groupBy(all, (one) => one.controller)) {
        const known = await load(unit, "key-document", controller);
        const seqs = new Set(known.map(({ data }) => data.seq));
        const news = versions.filter(({ seq }) => !seqs.has(seq));
        await append(
          unit,
          "key-document",
          controller,
          known.length,
          ...news.map(({ seq, document }) => entryOf(deps, { controller, seq, document })),
        );
        added += news.length;
      }
      return added;
    });
  } catch (error) {
    // Another process entered the same documents just now.
    if (error instanceof StoreError && error.code === "STORE_VERSION_CONFLICT") return 0;
    throw error;
  }
}

function entryOf(
  { clock }: Pick<Deps, "clock">,
  { controller, seq, document }: { controller: string; seq: number; document: Dsse },
) {
  return {
    type: "KeyDocumentPublished" as const,
    at: instant(clock()),
    by: "system",
    activity: "key-directory",
    data: { controller, seq, digest: digestOf(document), document },
  };
}

/** SHA-256 of the document with its signatures, as canonical JSON. */
export function digestOf(document: Dsse): string {
  return contentHash(document);
}

/** A signed statement of how long the key log is and what it holds. */
export async function keyCheckpoint(deps: Deps) {
  await keepKeyLog(deps);
  return makeCheckpoint(deps, keyLog);
}

/** Entries as they were hashed, for monitors that keep a copy. */
export async function keyEntries(deps: Deps, from: number, limit: number) {
  await keepKeyLog(deps);
  return deps.store.read(keyLog, async (unit) => {
    const entries = await unit.log.entries(from, limit);
    return {
      size: await unit.log.size(),
      next: (entries.at(-1)?.seq ?? from - 1) + 1,
      entries: entries.map(({ seq, entry }) => ({ index: seq, entry })),
    };
  });
}

/**
 * The entry of one version of a controller's document, that it is in the log, a signed checkpoint of that log, and how it
 * came to the key that signs it.
 *
 * @throws Problem NOT_FOUND
 */
export async function proveKeyDocument(deps: Deps, controller: string, seq: number | undefined) {
  const { size, checkpoint, key } = await keyCheckpoint(deps);
  const found = await deps.store.read(keyLog, (unit) => entryFor(unit, controller, seq));
  const { index, proof } = await proveInclusion(deps, keyLog, found.seq, size);
  const handovers = await handoverChain(deps, keyLog, { size, key });
  return { index, entry: found.entry, size, proof, checkpoint, key, handovers };
}

async function entryFor(unit: Unit, controller: string, wanted: number | undefined) {
  const events = (await load(unit, "key-document", controller)).toSorted((a, b) => b.data.seq - a.data.seq);
  const event = wanted === undefined ? events[0] : events.find(({ data }) => data.seq === wanted);
  const [row] = event === undefined ? [] : await unit.log.entries(event.seq, 1);
  if (row === undefined) throw new Problem("NOT_FOUND");
  return row;
}
