/** The log of a controller as others can check it: exported, signed, with proofs. */
import {
  logCheckpoint,
  logEntry,
  logHeader,
  parseVerifier,
  signCheckpoint,
  verifierOf,
  formatVerifier,
  verifyCheckpoint,
  type Checkpoint,
  type LogVerifier,
} from "@tillit/audit-chain";
import {
  consistencyNodes,
  consistencyProof,
  inclusionNodes,
  inclusionProof,
  rootOf,
  treeAt,
  treeNodes,
} from "@tillit/merkle-tree";
import { instant } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { Unit } from "@tillit/record-store";
import { currentSigner, handoversOf, originOf } from "./log-keys.ts";
import { readerOf } from "./log-nodes.ts";

/** Signs what the log looks like now, and remembers having done so; what has been signed is not signed twice. */
export async function makeCheckpoint(deps: Deps, controller: string) {
  const stored = await deps.store.read(controller, (unit) => storedCheckpoint(deps, unit));
  if (stored !== undefined) return stored;
  return deps.store.write(controller, async (unit) => {
    const signer = await currentSigner(deps, unit);
    const size = await unit.log.size();
    const tree = treeAt(size, await readerOf(unit, treeNodes(size)));
    const note = signCheckpoint({ origin: originOf(controller), size, root: rootOf(tree) }, signer);
    await unit.log.putCheckpoint({ size, note, at: instant(deps.clock()) });
    return { size, checkpoint: note, key: formatVerifier(verifierOf(signer)) };
  });
}

async function storedCheckpoint(deps: Deps, unit: Unit) {
  const last = await unit.log.checkpoint();
  if (last === undefined || last.size !== (await unit.log.size())) return undefined;
  const verifier = verifierOf(await currentSigner(deps, unit));
  const { size } = last;
  const root = rootOf(treeAt(size, await readerOf(unit, treeNodes(size))));
  if (!says(last.note, { size, root }, verifier)) return undefined;
  return { size, checkpoint: last.note, key: formatVerifier(verifier) };
}

/** A head that was put back shows as another root under the same size: then what is there now is signed. */
function says(note: string, { size, root }: Omit<Checkpoint, "origin">, verifier: LogVerifier): boolean {
  try {
    const found = verifyCheckpoint(note, verifier);
    return found.size === size && Buffer.from(found.root).equals(root);
  } catch {
    return false;
  }
}

const page = 500;

/**
 * The whole log as lines, each ended by a line feed; the last is a checkpoint over all of it. Where the log changed its
 * key, the checkpoint that both keys signed stands in its place.
 */
export async function* exportLog(deps: Deps, controller: string): AsyncGenerator<string, void, undefined> {
  const { size, checkpoint, key } = await makeCheckpoint(deps, controller);
  const handovers = await deps.store.read(controller, handoversOf);
  const notes = new Map(handovers.map((handover) => [handover.size, handover.checkpoint]));
  yield `${logHeader(originOf(controller), parseVerifier(handovers[0]?.from ?? key))}\n`;
  for (let from = 0; from < size; from += page) {
    const start = from;
    const entries = await deps.store.read(controller, (unit) =>
      unit.log.entries(start, Math.min(page, size - start)),
    );
    for (const { seq, entry } of entries) {
      const note = notes.get(seq);
      if (note !== undefined) yield `${logCheckpoint(note)}\n`;
      yield `${logEntry(seq, Buffer.from(entry))}\n`;
    }
  }
  yield `${logCheckpoint(checkpoint)}\n`;
}

export async function proveInclusion(deps: Deps, controller: string, index: number, size: number) {
  return deps.store.read(controller, async (unit) => {
    if (size > (await unit.log.size()) || index >= size) throw new Problem("NOT_FOUND");
    const proof = inclusionProof(index, size, await readerOf(unit, inclusionNodes(index, size)));
    return { index, size, proof: proof.map(text) };
  });
}

export async function proveConsistency(deps: Deps, controller: string, first: number, second: number) {
  return deps.store.read(controller, async (unit) => {
    if (second > (await unit.log.size()) || first > second) throw new Problem("NOT_FOUND");
    const proof = consistencyProof(first, second, await readerOf(unit, consistencyNodes(first, second)));
    return { first, second, proof: proof.map(text) };
  });
}

function text(hash: Uint8Array): string {
  return Buffer.from(hash).toString("base64url");
}
