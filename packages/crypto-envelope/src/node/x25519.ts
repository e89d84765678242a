import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { EnvelopeError } from "../errors.ts";
import type { Entropy } from "../entropy.ts";
import { dhkemSecret } from "../kem/hpke.ts";
import type { Encapsulation } from "../kem/x25519.ts";

// DER in front of the 32 raw bytes (RFC 8410).
const pkcs8 = Buffer.from("302e020100300506032b656e04220420", "hex");

// A JWK goes straight to the curve; OpenSSL's DER decoder costs more than the Diffie-Hellman itself.
function publicObject(bytes: Uint8Array): KeyObject {
  const x = Buffer.from(bytes).toString("base64url");
  return createPublicKey({ key: { crv: "X25519", kty: "OKP", x }, format: "jwk" });
}

function privateObject(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: "der", type: "pkcs8" });
}

function pairOf(seed: Uint8Array): { privateKey: KeyObject; publicKey: KeyObject } {
  const privateKey = privateObject(seed);
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

function rawPublic(key: KeyObject): Uint8Array {
  const { x = "" } = key.export({ format: "jwk" });
  return new Uint8Array(Buffer.from(x, "base64url"));
}

function agree(privateKey: KeyObject, other: Uint8Array): Uint8Array {
  try {
    return new Uint8Array(diffieHellman({ privateKey, publicKey: publicObject(other) }));
  } catch {
    throw new EnvelopeError("FORMAT", "X25519: not a usable public key");
  }
}

/** The public key of a 32-byte private key. */
export function nodePublic(seed: Uint8Array): Uint8Array {
  return rawPublic(pairOf(seed).publicKey);
}

/** DHKEM encapsulation by OpenSSL, on this thread. */
export function nodeEncapsulate(publicKey: Uint8Array, entropy: Entropy): Encapsulation {
  const own = entropy.seeded ? pairOf(entropy.bytes(32)) : generateKeyPairSync("x25519");
  const enc = rawPublic(own.publicKey);
  return { enc, secret: dhkemSecret(agree(own.privateKey, publicKey), enc, publicKey) };
}

/** DHKEM decapsulation by OpenSSL with a 32-byte private key. */
export function nodeDecapsulator(seed: Uint8Array): (enc: Uint8Array) => Promise<Uint8Array> {
  const { privateKey: key, publicKey } = pairOf(seed);
  const own = rawPublic(publicKey);
  return (enc) =>
    new Promise((fulfil) => {
      fulfil(dhkemSecret(agree(key, enc), enc, own));
    });
}
