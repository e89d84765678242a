import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  append,
  appendLeafHash,
  consistencyNodes,
  consistencyProof,
  emptyTree,
  inclusionNodes,
  inclusionProof,
  leafHash,
  rootOf,
  treeAt,
  treeNodes,
  verifyConsistency,
  verifyInclusion,
} from "../src/index.ts";
import { hex, logOf } from "./bytes.ts";

const entry = fc.uint8Array({ maxLength: 12 });
const entries = fc.array(entry, { minLength: 1, maxLength: 70 });

/** RFC 6962's definition, straight from the list of entries. */
function rootByDefinition(list: readonly Uint8Array[]): string {
  const [only] = list;
  if (only === undefined) return hex(rootOf(emptyTree));
  if (list.length === 1) return hex(leafHash(only));
  let k = 1;
  while (k * 2 < list.length) k *= 2;
  const pair = [list.slice(0, k), list.slice(k)].map((half) => Buffer.from(rootByDefinition(half), "hex"));
  // An inner node hashed as a leaf of prefix 1: SHA-256(0x01 || left || right).
  return hex(new Uint8Array(digest(Buffer.concat([Uint8Array.of(1), ...pair]))));
}

function digest(data: Uint8Array): Uint8Array {
  return createHash("sha256").update(data).digest();
}

function flipped(data: Uint8Array, bit: number): Uint8Array {
  const changed = Uint8Array.from(data);
  const at = Math.floor(bit / 8) % changed.length;
  changed[at] = (changed[at] ?? 0) ^ (1 << (bit % 8));
  return changed;
}

describe("a log", () => {
  it("has the root that the definition gives, whether appended entry by entry or read from stored nodes", () => {
    fc.assert(
      fc.property(entries, (list) => {
        const { tree, read } = logOf(list);
        expect(hex(rootOf(tree))).toBe(rootByDefinition(list));
        expect(treeAt(list.length, read)).toEqual(tree);
      }),
    );
  });

  it("is the same with SHA-256 of the platform as with the one in JavaScript", () => {
    fc.assert(
      fc.property(entries, (list) => {
        const grown = list.reduce((tree, one) => append(tree, one, digest).tree, emptyTree);
        expect(hex(rootOf(grown))).toBe(hex(rootOf(logOf(list).tree)));
        expect(hex(leafHash(list[0] ?? new Uint8Array(), digest))).toBe(
          hex(leafHash(list[0] ?? new Uint8Array())),
        );
      }),
    );
  });

  it("stores about two hashes an entry and keeps one for each bit of its size", () => {
    fc.assert(
      fc.property(entries, (list) => {
        const { tree } = logOf(list);
        expect(tree.peaks).toHaveLength(list.length.toString(2).replaceAll("0", "").length);
        expect(treeNodes(list.length)).toHaveLength(tree.peaks.length);
      }),
    );
  });

  it("appends to a log of a billion entries as to any other", () => {
    const size = 2 ** 30 - 1;
    const peaks = Array.from({ length: 30 }, (_, level) => leafHash(Uint8Array.of(level)));
    const appended = append({ size, peaks }, Uint8Array.of(1));
    expect(appended.index).toBe(size);
    expect(appended.nodes).toHaveLength(31);
    expect(appended.tree.peaks).toHaveLength(1);
    expect(append({ size: 2 ** 40, peaks: [leafHash(Uint8Array.of(1))] }, Uint8Array.of(2)).tree.size).toBe(
      2 ** 40 + 1,
    );
  });

  it("proves every entry, in every size it ever had", () => {
    fc.assert(
      fc.property(entries, fc.nat(), fc.nat(), (list, a, b) => {
        const { read } = logOf(list);
        const size = (a % list.length) + 1;
        const index = b % size;
        const claim = {
          leafHash: leafHash(list[index] ?? new Uint8Array()),
          index,
          size,
          root: rootOf(treeAt(size, read)),
          proof: inclusionProof(index, size, read),
        };
        expect(verifyInclusion(claim)).toBe(true);
        expect(claim.proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
      }),
    );
  });

  it("proves that each earlier size is the beginning of each later one", () => {
    fc.assert(
      fc.property(entries, fc.nat(), fc.nat(), (list, a, b) => {
        const { read } = logOf(list);
        const [first = 0, second = 0] = [a % (list.length + 1), b % (list.length + 1)].sort((x, y) => x - y);
        const at = (size: number) => ({ size, root: rootOf(treeAt(size, read)) });
        expect(
          verifyConsistency({
            first: at(first),
            second: at(second),
            proof: consistencyProof(first, second, read),
          }),
        ).toBe(true);
      }),
    );
  });

  it("says beforehand which stored nodes a proof needs, and needs no other", () => {
    fc.assert(
      fc.property(entries, fc.nat(), (list, a) => {
        const { read } = logOf(list);
        const index = a % list.length;
        const only = (nodes: readonly { level: number; index: number }[]) => {
          const allowed = new Set(nodes.map((node) => `${node.level}/${node.index}`));
          return (level: number, at: number) => (allowed.has(`${level}/${at}`) ? read(level, at) : undefined);
        };
        expect(inclusionProof(index, list.length, only(inclusionNodes(index, list.length)))).toEqual(
          inclusionProof(index, list.length, read),
        );
        expect(consistencyProof(index, list.length, only(consistencyNodes(index, list.length)))).toEqual(
          consistencyProof(index, list.length, read),
        );
      }),
    );
  });
});

describe("a forged proof", () => {
  it("of inclusion fails: another entry, place, size or root, a flipped bit, a hash more or less", () => {
    fc.assert(
      fc.property(entries, fc.nat(), fc.nat({ max: 8191 }), entry, (list, a, bit, other) => {
        const { tree, read } = logOf(list);
        const size = list.length;
        const index = a % size;
        const root = rootOf(tree);
        const proof = inclusionProof(index, size, read);
        const leaf = leafHash(list[index] ?? other);
        const good = { leafHash: leaf, index, size, root, proof };
        const bad = [
          { ...good, leafHash: flipped(leaf, bit) },
          { ...good, root: flipped(root, bit) },
          { ...good, proof: [...proof, leaf] },
          { ...good, proof: proof.slice(1).length === proof.length ? [leaf] : proof.slice(1) },
          { ...good, index: size },
          { ...good, index: -1 },
          { ...good, index: 0.5 },
          { ...good, size: 0 },
          { ...good, leafHash: leaf.subarray(1) },
        ];
        for (const [at, hash] of proof.entries())
          bad.push({ ...good, proof: proof.with(at, flipped(hash, bit)) });
        // Equal entries have equal hashes and may change places.
        const distinct = new Set(list.map(hex)).size === size;
        if (distinct && size > 1) bad.push({ ...good, index: (index + 1) % size });
        expect(bad.filter(verifyInclusion)).toEqual([]);
      }),
    );
  });

  it("of consistency fails: a truncated, reordered or changed log never continues the old one", () => {
    fc.assert(
      fc.property(entries, entries, fc.nat(), fc.nat(), (old, more, a, bit) => {
        const at = a % old.length;
        const before = logOf(old);
        const first = { size: old.length, root: rootOf(before.tree) };
        const swapped = old.with(at, old[(at + 1) % old.length] ?? new Uint8Array());
        const changed = old.map((each, index) =>
          index === at ? flipped(Uint8Array.of(...each, 0), bit) : each,
        );
        const without = old.filter((_, index) => index !== at);
        for (const forged of [
          [...swapped, ...more],
          [...changed, ...more],
          [...without, ...more, ...more],
        ]) {
          const after = logOf(forged);
          const same = old.every((each, index) => hex(each) === hex(forged[index] ?? new Uint8Array(99)));
          if (same || forged.length < old.length) continue;
          const second = { size: forged.length, root: rootOf(after.tree) };
          // Neither the honest proof of the forged log nor the proof the old log would have given helps.
          const proofs = [consistencyProof(first.size, second.size, after.read), []];
          expect(proofs.filter((proof) => verifyConsistency({ first, second, proof }))).toEqual([]);
        }
        // A log that became shorter has no proof at all.
        const shorter = logOf(old.slice(0, at));
        const second = { size: at, root: rootOf(shorter.tree) };
        expect(verifyConsistency({ first, second, proof: [] })).toBe(false);
      }),
    );
  });

  it("of consistency fails with any bit flipped", () => {
    fc.assert(
      fc.property(entries, fc.nat(), fc.nat({ max: 8191 }), (list, a, bit) => {
        const { read } = logOf(list);
        const size = (a % list.length) + 1;
        const first = { size, root: rootOf(treeAt(size, read)) };
        const second = { size: list.length, root: rootOf(treeAt(list.length, read)) };
        const proof = consistencyProof(size, list.length, read);
        const bad = [
          { first, second: { ...second, root: flipped(second.root, bit) }, proof },
          { first: { ...first, root: flipped(first.root, bit) }, second, proof },
          { first, second, proof: [...proof, second.root] },
          ...proof.map((hash, at) => ({ first, second, proof: proof.with(at, flipped(hash, bit)) })),
        ];
        expect(bad.filter(verifyConsistency)).toEqual([]);
      }),
    );
  });
});

describe("a question that makes no sense", () => {
  const { tree, read } = logOf([Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)]);
  it.each([
    ["an entry after the last", () => inclusionProof(3, 3, read), "TREE_POSITION_INVALID"],
    ["an entry of the empty log", () => inclusionProof(0, 0, read), "TREE_POSITION_INVALID"],
    ["a negative entry", () => inclusionProof(-1, 3, read), "TREE_POSITION_INVALID"],
    ["half an entry", () => inclusionProof(0.5, 3, read), "TREE_POSITION_INVALID"],
    ["a beginning longer than the log", () => consistencyProof(4, 3, read), "TREE_POSITION_INVALID"],
    ["a size that is no number", () => treeAt(Number.NaN, read), "TREE_POSITION_INVALID"],
    [
      "a log with a hash missing",
      () => rootOf({ ...tree, peaks: tree.peaks.slice(1) }),
      "TREE_POSITION_INVALID",
    ],
    ["a node that is not stored", () => treeAt(4, read), "TREE_NODE_INVALID"],
    ["a node cut short", () => treeAt(3, (l, i) => read(l, i)?.subarray(1)), "TREE_NODE_INVALID"],
    ["a leaf hash cut short", () => appendLeafHash(tree, new Uint8Array(31)), "TREE_NODE_INVALID"],
  ])("is refused: %s", (_, ask, code) => {
    expect(ask).toThrow(expect.objectContaining({ name: "MerkleError", code }));
  });
});
