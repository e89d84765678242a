import { describe, expect, test } from "vitest";
import {
  followHandovers,
  formatVerifier,
  type HandoverChain,
  type HandoverStep,
  type LogSigner,
  type LogVerifier,
  signCheckpoint,
  signHandover,
  verifierOf,
} from "../src/index.ts";
import { append, consistencyProof, emptyTree, rootOf, type Tree } from "@tillit/merkle-tree";

const origin = "example.se/log";
const key = (fill: number): LogSigner => ({ name: origin, secretKey: new Uint8Array(32).fill(fill) });
const keys = [key(1), key(2), key(3)] as const;
const [first, second, third] = keys;
const stranger = key(9);
const known = (...signers: readonly LogSigner[]): LogVerifier[] => signers.map(verifierOf);

/** A log of some entries, at every size it has had; a salt makes it another log. */
function logOf(entries: number, salt = "") {
  const stored = new Map<string, Uint8Array>();
  const trees: Tree[] = [emptyTree];
  for (let n = 0; n < entries; n += 1) {
    const { tree, nodes } = append(trees[n] ?? emptyTree, new TextEncoder().encode(`${n}${salt}`));
    for (const { level, index, hash } of nodes) stored.set(`${level}/${index}`, hash);
    trees.push(tree);
  }
  return {
    at: (size: number) => ({ origin, size, root: rootOf(trees[size] ?? emptyTree) }),
    between: (from: number, to: number) =>
      consistencyProof(from, to, (level, index) => stored.get(`${level}/${index}`) ?? new Uint8Array()),
  };
}

const log = logOf(20);
const other = logOf(20, "another");
const step = (checkpoint: string, from: number, to: number): HandoverStep => ({
  checkpoint,
  consistency: log.between(from, to),
});

const one = step(signHandover(log.at(5), first, second), 5, 11);
const two = step(signHandover(log.at(11), second, third), 11, 20);
const today = signCheckpoint(log.at(20), third);
const whole: HandoverChain = {
  origin,
  verifiers: known(first),
  handovers: [one, two],
  checkpoint: today,
};

describe("from a known key to the one that signs today", () => {
  test.each([
    ["the first key, over both hand-overs", known(first)],
    ["the key in the middle, which the first hand-over names too", known(second)],
    ["the newest key", known(third)],
    ["all of them", known(first, second, third)],
    ["a stranger's beside the first", known(stranger, first)],
  ])("knowing %s", (_name, verifiers) => {
    expect(followHandovers({ ...whole, verifiers })).toStrictEqual({
      ok: true,
      checkpoint: log.at(20),
      signedBy: known(third),
    });
  });

  test("a log that never changed its key is as its checkpoint says", () => {
    const chain = { origin, verifiers: known(first, second), handovers: [] };
    expect(followHandovers({ ...chain, checkpoint: signCheckpoint(log.at(20), first) })).toMatchObject({
      ok: true,
      signedBy: known(first),
    });
  });

  test("passes over what lies before the key that is known", () => {
    const long = { ...whole, verifiers: known(third), handovers: [{ ...one, consistency: [] }, two] };
    expect(followHandovers(long)).toMatchObject({ ok: true });
  });

  test("an empty log may have changed its key as well", () => {
    const begin = step(signHandover(log.at(0), first, second), 0, 20);
    const chain = { ...whole, handovers: [begin], checkpoint: signCheckpoint(log.at(20), second) };
    expect(followHandovers(chain)).toMatchObject({ ok: true, signedBy: known(second) });
  });
});

const named = (to: LogSigner) => ({
  ...log.at(5),
  extensions: [`tillit-handover ${formatVerifier(verifierOf(to))}`],
});
const flipped = one.consistency.map((hash, n) => (n === 0 ? hash.map((byte) => byte ^ 1) : hash));

describe("a chain is refused", () => {
  const without = "CHECKPOINT_UNVERIFIED";
  const torn = "CHECKPOINT_NOT_CONSISTENT";
  test.each<[string, string, number, Partial<HandoverChain>]>([
    ["with a gap at its beginning", without, 1, { handovers: [two] }],
    ["with a gap at its end", without, 1, { handovers: [one] }],
    ["with a gap in its middle", without, 1, { handovers: [one, { ...two, checkpoint: today }] }],
    ["without any of its hand-overs", without, 0, { handovers: [] }],
    ["with its hand-overs the other way round", without, 2, { handovers: [two, one] }],
    ["with a hand-over twice", torn, 1, { handovers: [one, one, two] }],
    [
      "with a hand-over that the old key alone has signed",
      without,
      0,
      { handovers: [step(signCheckpoint(named(second), first), 5, 11), two] },
    ],
    [
      "with a hand-over that the new key alone has signed",
      without,
      2,
      { handovers: [step(signCheckpoint(named(second), second), 5, 11), two] },
    ],
    [
      "with a hand-over to another key than the one that signed it",
      without,
      0,
      { handovers: [step(signCheckpoint(named(third), first, second), 5, 11), two] },
    ],
    [
      "with a hand-over by a stranger",
      without,
      2,
      { handovers: [step(signHandover(log.at(5), stranger, second), 5, 11), two] },
    ],
    ["that ends with the old key", without, 2, { checkpoint: signCheckpoint(log.at(20), second) }],
    ["that ends with a stranger", without, 2, { checkpoint: signCheckpoint(log.at(20), stranger) }],
    ["that begins at a key nobody knows", without, 2, { verifiers: known(stranger) }],
    ["without a known key", without, 2, { verifiers: [] }],
    ["whose end is no checkpoint", without, 2, { checkpoint: "rubbish" }],
    [
      "with a hand-over of another log",
      "CHECKPOINT_OF_ANOTHER_LOG",
      0,
      {
        handovers: [
          step(signHandover({ ...log.at(5), origin: "example.se/other" }, first, second), 5, 11),
          two,
        ],
      },
    ],
    [
      "that ends in another log",
      "CHECKPOINT_OF_ANOTHER_LOG",
      2,
      { checkpoint: signCheckpoint({ ...log.at(20), origin: "example.se/other" }, third) },
    ],
    [
      "with a hand-over of another tree",
      torn,
      1,
      { handovers: [step(signHandover(other.at(5), first, second), 5, 11), two] },
    ],
    ["that ends in another tree", torn, 2, { checkpoint: signCheckpoint(other.at(20), third) }],
    ["that ends before its last hand-over", torn, 2, { checkpoint: signCheckpoint(log.at(10), third) }],
    ["without a proof", torn, 1, { handovers: [{ ...one, consistency: [] }, two] }],
    ["with a bit of a proof changed", torn, 1, { handovers: [{ ...one, consistency: flipped }, two] }],
    [
      "with the proof to another checkpoint",
      torn,
      1,
      { handovers: [{ ...one, consistency: log.between(5, 20) }, two] },
    ],
  ])("%s", (_name, fault, at, change) => {
    expect(followHandovers({ ...whole, ...change })).toStrictEqual({ ok: false, fault, at });
  });
});
