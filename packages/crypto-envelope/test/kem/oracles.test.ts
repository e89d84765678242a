/** HPKE against two other implementations, in both directions, on random and seeded keys. */
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import * as hpke from "hpke";
import { describe, expect, it } from "vitest";
import { systemEntropy } from "../../src/entropy.ts";
import {
  decapsulatorFromCryptoKey,
  decapsulatorFromSeed,
  generateKey,
  publicKeyOf,
} from "../../src/index.ts";
import { decapsulatorFromSeed as nodeDecapsulator } from "../../src/node.ts";
import { nodeEncapsulate } from "../../src/node/x25519.ts";
import { openOnce, sealOnce } from "../../src/kem/hpke.ts";
import { x25519Encapsulate } from "../../src/kem/x25519.ts";
import { xwingEncapsulate } from "../../src/kem/xwing.ts";
import { nodeBackend } from "../../src/node/backend.ts";
import { webCryptoBackend } from "../../src/payload/backend/webcrypto.ts";
import { pattern } from "../situation.ts";

const info = pattern(77);
const message = pattern(32, 5);
const rounds = Array.from({ length: 12 }, (_, at) => at);
const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
const core = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});
const panva = new hpke.CipherSuite(
  hpke.KEM_DHKEM_X25519_HKDF_SHA256,
  hpke.KDF_HKDF_SHA256,
  hpke.AEAD_AES_256_GCM,
);

describe("HPKE with X25519", () => {
  it.each(rounds)("opens what @hpke/core and hpke seal, round %i", async () => {
    const { publicKey, seed } = await generateKey("x25519");
    const theirs = await core.kem.deserializePublicKey(bufferOf(publicKey.bytes));
    const first = await core.seal({ recipientPublicKey: theirs, info: bufferOf(info) }, bufferOf(message));
    const second = await panva.Seal(await panva.DeserializePublicKey(publicKey.bytes), message, { info });
    const ours = [await decapsulatorFromSeed("x25519", seed), await nodeDecapsulator("x25519", seed)];
    for (const { decap } of ours) {
      const one = await decap(new Uint8Array(first.enc));
      expect(await openOnce(webCryptoBackend, "x25519", one, info, new Uint8Array(first.ct))).toEqual(
        message,
      );
      const two = await decap(second.encapsulatedSecret);
      expect(await openOnce(webCryptoBackend, "x25519", two, info, second.ciphertext)).toEqual(message);
    }
  });

  it.each(rounds)("seals what @hpke/core and hpke open, round %i", async (round) => {
    const { publicKey, seed } = await generateKey("x25519");
    const { enc, secret } =
      round % 2 === 0
        ? await x25519Encapsulate(publicKey.bytes, systemEntropy)
        : nodeEncapsulate(publicKey.bytes, systemEntropy);
    const sealed = await sealOnce(nodeBackend, "x25519", secret, info, message);
    const recipientKey = await core.kem.deserializePrivateKey(bufferOf(seed));
    const first = await core.open(
      { recipientKey, enc: bufferOf(enc), info: bufferOf(info) },
      bufferOf(sealed),
    );
    expect(new Uint8Array(first)).toEqual(message);
    const key = await panva.DeserializePrivateKey(seed, false);
    expect(await panva.Open(key, enc, sealed, { info })).toEqual(message);
  });

  it("gives the same bytes from the same ephemeral key by noble and by node:crypto", async () => {
    const { publicKey } = await generateKey("x25519");
    for (const round of rounds) {
      const seeded = { seeded: true, bytes: () => pattern(32, round) };
      expect(nodeEncapsulate(publicKey.bytes, seeded)).toEqual(
        await x25519Encapsulate(publicKey.bytes, seeded),
      );
    }
  });

  it("decapsulates with a CryptoKey that cannot be exported", async () => {
    const pair = (await crypto.subtle.generateKey({ name: "X25519" }, false, [
      "deriveBits",
    ])) as CryptoKeyPair;
    const publicKey = publicKeyOf(
      "x25519",
      new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)),
    );
    const { enc, secret } = await x25519Encapsulate(publicKey.bytes, systemEntropy);
    expect(pair.privateKey.extractable).toBe(false);
    expect(await decapsulatorFromCryptoKey(pair.privateKey, publicKey).decap(enc)).toEqual(secret);
    expect(() => decapsulatorFromCryptoKey(pair.publicKey, publicKey)).toThrow(
      expect.objectContaining({ code: "FORMAT" }),
    );
  });
});

describe("HPKE with X-Wing", () => {
  it("agrees with ML-KEM-768 and X25519 put together by hand, as the draft says", async () => {
    const { ml_kem768 } = await import("@noble/post-quantum/ml-kem.js");
    const { x25519 } = await import("@noble/curves/ed25519.js");
    const { sha3_256, shake256 } = await import("@noble/hashes/sha3.js");
    const { publicKey, seed } = await generateKey("xwing");
    const { enc, secret } = await xwingEncapsulate(publicKey.bytes, systemEntropy);
    const expanded = shake256(seed, { dkLen: 96 });
    const lattice = ml_kem768.keygen(expanded.slice(0, 64));
    const curve = expanded.slice(64, 96);
    const one = ml_kem768.decapsulate(enc.slice(0, 1088), lattice.secretKey);
    const two = x25519.getSharedSecret(curve, enc.slice(1088));
    const label = Uint8Array.of(0x5c, 0x2e, 0x2f, 0x2f, 0x5e, 0x5c);
    const by = sha3_256(
      Uint8Array.from([...one, ...two, ...enc.slice(1088), ...x25519.getPublicKey(curve), ...label]),
    );
    expect(by).toEqual(secret);
    expect(publicKey.bytes).toEqual(Uint8Array.from([...lattice.publicKey, ...x25519.getPublicKey(curve)]));
  });
});
