/**
 * X-Wing in JavaScript (draft-connolly-cfrg-xwing-kem): ML-KEM-768 and X25519 of noble, joined by SHA3-256. The part of
 * this package that only platforms without native X-Wing load.
 */
import { x25519 } from "@noble/curves/ed25519.js";
import { concatBytes } from "@noble/hashes/utils.js";
import { sha3_256, shake256 } from "@noble/hashes/sha3.js";
import { ml_kem768 } from "@noble/post-quantum/ml-kem.js";
import type { Encapsulation } from "./x25519.ts";

const latticeEnc = 1088;
const latticePublic = 1184;
/** The label of the combiner, `\.//^\`; it comes last. */
const label = new Uint8Array([0x5c, 0x2e, 0x2f, 0x2f, 0x5e, 0x5c]);

interface Expanded {
  readonly lattice: { readonly publicKey: Uint8Array; readonly secretKey: Uint8Array };
  readonly curve: Uint8Array;
}

function expanded(seed: Uint8Array): Expanded {
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
export function publicOf(seed: Uint8Array): Uint8Array {
  const { curve, lattice } = expanded(seed);
  return concatBytes(lattice.publicKey, x25519.getPublicKey(curve));
}

/** Encapsulates with 64 random bytes: 32 for ML-KEM, 32 for X25519's ephemeral key. Throws on an unusable key. */
export function encapsulate(publicKey: Uint8Array, random: Uint8Array): Encapsulation {
  const curvePublic = publicKey.slice(latticePublic);
  const lattice = ml_kem768.encapsulate(publicKey.slice(0, latticePublic), random.slice(0, 32));
  const ephemeral = random.slice(32);
  const curveEnc = x25519.getPublicKey(ephemeral);
  const shared = x25519.getSharedSecret(ephemeral, curvePublic);
  return {
    enc: concatBytes(lattice.cipherText, curveEnc),
    secret: combined(lattice.sharedSecret, shared, curveEnc, curvePublic),
  };
}

/** A function that decapsulates with a 32-byte seed. It throws on an unusable encapsulation. */
export function decapsulator(seed: Uint8Array): (enc: Uint8Array) => Uint8Array {
  const { curve, lattice } = expanded(seed);
  const curvePublic = x25519.getPublicKey(curve);
  return (enc) => {
    const curveEnc = enc.slice(latticeEnc);
    const one = ml_kem768.decapsulate(enc.slice(0, latticeEnc), lattice.secretKey);
    return combined(one, x25519.getSharedSecret(curve, curveEnc), curveEnc, curvePublic);
  };
}
