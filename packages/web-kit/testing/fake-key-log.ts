/** A public log of key documents for fake APIs: signed by a key of its own, with real proofs. */
import {
  formatVerifier,
  type LogSigner,
  signCheckpoint,
  signHandover,
  verifierOf,
} from "@tillit/audit-chain";
import { append, consistencyProof, emptyTree, inclusionProof, type Tree, rootOf } from "@tillit/merkle-tree";

export interface FakeKeyLog {
  /** What a deployment pins: the log's first key. */
  readonly verifier: string;
  /** The log goes over to its next key. */
  handOver(): void;
  /** Enters a document; the newest of a controller counts. */
  publish(controller: string, document: unknown): void;
  /** Answers `/api/keys/inclusion` and `/api/keys/consistency`; undefined where there is no such document. */
  answer(path: string): object | undefined;
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

/** @param salt - another salt is another log, signed by the same key: a split view */
export function fakeKeyLog(salt = ""): FakeKeyLog {
  const signerOf = (fill: number): LogSigner => ({
    name: "tillit/~keys",
    secretKey: new Uint8Array(32).fill(fill),
  });
  const handovers: { readonly checkpoint: string; readonly size: number }[] = [];
  const signer = (): LogSigner => signerOf(7 + handovers.length);
  const nodes = new Map<string, Uint8Array>();
  const entries: { readonly controller: string; readonly entry: string }[] = [];
  let tree: Tree = emptyTree;
  const add = (controller: string, entry: string): void => {
    const appended = append(tree, new TextEncoder().encode(entry));
    for (const { level, index, hash } of appended.nodes) nodes.set(`${level}/${index}`, hash);
    entries.push({ controller, entry });
    ({ tree } = appended);
  };
  const reader = (level: number, index: number): Uint8Array =>
    nodes.get(`${level}/${index}`) ?? new Uint8Array();

  const inclusion = (controller: string): object | undefined => {
    const index = entries.findLastIndex((one) => one.controller === controller);
    const found = entries[index];
    if (found === undefined) return undefined;
    const { size } = tree;
    const checkpoint = signCheckpoint({ origin: "tillit/~keys", size, root: rootOf(tree) }, signer());
    const proof = inclusionProof(index, size, reader).map(text);
    const steps = handovers.map((one, n) => ({
      checkpoint: one.checkpoint,
      consistency: consistencyProof(one.size, handovers[n + 1]?.size ?? size, reader).map(text),
    }));
    const key = formatVerifier(verifierOf(signer()));
    return { index, entry: found.entry, size, proof, checkpoint, key, handovers: steps };
  };
  return {
    verifier: formatVerifier(verifierOf(signerOf(7))),
    handOver() {
      const { size } = tree;
      const head = { origin: "tillit/~keys", size, root: rootOf(tree) };
      handovers.push({ checkpoint: signHandover(head, signer(), signerOf(8 + handovers.length)), size });
      add("", JSON.stringify({ type: "LogKeyHandedOver", salt, data: {} }));
    },
    publish(controller, document) {
      const data = { controller, seq: entries.length, document };
      add(controller, JSON.stringify({ type: "KeyDocumentPublished", salt, data }));
    },
    answer(path) {
      const { pathname, searchParams } = new URL(path, "http://localhost");
      if (pathname === "/api/keys/inclusion") return inclusion(searchParams.get("controller") ?? "");
      const [first, second] = [Number(searchParams.get("first")), Number(searchParams.get("second"))];
      if (pathname !== "/api/keys/consistency" || second > tree.size) return undefined;
      return { first, second, proof: consistencyProof(first, second, reader).map(text) };
    },
  };
}
