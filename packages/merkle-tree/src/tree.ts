/**
 * A log as a value: how many entries it has and the hashes of the whole subtrees along its right edge. That is
 * all it takes to append and to know the root; some 32 bytes for each doubling of the log.
 */
import { emptyHash, leafHash, nodeHash, checkHash, type Sha256 } from "./hash.ts";
import { checkPosition, foldRight, type NodeAddress, type NodeReader, wholeNodes } from "./node-address.ts";

/** `peaks`: hashes of the whole subtrees that make up the log, the largest first. */
export type Tree = { readonly size: number; readonly peaks: readonly Uint8Array[] };

/** A hash to store, if proofs are to be made later. */
export type StoredNode = NodeAddress & { readonly hash: Uint8Array };

/** The log after one more entry; `nodes` are the hashes that became whole by it, the leaf first. */
export type Appended = {
  readonly tree: Tree;
  /** Where the entry stands, from 0. */
  readonly index: number;
  readonly leafHash: Uint8Array;
  readonly nodes: readonly StoredNode[];
};

/** The log without entries. */
export const emptyTree: Tree = { size: 0, peaks: [] };

/**
 * Adds one entry, in at most as many hashes as the log has levels.
 *
 * @param entry - the bytes of the entry
 * @param sha256 - who computes SHA-256; without it, JavaScript
 * @throws {@link MerkleError} `TREE_POSITION_INVALID`, `TREE_NODE_INVALID` for a tree that cannot be
 */
export function append(tree: Tree, entry: Uint8Array, sha256?: Sha256): Appended {
  return appendLeafHash(tree, leafHash(entry, sha256), sha256);
}

/**
 * The same for an entry of which only the leaf hash is at hand.
 *
 * @param hash - 32 bytes, as {@link leafHash} gives them
 * @param sha256 - who computes the hashes above it; without it, JavaScript
 * @throws {@link MerkleError} `TREE_POSITION_INVALID`, `TREE_NODE_INVALID`
 */
export function appendLeafHash(tree: Tree, hash: Uint8Array, sha256?: Sha256): Appended {
  checkTree(tree);
  const peaks = [...tree.peaks];
  const nodes: StoredNode[] = [{ level: 0, index: tree.size, hash: checkHash(hash) }];
  let edge = hash;
  let index = tree.size;
  // An odd index closes a pair: the peak to its left and it become one, a level up.
  for (let level = 1; index % 2 === 1; level += 1) {
    edge = nodeHash(checkHash(peaks.pop()), edge, sha256);
    index = (index - 1) / 2;
    nodes.push({ level, index, hash: edge });
  }
  return { tree: { size: tree.size + 1, peaks: [...peaks, edge] }, index: tree.size, leafHash: hash, nodes };
}

function checkTree({ size, peaks }: Tree): void {
  checkPosition(size, 0, Number.MAX_SAFE_INTEGER - 1);
  let expected = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) expected += rest % 2;
  checkPosition(peaks.length, expected, expected);
}

/**
 * The Merkle tree hash of the whole log (RFC 6962 section 2.1).
 *
 * @returns 32 bytes; for the empty log the SHA-256 of nothing
 */
export function rootOf(tree: Tree): Uint8Array {
  checkTree(tree);
  return tree.size === 0 ? emptyHash() : foldRight(tree.peaks.map(checkHash));
}

/** The nodes {@link treeAt} reads, for fetching them in one query. */
export function treeNodes(size: number): readonly NodeAddress[] {
  checkPosition(size, 0, Number.MAX_SAFE_INTEGER - 1);
  return wholeNodes({ start: 0, end: size });
}

/**
 * The log as it was when it had so many entries, from stored nodes.
 *
 * @throws {@link MerkleError} `TREE_POSITION_INVALID`, `TREE_NODE_INVALID` when the reader lacks a node
 */
export function treeAt(size: number, read: NodeReader): Tree {
  return { size, peaks: treeNodes(size).map(({ level, index }) => checkHash(read(level, index))) };
}
