import { append, emptyTree, inclusionProof, rootOf, verifyInclusion } from "@tillit/merkle-tree";

// Keep the hashes that each entry makes whole: proofs come from them, in a database as in this map.
const stored = new Map<string, Uint8Array>();
let tree = emptyTree;
for (const text of ["application received", "application opened", "decision recorded"]) {
  const appended = append(tree, new TextEncoder().encode(text));
  for (const { level, index, hash } of appended.nodes) stored.set(`${level}/${index}`, hash);
  tree = appended.tree;
}

const proof = inclusionProof(1, tree.size, (level, index) => stored.get(`${level}/${index}`));
const leafHash = stored.get("0/1") ?? new Uint8Array();
console.log(verifyInclusion({ leafHash, index: 1, size: tree.size, root: rootOf(tree), proof })); // true
