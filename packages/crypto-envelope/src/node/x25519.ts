import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { EnvelopeError } from "../errors.ts";
import type { Entropy } from "../entropy.ts";
import { dhkemSecret } from "../kem/hpke.ts";
import type { Encapsulation } from "../kem/x25519.ts";

// DER in front of the 32 raw bytes (RFC 8410).
const pkcs8 = Buffer.from("302e020100300506032b656e04220420", "hex");
const spki = Buffer.from("302a300506032b656e032100", "hex");

function publicObject(bytes: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([spki, bytes]), format: "der", type: "spki" });
}

function privateObject(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: "der", type: "pkcs8" });
}

function rawPublic(key: KeyObject): Uint8Array {
  const der = createPublicKey(key).export({ format: "der", type: "spki" });
  return new Uint8Array(der.subarray(der.length - 32));
}

function agree(privateKey: KeyObject, other: Uint8Array): Uint8Array {
  try {
    return new Uint8Array(diffieHellman({ privateKey, publicKey: publicObject(other) }));
  } catch {
    throw new EnvelopeError("FORMAT", "X25519: not a usable public key");
  }
}

/** DHKEM encapsulation by OpenSSL, on this thread. */
export function nodeEncapsulate(publicKey: Uint8Array, entropy: Entropy): Encapsulation {
  const own = entropy.seeded ? privateObject(entropy.bytes(32)) : generateKeyPairSync("x25519").privateKey;
  const enc = rawPublic(own);
  return { enc, secret: dhkemSecret(agree(own, publicKey), enc, publicKey) };
}

/** DHKEM decapsulation by OpenSSL with a 32-byte private key. */
export function nodeDecapsulator(seed: Uint8Array): (enc: Uint8Array) => Promise<Uint8Array> {
  const key = privateObject(seed);
  const own = rawPublic(key);
  return (enc) =>
    new Promise((fulfil) => {
      fulfil(dhkemSecret(agree(key, enc), enc, own));
    });
}
