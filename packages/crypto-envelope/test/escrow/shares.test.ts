import { combine } from "shamir-secret-sharing";
import { describe, expect, it } from "vitest";
import { combineShares, splitSeed } from "../../src/escrow.ts";
import { fromBase64Url } from "../../src/format/base64.ts";
import { generateKey } from "../../src/index.ts";

const pairs = { x25519: await generateKey("x25519"), xwing: await generateKey("xwing") };
const { publicKey, seed } = pairs.x25519;
const shares = splitSeed(seed, publicKey, 3, 5);
const [a = "", b = "", c = "", d = "", e = ""] = shares;

/** A share as another implementation of the same field wants it: the 32 values, then the index. */
function elsewhere(share: string): Uint8Array {
  const bytes = fromBase64Url(share.slice("cenv1s.".length));
  return Uint8Array.from([...bytes.subarray(36, 68), bytes[17] ?? 0]);
}

describe("shares of a private key", () => {
  it.each(["x25519", "xwing"] as const)("rebuild an %s key from any three of five", (kem) => {
    const pair = pairs[kem];
    const five = splitSeed(pair.seed, pair.publicKey, 3, 5);
    for (const chosen of [
      [0, 1, 2],
      [4, 2, 0],
      [1, 3, 4],
      [0, 1, 2, 3, 4],
    ]) {
      const { publicKey: rebuilt, seed: again } = combineShares(chosen.map((index) => five[index] ?? ""));
      expect(again).toEqual(pair.seed);
      expect(rebuilt).toEqual(pair.publicKey);
    }
  });

  it("rebuild the same key in another implementation", async () => {
    expect(await combine([elsewhere(b), elsewhere(e), elsewhere(c)])).toEqual(seed);
  });

  const foreign = splitSeed(seed, publicKey, 3, 5)[1] ?? "";
  it.each<[string, string[], string]>([
    ["too few", [a, b], "LIMIT"],
    ["none", [], "LIMIT"],
    ["the same one twice", [a, b, b], "FORMAT"],
    ["one of another set", [a, foreign, c], "FORMAT"],
    ["a mistyped one", [a, b, `${d.slice(0, 50)}${d[50] === "x" ? "y" : "x"}${d.slice(51)}`], "FORMAT"],
    ["something else", [a, b, "hello"], "FORMAT"],
  ])("are refused with %s", (_, chosen, code) => {
    expect(() => combineShares(chosen)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    [1, 3],
    [4, 3],
    [2, 256],
    [2.5, 3],
  ])("cannot be made %s of %s", (t, n) => {
    expect(() => splitSeed(seed, publicKey, t, n)).toThrow(expect.objectContaining({ code: "LIMIT" }));
  });

  it("are not made of a seed that belongs to another key", () => {
    expect(() => splitSeed(pairs.xwing.seed, publicKey, 2, 3)).toThrow(
      expect.objectContaining({ code: "FORMAT" }),
    );
  });
});
