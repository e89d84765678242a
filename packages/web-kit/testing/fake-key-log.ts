/** A public log of key documents for fake APIs: signed by a key of its own, with real proofs. */
import {
  append,
  consistencyProof,
  emptyTree,
  formatVerifier,
  inclusionProof,
  type LogSigner,
  type Tree,
  rootOf,
  signCheckpoint,
  verifierOf,
} from "@tillit/audit-chain";

export interface FakeKeyLog {
  /** What a deployment pins. */
  readonly verifier: string;
  /** Enters a document; the newest of a controller counts. */
  publish(controller: string, document: unknown): void;
  /** Answers `/api/keys/inclusion` and `/api/keys/consistency`; undefined where there is no such document. */
  answer(path: string): object | undefined;
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

/** @param salt - another salt is another log, signed by the same key: a split view */
export function fakeKeyLog(salt = ""): FakeKeyLog {
  const signer: LogSigner = { name: "tillit/~keys", secretKey: new Uint8Array(32).fill(7) };
  const nodes = new Map<string, Uint8Array>();
  const entries: { readonly controller: string; readonly entry: string }[] = [];
  let tree: Tree = emptyTree;
  const reader = (level: number, index: number): Uint8Array =>
    nodes.get(`${level}/${index}`) ?? new Uint8Array();

  const inclusion = (controller: string): object | undefined => {
    const index = entries.findLastIndex((one) => one.controller === controller);
    const found = entries[index];
    if (found === undefined) return undefined;
    const { size } = tree;
    const checkpoint = signCheckpoint({ origin: "tillit/~keys", size, root: rootOf(tree) }, signer);
    const proof = inclusionProof(index, size, reader).map(text);
    return { index, entry: found.entry, size, proof, checkpoint, key: formatVerifier(verifierOf(signer)) };
  };
  return {
    verifier: formatVerifier(verifierOf(signer)),
    publish(controller, document) {
      const data = { controller, seq: entries.length, document };
      const entry = JSON.stringify({ type: "KeyDocumentPublished", salt, data });
      const appended = append(tree, new TextEncoder().encode(entry));
      for (const { level, index, hash } of appended.nodes) nodes.set(`${level}/${index}`, hash);
      entries.push({ controller, entry });
      ({ tree } = appended);
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
