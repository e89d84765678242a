import { x25519 } from "@noble/curves/ed25519.js";
import { concatBytes, hexToBytes } from "@noble/hashes/utils.js";
import { describe, expect, it } from "vitest";
import { decapsulatorFromSeed, generateKey, toBase64Url } from "../../src/index.ts";
import { systemEntropy } from "../../src/entropy.ts";
import { unwrapAll } from "../../src/envelope/wrap.ts";
import { type Keyring } from "../../src/format/keyring.ts";
import { ofSmallOrder } from "../../src/kem/small-order.ts";
import { xwingEncapsulate } from "../../src/kem/xwing.ts";
import { webCryptoBackend } from "../../src/payload/backend/webcrypto.ts";

const middle = "ff".repeat(30);
const points = [
  "00".repeat(32),
  `01${"00".repeat(31)}`,
  "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
  "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
  `ec${middle}7f`,
  `ed${middle}7f`,
  `ee${middle}7f`,
].flatMap((hex) => {
  const top = hexToBytes(hex);
  top[31] = (top[31] ?? 0) | 0x80;
  return [hexToBytes(hex), top];
});

function isZero(point: Uint8Array): boolean {
  try {
    x25519.getSharedSecret(systemEntropy.bytes(32), point);
    return false;
  } catch {
    return true;
  }
}

describe("a point of small order", () => {
  it.each(points.map((point) => [toBase64Url(point), point] as const))(
    "is told apart as X25519 itself does: %s",
    (_, point) => {
      expect([ofSmallOrder(point), isZero(point)]).toEqual([true, true]);
    },
  );

  it("is neither the base point, nor its neighbours in the list, nor a random key", () => {
    const others = [
      `02${"00".repeat(31)}`,
      `09${"00".repeat(31)}`,
      `eb${middle}7f`,
      `ef${middle}7f`,
      `ff${middle}7f`,
    ].map((hex) => hexToBytes(hex));
    for (const point of [...others, x25519.getPublicKey(systemEntropy.bytes(32))]) {
      expect([ofSmallOrder(point), isZero(point)]).toEqual([false, false]);
    }
  });

  it.each(["x25519", "xwing"] as const)(
    "in an encapsulation for %s never reaches the private key",
    async (kem) => {
      const { seed } = await generateKey(kem);
      const { kid } = await decapsulatorFromSeed(kem, seed);
      let asked = 0;
      const decap = (): Promise<Uint8Array> => {
        asked += 1;
        return Promise.resolve(new Uint8Array(32));
      };
      const enc = concatBytes(
        systemEntropy.bytes(kem === "xwing" ? 1088 : 0),
        points[4] ?? new Uint8Array(0),
      );
      const stanza = { group: "g1", kem, kid, enc: toBase64Url(enc), ct: toBase64Url(new Uint8Array(48)) };
      const keyring: Keyring = { v: 1, cid: toBase64Url(new Uint8Array(32)), stanzas: [stanza], slots: {} };
      await expect(
        unwrapAll(webCryptoBackend, keyring, new Uint8Array(32), { kem, kid, decap }),
      ).rejects.toMatchObject({ code: "UNWRAP" });
      expect(asked).toBe(0);
    },
  );

  it("in an X-Wing public key is not sealed to", async () => {
    const { publicKey } = await generateKey("xwing");
    const weak = concatBytes(publicKey.bytes.slice(0, 1184), points[0] ?? new Uint8Array(0));
    await expect(xwingEncapsulate(weak, systemEntropy)).rejects.toMatchObject({ code: "FORMAT" });
    const uneven = publicKey.bytes.slice();
    uneven.set([0xff, 0xff, 0xff]);
    await expect(xwingEncapsulate(uneven, systemEntropy)).rejects.toMatchObject({ code: "FORMAT" });
  });
});
