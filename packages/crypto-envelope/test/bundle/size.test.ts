import { expect, it } from "vitest";
import { bundleSize, uses } from "../../bench/bundle.ts";

it.each(Object.entries(uses))(
  "a page that %s loads at most 22.5 KB, with X-Wing in JavaScript 30.5 KB",
  async (_, names) => {
    const { withXwing, without } = await bundleSize(names);
    expect(without).toBeLessThan(22_500);
    expect(withXwing).toBeLessThan(30_500);
  },
);

it("what the platform does is not in the bundle: AES, X25519 and ML-KEM in JavaScript are chunks", async () => {
  const { inputs } = await bundleSize([]);
  const heavy = /ciphers|abstract\/(?:montgomery|edwards)|post-quantum|sha3/u;
  expect(inputs.filter((path) => heavy.test(path))).toEqual([]);
});

it("an operator's checks load no code that opens", async () => {
  const all = await bundleSize([]);
  const operator = await bundleSize(["verify", "verifyBlob", "verifyKeyring", "verifyKeyDocument"]);
  expect(operator.without).toBeLessThan(all.without - 6000);
});
