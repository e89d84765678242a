/** Hostile input never crashes, hangs or throws anything but a coded error. Repeatable: the same 2 000 inputs each run. */
import { describe, expect, it } from "vitest";
import { combineShares, splitSeed } from "../../src/escrow.ts";
import {
  type Dsse,
  type Keyring,
  Receipt,
  open,
  parseKeyring,
  publicKeyFromSeed,
  verify,
  verifyKeyDocument,
  verifyKeyring,
} from "../../src/index.ts";
import { shred } from "../../src/keyring.ts";
import { generateRoot, keyEntry, signKeyDocument } from "../../src/directory.ts";
import { statementSubject, verifyWithdrawal } from "../../src/statements.ts";
import { parseKeyFile } from "../../src/keyfile.ts";
import { codeOf, tally } from "../outcome.ts";
import { app, blobOf, expected, now, pattern, sealedCase } from "../situation.ts";

const { blobs, controller, receipt, sealed } = await sealedCase([
  { id: "contact", class: "ordinary", data: pattern(40), pad: "4k" },
]);
const verified = verify(sealed.manifest, expected);
const blob = blobOf(blobs, "contact");
const root = generateRoot();
const publicKey = await publicKeyFromSeed("x25519", pattern(32));
const keyDocument = signKeyDocument(
  {
    controller: "ifo-namnd",
    expires: "2027-01-01T00:00:00Z",
    keys: [keyEntry(publicKey, now, "2028-01-01T00:00:00Z")],
    seq: 1,
    v: 1,
  },
  [root.seed],
);
const shares = splitSeed(pattern(32), publicKey, 2, 2);
const keyFile = {
  v: 1,
  kem: "x25519",
  kid: publicKey.kid,
  slots: [{ type: "scrypt", logN: 14, r: 8, p: 1, salt: "A".repeat(22), box: "A".repeat(139) }],
};

/** A small repeatable generator. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const oddities: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 53,
  Number.MAX_VALUE,
  "",
  "\u0000",
  "\uD800",
  "x".repeat(5000),
  "__proto__",
  [],
  {},
  [[]],
  { toString: 1 },
  { __proto__: { v: 1 }, constructor: 1 },
  Array.from({ length: 600 }, () => ({})),
];

/** Changes one place of a JSON value, somewhere in its depth. */
function mutated(value: unknown, pick: (below: number) => number): unknown {
  const leaf = (): unknown => oddities[pick(oddities.length)];
  if (pick(5) === 0) return leaf();
  if (typeof value === "string") {
    const at = pick(value.length + 1);
    const letter = String.fromCharCode(pick(pick(2) === 0 ? 128 : 65_536));
    return [value.slice(0, at), letter + value.slice(at), value.slice(0, at) + letter + value.slice(at + 1)][
      pick(3)
    ];
  }
  if (Array.isArray(value)) {
    const copy = [...(value as unknown[])];
    const at = pick(copy.length + 1);
    if (at === copy.length) return [...copy, copy[0] ?? leaf()];
    copy[at] = mutated(copy[at], pick);
    return pick(6) === 0 ? copy.toSpliced(at, 1) : copy;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value);
    const at = pick(entries.length + 1);
    const entry = entries[at];
    if (entry === undefined)
      return { ...value, [["x", "v", "__proto__", "toString"][pick(4)] ?? "x"]: leaf() };
    if (pick(8) === 0) return Object.fromEntries(entries.toSpliced(at, 1));
    return { ...value, [entry[0]]: mutated(entry[1], pick) };
  }
  return leaf();
}

function mangled(bytes: Uint8Array, pick: (below: number) => number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let count = pick(4); count >= 0; count -= 1) copy[pick(copy.length)] = pick(256);
  return copy.subarray(0, pick(3) === 0 ? pick(copy.length) : copy.length);
}

type Pick = (below: number) => number;
const withdrawal = receipt.withdraw(sealed.manifest, now);
const targets: readonly [string, (pick: Pick) => unknown][] = [
  ["manifest", (pick) => verify(mutated(sealed.manifest, pick) as Dsse, expected)],
  [
    "signed manifest",
    (pick) => {
      const text = JSON.stringify(mutated(verified.manifest, pick)) ?? "";
      return verify(
        receipt.sign("application/vnd.cenv.manifest.v1+json", new TextEncoder().encode(text)),
        expected,
      );
    },
  ],
  [
    "keyring",
    async (pick) => {
      const opened = await open(verified, mutated(sealed.keyring, pick) as Keyring, controller.holder);
      await opened.read("contact", blob);
    },
  ],
  ["keyring text", (pick) => parseKeyring(mutated(JSON.stringify(sealed.keyring), pick) as string)],
  ["keyring without keys", (pick) => verifyKeyring(verified, mutated(sealed.keyring, pick))],
  ["shredding", (pick) => shred(mutated(sealed.keyring, pick) as Keyring, "contact", { at: now, rule: "r" })],
  [
    "blob",
    async (pick) => {
      const opened = await open(verified, sealed.keyring, controller.holder);
      await opened.read("contact", mangled(blob, pick));
    },
  ],
  [
    "key document",
    (pick) =>
      verifyKeyDocument(mutated(keyDocument, pick) as Dsse, {
        roots: [root.publicKey],
        controller: "ifo-namnd",
        now,
      }),
  ],
  ["withdrawal", (pick) => verifyWithdrawal(mutated(withdrawal, pick) as Dsse, verified)],
  ["statement", (pick) => statementSubject(mutated(withdrawal, pick) as Dsse)],
  ["receipt", (pick) => Receipt.parse(mutated(receipt.toString(), pick) as string)],
  [
    "receipt file",
    (pick) => Receipt.parse(JSON.stringify(mutated(JSON.parse(receipt.toFile()), pick)) ?? ""),
  ],
  ["shares", (pick) => combineShares(shares.map((share) => mutated(share, pick) as string))],
  ["key file", (pick) => parseKeyFile(mutated(keyFile, pick))],
];

describe("2 000 hostile inputs", () => {
  it("are accepted or refused with a code, and nothing else", async () => {
    const answers: string[] = [];
    for (let run = 0; run < 2000; run += 1) {
      const pick = generator(run + 1);
      const [, target] = targets[run % targets.length] ?? ["", () => undefined];
      answers.push(await codeOf(() => target(pick)));
    }
    const counts = tally(answers);
    expect(answers).toHaveLength(2000);
    // Most are refused; the generator does reach past the first check.
    expect(counts["ok"] ?? 0).toBeLessThan(400);
    expect(Object.keys(counts).length).toBeGreaterThan(7);
  });

  it("do not make a deep structure overflow", async () => {
    const deep = JSON.parse("[".repeat(50_000) + "]".repeat(50_000)) as unknown;
    expect(await codeOf(() => verify(deep as Dsse, expected))).toBe("FORMAT");
    const text = '{"v":1,"context":'.repeat(1) + "[".repeat(50_000) + "]".repeat(50_000) + ',"suite":"CE1"}';
    const signed = receipt.sign("application/vnd.cenv.manifest.v1+json", new TextEncoder().encode(text));
    expect(await codeOf(() => verify(signed, expected))).toBe("FORMAT");
    expect(receipt.app).toBe(app);
  });
});
