/** The leaves of a disposal under one root (RFC 6962); each leaf is hashed as its canonical JSON. */
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { canonicalBytes } from "@tillit/canonical-json";
import { append, emptyTree, inclusionProof, leafHash, rootOf, verifyInclusion } from "@tillit/merkle-tree";

function grow(leaves: readonly object[]) {
  const nodes = new Map<string, Uint8Array>();
  let tree = emptyTree;
  for (const leaf of leaves) {
    const appended = append(tree, canonicalBytes(leaf));
    for (const { level, index, hash } of appended.nodes) nodes.set(`${level}/${index}`, hash);
    ({ tree } = appended);
  }
  return { tree, nodes };
}

/** The root over the leaves, hex. */
export function rootOver(leaves: readonly object[]): string {
  return bytesToHex(rootOf(grow(leaves).tree));
}

/** Hashes that lead from a leaf to the root, nearest first, hex. */
export function pathTo(leaves: readonly object[], index: number): string[] {
  const { nodes } = grow(leaves);
  return inclusionProof(index, leaves.length, (level, at) => nodes.get(`${level}/${at}`)).map((hash) =>
    bytesToHex(hash),
  );
}

/** Whether a leaf and its path lead to the root of a tree of that size. Never throws. */
export function leadsTo(
  { root, count }: { readonly root: string; readonly count: number },
  { leaf, index, path }: { readonly leaf: object; readonly index: number; readonly path: readonly string[] },
): boolean {
  if (![root, ...path].every((hash) => /^[0-9a-f]{64}$/.test(hash))) return false;
  return verifyInclusion({
    leafHash: leafHash(canonicalBytes(leaf)),
    index,
    size: count,
    root: hexToBytes(root),
    proof: path.map((hash) => hexToBytes(hash)),
  });
}
