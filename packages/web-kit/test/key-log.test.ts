import { formatVerifier, type LogSigner, signCheckpoint, verifierOf } from "@tillit/audit-chain";
import {
  append,
  consistencyProof,
  emptyTree,
  inclusionProof,
  type NodeReader,
  rootOf,
} from "@tillit/merkle-tree";
import { describe, expect, it } from "vitest";
import { fakeKeyLog } from "../testing/fake-key-log.ts";
import { judgeKeyLog, type KeyLogEvidence, type KeyLogMemory } from "../key-log/index.ts";

const signer: LogSigner = { name: "tillit/~keys", secretKey: new Uint8Array(32).fill(7) };
const stranger: LogSigner = { name: "tillit/~keys", secretKey: new Uint8Array(32).fill(8) };
const pinned = [formatVerifier(verifierOf(signer))];
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
const documentOf = (controller: string, seq: number): object => ({ payload: `${controller} ${seq}` });

/** A log of key documents, one entry for each; a salt makes it another log. */
function logOf(controllers: readonly string[], salt = "", type = "KeyDocumentPublished") {
  const nodes = new Map<string, Uint8Array>();
  let tree = emptyTree;
  const entries = controllers.map((controller, seq) =>
    JSON.stringify({ type, salt, data: { controller, seq, document: documentOf(controller, seq) } }),
  );
  for (const entry of entries) {
    const appended = append(tree, new TextEncoder().encode(entry));
    for (const { level, index, hash } of appended.nodes) nodes.set(`${level}/${index}`, hash);
    ({ tree } = appended);
  }
  const reader: NodeReader = (level, index) => nodes.get(`${level}/${index}`) ?? new Uint8Array();
  const size = entries.length;
  const memory: KeyLogMemory = { size, root: text(rootOf(tree)) };
  const evidence = (index: number, by = signer): KeyLogEvidence => ({
    pinned,
    proof: {
      index,
      entry: entries[index] ?? "",
      size,
      proof: inclusionProof(index, size, reader).map(text),
      checkpoint: signCheckpoint({ origin: "tillit/~keys", size, root: rootOf(tree) }, by),
    },
  });
  const since = (first: number): readonly string[] => consistencyProof(first, size, reader).map(text);
  return { evidence, memory, since };
}

const short = logOf(["a", "b", "c"]);
const long = logOf(["a", "b", "c", "a", "d"]);
const other = logOf(["a", "b", "c", "a", "d"], "another");

describe("the key log", () => {
  it("holds for a document that is in it, at the first visit and when it has grown since", () => {
    expect(judgeKeyLog("a", documentOf("a", 3), long.evidence(3))).toEqual({
      ok: true,
      remember: { ...long.memory, key: pinned[0] },
    });
    const grown = { ...long.evidence(3), remembered: short.memory, consistency: long.since(3) };
    expect(judgeKeyLog("a", documentOf("a", 3), grown)).toMatchObject({ ok: true, remember: long.memory });
    const same = { ...long.evidence(3), remembered: long.memory };
    expect(judgeKeyLog("a", documentOf("a", 3), same).ok).toBe(true);
  });

  const sound = long.evidence(3);
  it.each([
    ["signed by another key", "unsigned", long.evidence(3, stranger)],
    ["whose keys nobody has pinned", "unsigned", { ...sound, pinned: [] }],
    ["with a pin that is no key", "unsigned", { ...sound, pinned: ["rubbish"] }],
    ["whose checkpoint is no note", "unsigned", { ...sound, proof: { ...sound.proof, checkpoint: "" } }],
    ["of another size than is signed", "unsigned", { ...sound, proof: { ...sound.proof, size: 4 } }],
    ["with another place for the entry", "missing", { ...sound, proof: { ...sound.proof, index: 2 } }],
    [
      "with a proof that is no text of bytes",
      "missing",
      { ...sound, proof: { ...sound.proof, proof: ["%"] } },
    ],
    ["with an older document of the controller", "missing", long.evidence(0)],
    ["with a document of somebody else", "missing", long.evidence(1)],
    [
      "with another kind of entry",
      "missing",
      logOf(["a", "b", "c", "a"], "", "LogKeyHandedOver").evidence(3),
    ],
    [
      "shorter than it was",
      "rolled-back",
      { ...logOf(["x", "y", "z", "a"]).evidence(3), remembered: long.memory },
    ],
    ["of the same size but not the same", "split", { ...other.evidence(3), remembered: long.memory }],
    [
      "that does not continue what was seen",
      "split",
      { ...other.evidence(3), remembered: short.memory, consistency: other.since(3) },
    ],
    ["that proves no continuation", "split", { ...sound, remembered: short.memory }],
  ] as const)("%s is refused: %s", (_what, fault, evidence: KeyLogEvidence) => {
    expect(judgeKeyLog("a", documentOf("a", 3), evidence)).toEqual({ ok: false, fault });
  });
});

/** What an API gives after so many documents; `turns` are the documents after which the log changed its key. */
function handedOver(documents: number, turns: readonly number[], salt = "") {
  const log = fakeKeyLog(salt);
  const document = { payload: "a" };
  for (let n = 1; n <= documents; n += 1) {
    log.publish(n === documents ? "a" : "other", document);
    if (turns.includes(n)) log.handOver();
  }
  const proof = log.answer("/api/keys/inclusion?controller=a") as KeyLogEvidence["proof"] & {
    readonly key: string;
  };
  return { document, proof, key: proof.key, verifier: log.verifier };
}

describe("the key log after its key was changed", () => {
  const early = handedOver(3, []);
  const once = handedOver(6, [4]);
  const twice = handedOver(9, [4, 7]);
  const judged = (
    proof: KeyLogEvidence["proof"],
    keys: readonly string[],
    more: Partial<KeyLogEvidence> = {},
  ) => judgeKeyLog("a", { payload: "a" }, { proof, pinned: keys, ...more });

  it.each([
    ["once, with the first key pinned", once, [once.verifier]],
    ["twice, with the first key pinned", twice, [twice.verifier]],
    ["twice, with the key in between pinned", twice, [once.key]],
    ["twice, with the newest key pinned", twice, [twice.key]],
    ["twice, with all pinned", twice, [once.verifier, once.key, twice.key]],
  ])("holds %s, and remembers the key it is at", (_what, { proof, key }, keys) => {
    expect(judged(proof, keys)).toMatchObject({ ok: true, remember: { size: proof.size, key } });
  });

  const [first, second] = twice.proof.handovers ?? [];
  if (first === undefined || second === undefined) throw new Error("Two hand-overs expected.");
  const another = handedOver(9, [4, 7], "another").proof.handovers ?? [];
  const lineOut = (checkpoint: string, n: number): string =>
    checkpoint.split("\n").toSpliced(n, 1).join("\n");
  it.each([
    ["none", []],
    ["only the first", [first]],
    ["only the second", [second]],
    ["the two the other way round", [second, first]],
    ["one without the old key's signature", [{ ...first, checkpoint: lineOut(first.checkpoint, 5) }, second]],
    ["one without the new key's signature", [{ ...first, checkpoint: lineOut(first.checkpoint, 6) }, second]],
    ["one of another log under the same keys", [another[0] ?? first, second]],
    ["one without a proof", [{ ...first, consistency: [] }, second]],
    ["one with a proof that is no text of bytes", [{ ...first, consistency: ["%"] }, second]],
    ["one with another's proof", [{ ...first, consistency: second.consistency }, second]],
    ["something else", [{} as typeof first]],
  ])("is refused when it hands out %s", (_what, handovers) => {
    const refused = { ok: false, fault: "unsigned" };
    expect(judged({ ...twice.proof, handovers }, [twice.verifier])).toEqual(refused);
  });

  it("holds for who has seen it before and after, and never goes back to a key that was left", () => {
    const seen = (of: typeof once): KeyLogMemory => {
      const verdict = judged(of.proof, [of.verifier]);
      if (!verdict.ok) throw new Error(verdict.fault);
      return verdict.remember;
    };
    const sound = judged(once.proof, [once.verifier], { remembered: seen(once) });
    expect(sound.ok).toBe(true);
    // The same log, once more signed with the key that it had left, and without a word about the change.
    const back = handedOver(3, []);
    const remembered = { ...seen(early), key: once.key };
    expect(judged(back.proof, [back.verifier, once.key], { remembered })).toEqual({
      ok: false,
      fault: "split",
    });
    expect(judged(back.proof, [back.verifier], { remembered: seen(early) }).ok).toBe(true);
  });
});
