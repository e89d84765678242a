/** The values that Certificate Transparency's own test data gives for its eight entries. */
import { describe, expect, it } from "vitest";
import {
  consistencyProof,
  emptyTree,
  inclusionProof,
  leafHash,
  rootOf,
  treeAt,
  verifyConsistency,
  verifyInclusion,
} from "../src/index.ts";
import { bytes, eight, hex, logOf } from "./bytes.ts";

const { tree, read } = logOf(eight);

describe("RFC 6962 section 2.1, Merkle tree hash", () => {
  it.each([
    [0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    [1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"],
    [2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    [3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"],
    [4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"],
    [5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"],
    [6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"],
    [7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"],
    [8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"],
  ])("of %i entries", (size, root) => {
    expect(hex(rootOf(treeAt(size, read)))).toBe(root);
  });

  it("of the empty log is the hash of nothing, and a leaf is not an inner node", () => {
    expect(rootOf(emptyTree)).toEqual(rootOf(treeAt(0, read)));
    const inner = Buffer.concat([leafHash(eight[0] ?? bytes("")), leafHash(eight[1] ?? bytes(""))]);
    expect(hex(leafHash(inner))).not.toBe(hex(rootOf(treeAt(2, read))));
  });
});

const a = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
const b = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
const c = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
const d = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
const e = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
const f = "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";
const g = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";

describe("RFC 6962 section 2.1.1, inclusion proofs", () => {
  it.each([
    [0, 8, [a, b, c]],
    [5, 8, [d, e, f]],
    [2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]],
    [1, 5, ["6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", b, d]],
    [0, 1, []],
  ])("of entry %i in %i", (index, size, proof) => {
    expect(inclusionProof(index, size, read).map(hex)).toEqual(proof);
    const root = rootOf(treeAt(size, read));
    const leaf = leafHash(eight[index] ?? bytes(""));
    expect(verifyInclusion({ leafHash: leaf, index, size, root, proof: proof.map(bytes) })).toBe(true);
  });
});

describe("RFC 6962 section 2.1.2, consistency proofs", () => {
  it.each([
    [1, 1, []],
    [1, 8, [a, b, c]],
    [6, 8, [g, e, f]],
    [2, 5, [b, d]],
    [4, 8, [c]],
    [0, 8, []],
  ])("from %i to %i entries", (first, second, proof) => {
    expect(consistencyProof(first, second, read).map(hex)).toEqual(proof);
    expect(
      verifyConsistency({
        first: { size: first, root: rootOf(treeAt(first, read)) },
        second: { size: second, root: rootOf(treeAt(second, read)) },
        proof: proof.map(bytes),
      }),
    ).toBe(true);
  });

  it("need no more than the stored nodes: the log itself is its size and right edge", () => {
    expect(treeAt(8, read)).toEqual(tree);
  });
});
