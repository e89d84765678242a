import { expect, it } from "vitest";
import { bundleSize, uses } from "../../bench/bundle.ts";

const everything = Object.values(uses).find((names) => names.length === 0) ?? [];
const pages = Object.entries(uses).filter(([, names]) => names.length > 0);

it.each(pages)("a page that %s loads at most 22 KB, with X-Wing in JavaScript 30 KB", async (_, names) => {
  const { withXwing, without } = await bundleSize(names);
  expect(without).toBeLessThan(22_000);
  expect(withXwing).toBeLessThan(30_000);
});

it("a page that imports every export loads at most 27 KB, with X-Wing in JavaScript 35 KB", async () => {
  const { withXwing, without } = await bundleSize(everything);
  expect(without).toBeLessThan(27_000);
  expect(withXwing).toBeLessThan(35_000);
});

it("what the platform does is not in the bundle: AES, X25519 and ML-KEM in JavaScript are chunks", async () => {
  const { inputs } = await bundleSize(everything);
  const heavy = /ciphers|abstract\/(?:montgomery|edwards)|post-quantum|sha3/u;
  expect(inputs.filter((path) => heavy.test(path))).toEqual([]);
});

it("an operator's checks load no code that opens", async () => {
  const all = await bundleSize([]);
  const operator = await bundleSize([
    "verify",
    "verifyBlob",
    "verifyKeyring",
    "shred",
    "verifyProof",
    "verifyWithdrawal",
  ]);
  expect(operator.without).toBeLessThan(all.without - 6000);
});
