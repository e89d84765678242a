import { describe, expect, test } from "vitest";
import {
  formatVerifier,
  handoverIn,
  logCheckpoint,
  logEntry,
  logHeader,
  type LogSigner,
  signCheckpoint,
  signHandover,
  verifierOf,
  verifyCheckpoint,
  verifyLog,
} from "../src/index.ts";
import { append, emptyTree, rootOf, type Tree } from "@tillit/merkle-tree";

const origin = "example.se/log";
const key = (fill: number): LogSigner => ({ name: origin, secretKey: new Uint8Array(32).fill(fill) });
const [first, second, third] = [key(1), key(2), key(3)] as const;
const entries = ["a", "b", "c", "d"].map((text) => new TextEncoder().encode(text));

function treeOf(size: number): Tree {
  return entries.slice(0, size).reduce((tree, entry) => append(tree, entry).tree, emptyTree);
}

function at(size: number): { origin: string; size: number; root: Uint8Array } {
  return { origin, size, root: rootOf(treeOf(size)) };
}

function log(handover: string, end: string): string[] {
  const lines = entries.map((entry, index) => logEntry(index, entry));
  return [
    logHeader(origin, verifierOf(first)),
    ...lines.slice(0, 2),
    logCheckpoint(handover),
    ...lines.slice(2),
    logCheckpoint(end),
  ];
}

const good = log(signHandover(at(2), first, second), signCheckpoint(at(4), second));

describe("a log that changes its key", () => {
  test.each([
    ["the key in the file", {}],
    ["the old key", { verifiers: [verifierOf(first)] }],
    ["the new key", { verifiers: [verifierOf(second)] }],
    ["both", { verifiers: [verifierOf(second), verifierOf(first)] }],
  ])("verifies from one end to the other, knowing %s", (_name, knowledge) => {
    expect(verifyLog(good, knowledge)).toMatchObject({
      ok: true,
      size: 4,
      key: formatVerifier(verifierOf(first)),
      handedOverTo: [formatVerifier(verifierOf(second))],
    });
  });

  test("names the new key in the checkpoint", () => {
    const checkpoint = verifyCheckpoint(signHandover(at(2), first, second), verifierOf(first));
    expect(handoverIn(checkpoint)).toStrictEqual(verifierOf(second));
    expect(handoverIn(at(2))).toBeUndefined();
  });

  const named = { ...at(2), extensions: [`tillit-handover ${formatVerifier(verifierOf(second))}`] };
  test.each([
    ["signs on with the old key", log(signHandover(at(2), first, second), signCheckpoint(at(4), first))],
    [
      "ends with a key nobody handed over to",
      log(signHandover(at(2), first, second), signCheckpoint(at(4), third)),
    ],
    ["is handed over by the old key alone", log(signCheckpoint(named, first), signCheckpoint(at(4), second))],
    ["is taken over by the new key alone", log(signCheckpoint(named, second), signCheckpoint(at(4), second))],
    ["is handed over by a stranger", log(signHandover(at(2), third, second), signCheckpoint(at(4), second))],
  ])("does not verify when it %s", (_name, lines) => {
    expect(verifyLog(lines, { verifiers: [verifierOf(first)] })).toMatchObject({
      ok: false,
      fault: { code: "CHECKPOINT_UNVERIFIED" },
    });
  });

  test("may change it more than once", () => {
    const [header = "", a = "", b = "", , c = "", d = ""] = good;
    const twice = [
      header,
      a,
      logCheckpoint(signHandover(at(1), first, second)),
      b,
      c,
      logCheckpoint(signHandover(at(3), second, third)),
      d,
      logCheckpoint(signCheckpoint(at(4), third)),
    ];
    expect(verifyLog(twice, { verifiers: [verifierOf(first)] })).toMatchObject({
      ok: true,
      handedOverTo: [second, third].map((one) => formatVerifier(verifierOf(one))),
    });
  });
});
