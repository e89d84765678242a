/**
 * DHKEM(X25519, HKDF-SHA256), RFC 9180 section 4.1. Native WebCrypto where it is; elsewhere noble, loaded only when
 * needed, so that bundlers can keep it apart. Same bytes.
 */
import { concatBytes, hexToBytes } from "@noble/hashes/utils.js";
import type { Entropy } from "../entropy.ts";
import { unexpected } from "../errors.ts";
import { dhkemSecret } from "./hpke.ts";
import { native, nativeSupport, platformBytes } from "./native.ts";

/** What encapsulation gives: the bytes to send and the shared secret. */
export interface Encapsulation {
  readonly enc: Uint8Array;
  readonly secret: Uint8Array;
}

const algorithm = { name: "X25519" } as const;
// PKCS #8 (RFC 8410) in front of the 32 private bytes; "raw" private keys are not importable everywhere.
const pkcs8Prefix = hexToBytes("302e020100300506032b656e04220420");

const supported = nativeSupport(async (subtle) => {
  const pair = (await subtle.generateKey(algorithm, false, ["deriveBits"])) as CryptoKeyPair;
  await subtle.deriveBits({ name: "X25519", public: pair.publicKey }, pair.privateKey, 256);
});

/** X25519 with private keys as 32 bytes. `agree` throws FORMAT for a public key of small order. */
export interface Curve {
  readonly publicOf: (seed: Uint8Array) => Uint8Array | Promise<Uint8Array>;
  readonly agree: (seed: Uint8Array, other: Uint8Array) => Uint8Array | Promise<Uint8Array>;
}

/** Diffie-Hellman with a WebCrypto private key. Throws FORMAT for a public key of small order. */
export function agreeNatively(key: CryptoKey, other: Uint8Array): Promise<Uint8Array> {
  const subtle = native();
  return usable("X25519", async () => {
    const peer = await subtle.importKey("raw", platformBytes(other), algorithm, true, []);
    const dh = new Uint8Array(await subtle.deriveBits({ name: "X25519", public: peer }, key, 256));
    if (dh.every((byte) => byte === 0)) throw new Error("zero");
    return dh;
  });
}

/** The result of a key agreement; whatever it fails with is one refusal of the other's key. */
export async function usable<T>(what: string, agreement: () => T | Promise<T>): Promise<T> {
  try {
    return await agreement();
  } catch {
    throw unexpected(what, "a usable key");
  }
}

async function privateKey(seed: Uint8Array): Promise<CryptoKey> {
  const pkcs8 = platformBytes(concatBytes(pkcs8Prefix, seed));
  return native().importKey("pkcs8", pkcs8, algorithm, false, ["deriveBits"]);
}

/** The u-coordinate 9: what a private key makes of it is its public key (RFC 7748 section 6.1). */
const basePoint = new Uint8Array(32);
basePoint[0] = 9;

const nativeCurve: Curve = {
  publicOf: async (seed) => agreeNatively(await privateKey(seed), basePoint),
  agree: async (seed, other) => agreeNatively(await privateKey(seed), other),
};

/** noble's X25519, loaded when it is asked for. */
export async function scriptCurve(): Promise<Curve> {
  const { agree, publicOf } = await import("./x25519-script.ts");
  return { publicOf, agree: (seed, other) => usable("X25519", () => agree(seed, other)) };
}

/** The platform's X25519, or noble's where it has none. */
export async function curve(): Promise<Curve> {
  return (await supported()) ? nativeCurve : scriptCurve();
}

/** The public key of a 32-byte private key. */
export async function x25519Public(seed: Uint8Array): Promise<Uint8Array> {
  return (await curve()).publicOf(seed);
}

/** Encapsulates to `publicKey`. Seeded entropy gives repeatable bytes (32 bytes: the ephemeral private key). */
export async function x25519Encapsulate(publicKey: Uint8Array, entropy: Entropy): Promise<Encapsulation> {
  if (!entropy.seeded && (await supported())) {
    const pair = (await native().generateKey(algorithm, false, ["deriveBits"])) as CryptoKeyPair;
    const enc = new Uint8Array(await native().exportKey("raw", pair.publicKey));
    return { enc, secret: dhkemSecret(await agreeNatively(pair.privateKey, publicKey), enc, publicKey) };
  }
  const seed = entropy.bytes(32);
  const { agree, publicOf } = await curve();
  const enc = await publicOf(seed);
  return { enc, secret: dhkemSecret(await agree(seed, publicKey), enc, publicKey) };
}

/** A function that decapsulates with a 32-byte private key: native (non-extractable) where possible. */
export async function x25519FromSeed(seed: Uint8Array): Promise<(enc: Uint8Array) => Promise<Uint8Array>> {
  const { agree, publicOf } = await curve();
  const own = await publicOf(seed);
  if (await supported()) {
    const key = await privateKey(seed);
    return async (enc) => dhkemSecret(await agreeNatively(key, enc), enc, own);
  }
  const kept = seed.slice();
  return async (enc) => dhkemSecret(await agree(kept, enc), enc, own);
}
