import {
  append,
  consistencyProof,
  emptyTree,
  formatVerifier,
  inclusionProof,
  type LogSigner,
  type NodeReader,
  rootOf,
  signCheckpoint,
  verifierOf,
} from "@tillit/audit-chain";
import { describe, expect, it } from "vitest";
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
      remember: long.memory,
    });
    const grown = { ...long.evidence(3), remembered: short.memory, consistency: long.since(3) };
    expect(judgeKeyLog("a", documentOf("a", 3), grown)).toEqual({ ok: true, remember: long.memory });
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
