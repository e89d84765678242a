import { gcm } from "@noble/ciphers/aes.js";
import { chacha20poly1305 } from "@noble/ciphers/chacha.js";
import { bytesToHex, hexToBytes } from "@noble/ciphers/utils.js";
import { describe, expect, it } from "vitest";
import { dhkemSecret, keySchedule, openOnce } from "../../src/kem/hpke.ts";
import { x25519Encapsulate, x25519FromSeed, x25519Public } from "../../src/kem/x25519.ts";
import { xwingEncapsulate, xwingFromSeed, xwingPublic } from "../../src/kem/xwing.ts";
import { nobleBackend } from "../../src/payload/backend/noble.ts";
import { present, vectorFile } from "./files.ts";

interface HpkeVector {
  readonly mode: number;
  readonly kem_id: number;
  readonly kdf_id: number;
  readonly aead_id: 1 | 2 | 3;
  readonly info: string;
  readonly skRm: string;
  readonly pkRm: string;
  readonly skEm: string;
  readonly enc: string;
  readonly shared_secret: string;
  readonly key: string;
  readonly base_nonce: string;
  readonly exporter_secret: string;
  readonly encryptions: readonly { aad: string; ct: string; nonce: string; pt: string }[];
}

const seeded = (hex: string) => ({ seeded: true, bytes: () => hexToBytes(hex) });
const keyLengths = { 1: 16, 2: 32, 3: 32 } as const;

function schedule(vector: HpkeVector, secret: Uint8Array) {
  const { aead_id, info, kem_id } = vector;
  return keySchedule(kem_id, aead_id, keyLengths[aead_id], secret, hexToBytes(info));
}

function checkSchedule(vector: HpkeVector, secret: Uint8Array): void {
  const { baseNonce, exporterSecret, key } = schedule(vector, secret);
  expect(bytesToHex(key)).toBe(vector.key);
  expect(bytesToHex(baseNonce)).toBe(vector.base_nonce);
  expect(bytesToHex(exporterSecret())).toBe(vector.exporter_secret);
  expect(vector.encryptions.length).toBeGreaterThan(0);
  for (const { aad, ct, nonce, pt } of vector.encryptions) {
    const aead = vector.aead_id === 3 ? chacha20poly1305 : gcm;
    const cipher = aead(key, hexToBytes(nonce), hexToBytes(aad));
    expect(bytesToHex(cipher.decrypt(hexToBytes(ct)))).toBe(pt);
    expect(bytesToHex(cipher.encrypt(hexToBytes(pt)))).toBe(ct);
  }
}

describe.runIf(present)("HPKE base mode, X25519 (RFC 9180 appendix A)", () => {
  const vectors = present ? vectorFile<HpkeVector[]>("rfc9180-x25519-base.json") : [];

  it.each(vectors)("AEAD $aead_id: shared secret, key schedule and every encryption", async (vector) => {
    const decap = await x25519FromSeed(hexToBytes(vector.skRm));
    const secret = await decap(hexToBytes(vector.enc));
    expect(bytesToHex(secret)).toBe(vector.shared_secret);
    expect(bytesToHex(await x25519Public(hexToBytes(vector.skRm)))).toBe(vector.pkRm);
    const sent = await x25519Encapsulate(hexToBytes(vector.pkRm), seeded(vector.skEm));
    expect([bytesToHex(sent.enc), bytesToHex(sent.secret)]).toEqual([vector.enc, vector.shared_secret]);
    checkSchedule(vector, secret);
  });

  it("includes the suite that CE1 uses, AES-256-GCM", () => {
    expect(vectors.map(({ aead_id }) => aead_id).sort((a, b) => a - b)).toEqual([1, 2, 3]);
  });
});

describe.runIf(present)("HPKE with X-Wing (hpke-pq test vectors, KEM 0x647a)", () => {
  const all = present ? vectorFile<HpkeVector[]>("hpke-pq-test-vectors.json") : [];
  const vectors = all.filter(({ kdf_id, kem_id }) => kem_id === 0x64_7a && kdf_id === 1);

  it("has vectors for this KEM", () => {
    expect(vectors.length).toBeGreaterThan(0);
  });

  it.each(vectors)("AEAD $aead_id: shared secret, key schedule and every encryption", async (vector) => {
    const decap = await xwingFromSeed(hexToBytes(vector.skRm));
    const secret = await decap(hexToBytes(vector.enc));
    expect(bytesToHex(secret)).toBe(vector.shared_secret);
    expect(bytesToHex(await xwingPublic(hexToBytes(vector.skRm)))).toBe(vector.pkRm);
    checkSchedule(vector, secret);
  });
});

interface XwingVector {
  readonly seed: string;
  readonly randomness: string;
  readonly pk: string;
  readonly ct: string;
  readonly ss: string;
}

describe.runIf(present)("X-Wing KEM (ML-KEM-768 and X25519)", () => {
  it("has the published public keys, ciphertexts and shared secrets, ten of ten", async () => {
    const vectors = vectorFile<XwingVector[]>("xwing-mlkem768x25519.json");
    expect(vectors).toHaveLength(10);
    for (const { ct, pk, randomness, seed, ss } of vectors) {
      expect(bytesToHex(await xwingPublic(hexToBytes(seed)))).toBe(pk);
      const sent = await xwingEncapsulate(hexToBytes(pk), seeded(randomness));
      expect([bytesToHex(sent.enc), bytesToHex(sent.secret)]).toEqual([ct, ss]);
      const decap = await xwingFromSeed(hexToBytes(seed));
      expect(bytesToHex(await decap(hexToBytes(ct)))).toBe(ss);
    }
  });
});

describe("the key schedule", () => {
  it("refuses a wrapped key under another context with UNWRAP", async () => {
    const secret = dhkemSecret(new Uint8Array(32).fill(1), new Uint8Array(32), new Uint8Array(32));
    const attempt = openOnce(nobleBackend, "x25519", secret, new Uint8Array(1), new Uint8Array(48));
    await expect(attempt).rejects.toMatchObject({ code: "UNWRAP" });
  });
});
