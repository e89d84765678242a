/** The log of a controller with an answer in it, signed, as the API proves it to the subject. */
import type { AnswerProof } from "@tillit/api-contract/client";
import {
  formatVerifier,
  type LogSigner,
  signCheckpoint,
  signHandover,
  verifierOf,
} from "@tillit/audit-chain";
import { append, emptyTree, consistencyProof, inclusionProof, rootOf, type Tree } from "@tillit/merkle-tree";
import { canonicalBytes, canonicalize, type JsonValue } from "@tillit/canonical-json";
import { toBase64Url } from "@tillit/crypto-envelope";
import { createHash, randomBytes } from "node:crypto";

export interface Attested {
  readonly controller: string;
  readonly request: string;
  readonly digest: Uint8Array;
  readonly list: JsonValue;
}

export function signerOf(controller: string): LogSigner {
  return { name: `tillit/${controller}`, secretKey: new Uint8Array(randomBytes(32)) };
}

export function keyOf(signer: LogSigner): string {
  return formatVerifier(verifierOf(signer));
}

/** @param left - the key that the log was at before it was handed over to the signer's, after its first entry */
export function attested(
  { controller, request, digest, list }: Attested,
  signer: LogSigner,
  left?: LogSigner,
): AnswerProof {
  const entry = canonicalize({
    controller,
    stream: "answer/e1",
    version: 1,
    type: "AnswerAttested",
    at: "2026-11-21T12:00:00Z",
    by: "system",
    activity: `${controller}/application`,
    data: {
      request,
      envelope: toBase64Url(digest),
      package: createHash("sha256").update(canonicalBytes(list)).digest("hex"),
    },
  });
  const stored = new Map<string, Uint8Array>();
  let tree: Tree = emptyTree;
  let first = emptyTree;
  for (const text of ["before", entry, "after"]) {
    const appended = append(tree, new TextEncoder().encode(text));
    for (const { level, index, hash } of appended.nodes) stored.set(`${level}/${index}`, hash);
    if (tree.size === 0) first = appended.tree;
    tree = appended.tree;
  }
  const { size } = tree;
  const reader = (level: number, index: number) => stored.get(`${level}/${index}`);
  const proof = inclusionProof(1, size, reader);
  const checkpoint = signCheckpoint({ origin: signer.name, size, root: rootOf(tree) }, signer);
  const key = keyOf(signer);
  const head = { origin: signer.name, size: 1, root: rootOf(first) };
  const consistency = consistencyProof(1, size, reader).map(toBase64Url);
  const handovers = left === undefined ? [] : [{ checkpoint: signHandover(head, left, signer), consistency }];
  return { controller, index: 1, size, entry, proof: proof.map(toBase64Url), checkpoint, key, handovers };
}
