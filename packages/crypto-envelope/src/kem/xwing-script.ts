/**
 * X-Wing in JavaScript (draft-connolly-cfrg-xwing-kem): ML-KEM-768 of noble and X25519 of the platform where it has it,
 * joined by SHA3-256. The part of this package that only platforms without native X-Wing load.
 */
import { concatBytes } from "@noble/hashes/utils.js";
import { sha3_256, shake256 } from "@noble/hashes/sha3.js";
import { ml_kem768 } from "@noble/post-quantum/ml-kem.js";
import type { Curve, Encapsulation } from "./x25519.ts";

const latticeEnc = 1088;
const latticePublic = 1184;
/** The label of the combiner, `\.//^\`; it comes last. */
const label = new Uint8Array([0x5c, 0x2e, 0x2f, 0x2f, 0x5e, 0x5c]);

/** What a seed stands for: an ML-KEM-768 key pair and an X25519 private key. */
export interface Expanded {
  readonly lattice: { readonly publicKey: Uint8Array; readonly secretKey: Uint8Array };
  readonly curve: Uint8Array;
}

/** Expands a 32-byte seed. */
export function expanded(seed: Uint8Array): Expanded {
  const bytes = shake256(seed, { dkLen: 96 });
  return { lattice: ml_kem768.keygen(bytes.slice(0, 64)), curve: bytes.slice(64) };
}

function combined(
  lattice: Uint8Array,
  curve: Uint8Array,
  curveEnc: Uint8Array,
  curvePublic: Uint8Array,
): Uint8Array {
  return sha3_256(concatBytes(lattice, curve, curveEnc, curvePublic, label));
}

/** The 1216-byte public key of a 32-byte seed. */
export async function publicOf(x25519: Curve, seed: Uint8Array): Promise<Uint8Array> {
  const { curve, lattice } = expanded(seed);
  return concatBytes(lattice.publicKey, await x25519.publicOf(curve));
}

/** Encapsulates with 64 random bytes: 32 for ML-KEM, 32 for X25519's ephemeral key. Throws on an unusable key. */
export async function encapsulate(
  x25519: Curve,
  publicKey: Uint8Array,
  random: Uint8Array,
): Promise<Encapsulation> {
  const curvePublic = publicKey.slice(latticePublic);
  const lattice = ml_kem768.encapsulate(publicKey.slice(0, latticePublic), random.slice(0, 32));
  const ephemeral = random.slice(32);
  const curveEnc = await x25519.publicOf(ephemeral);
  const shared = await x25519.agree(ephemeral, curvePublic);
  return {
    enc: concatBytes(lattice.cipherText, curveEnc),
    secret: combined(lattice.sharedSecret, shared, curveEnc, curvePublic),
  };
}

/** A function that decapsulates with a 32-byte seed. It throws on an unusable encapsulation. */
export async function decapsulator(
  x25519: Curve,
  seed: Uint8Array,
): Promise<(enc: Uint8Array) => Promise<Uint8Array>> {
  const { curve, lattice } = expanded(seed);
  const curvePublic = await x25519.publicOf(curve);
  return async (enc) => {
    const curveEnc = enc.slice(latticeEnc);
    const one = ml_kem768.decapsulate(enc.slice(0, latticeEnc), lattice.secretKey);
    return combined(one, await x25519.agree(curve, curveEnc), curveEnc, curvePublic);
  };
}
