/** The log of a controller as others can check it: exported, signed, with proofs. */
import {
  consistencyNodes,
  consistencyProof,
  inclusionNodes,
  inclusionProof,
  logCheckpoint,
  logEntry,
  logHeader,
  rootOf,
  signCheckpoint,
  treeAt,
  treeNodes,
  verifierOf,
  formatVerifier,
  type LogSigner,
  type NodeAddress,
  type NodeReader,
} from "@tillit/audit-chain";
import { hkdfSync } from "node:crypto";
import { instant } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { Unit } from "../store/store.ts";

/** One name for each controller's log, for ever. */
function originOf(controller: string): string {
  return `tillit/${controller}`;
}

/** Each log has a key of its own, made from the one secret of the operation. */
function signerOf(deps: Deps, controller: string): LogSigner {
  return { name: originOf(controller), secretKey: derived(deps, `tillit/log/${controller}`) };
}

/** The key under which disposal certificates name records: without it a name in one says nothing. */
export function disposalKey(deps: Deps, controller: string): Uint8Array {
  return derived(deps, `tillit/disposal/${controller}`);
}

function derived({ logSecret, session }: Deps, label: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", logSecret ?? session.secret, "", label, 32));
}

async function readerOf(unit: Unit, addresses: readonly NodeAddress[]): Promise<NodeReader> {
  const found = new Map<string, Uint8Array | undefined>();
  for (const { level, index } of addresses) found.set(`${level}/${index}`, await unit.log.node(level, index));
  return (level, index) => found.get(`${level}/${index}`);
}

/** Signs what the log looks like now, and remembers having done so. */
export async function makeCheckpoint(deps: Deps, controller: string) {
  const signer = signerOf(deps, controller);
  return deps.store.write(controller, async (unit) => {
    const size = await unit.log.size();
    const tree = treeAt(size, await readerOf(unit, treeNodes(size)));
    const note = signCheckpoint({ origin: originOf(controller), size, root: rootOf(tree) }, signer);
    await unit.log.putCheckpoint({ size, note, at: instant(deps.clock()) });
    return { size, checkpoint: note, key: formatVerifier(verifierOf(signer)) };
  });
}

const page = 500;

/** The whole log as lines, each ended by a line feed; the last is a checkpoint over all of it. */
export async function* exportLog(deps: Deps, controller: string): AsyncGenerator<string, void, undefined> {
  const { size, checkpoint } = await makeCheckpoint(deps, controller);
  yield `${logHeader(originOf(controller), verifierOf(signerOf(deps, controller)))}\n`;
  for (let from = 0; from < size; from += page) {
    const start = from;
    const entries = await deps.store.read(controller, (unit) =>
      unit.log.entries(start, Math.min(page, size - start)),
    );
    for (const { seq, entry } of entries) yield `${logEntry(seq, Buffer.from(entry))}\n`;
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
