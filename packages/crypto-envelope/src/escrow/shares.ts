/**
 * Shamir's scheme over GF(2^8): any `t` of `n` custodians rebuild a private key together, fewer learn nothing. A share
 * is `cenv1s.` and base64url of set[16] || t || index || u16be(kem) || kid[16] || share[32] || SHA-256(before)[0..4].
 */
import { concatBytes } from "@noble/hashes/utils.js";
import { equalBytes } from "../format/equal.ts";
import { sha256 } from "@noble/hashes/sha2.js";
import { type Entropy, systemEntropy } from "../entropy.ts";
import { EnvelopeError } from "../errors.ts";
import { fromBase64Url, toBase64Url } from "../format/base64.ts";
import { type PublicKey, kemIds, kems, publicKeyOf, u16be } from "../kem/public-key.ts";
import { publicOf as x25519Public } from "../kem/x25519-script.ts";
import { expanded } from "../kem/xwing-script.ts";
import { invert, multiply } from "./field.ts";

const prefix = "cenv1s.";
const size = 72;

/**
 * Splits a 32-byte seed into `n` shares of which any `t` rebuild it (2 <= t <= n <= 255). Each share is a text to
 * print or to seal to its custodian. Throws FORMAT (the seed is not that key's), LIMIT (t or n).
 */
export function splitSeed(seed: Uint8Array, publicKey: PublicKey, t: number, n: number): string[] {
  return splitWith(systemEntropy, seed, publicKey, t, n);
}

/** `splitSeed` with given entropy, for vectors. */
export function splitWith(
  entropy: Entropy,
  seed: Uint8Array,
  publicKey: PublicKey,
  t: number,
  n: number,
): string[] {
  if (!Number.isInteger(t) || !Number.isInteger(n) || t < 2 || t > n || n > 255) {
    throw new EnvelopeError("LIMIT", "shares: 2 <= t <= n <= 255 expected");
  }
  if (seed.length !== 32 || publicOf(publicKey.kem, seed).kid !== publicKey.kid) {
    throw new EnvelopeError("FORMAT", "the seed does not belong to this public key");
  }
  const set = entropy.bytes(16);
  // One polynomial a byte; the seed is its value at 0.
  const coefficients = [seed, ...Array.from({ length: t - 1 }, () => entropy.bytes(32))];
  const kem = u16be(kems[publicKey.kem].id);
  const kid = fromBase64Url(publicKey.kid, 16);
  return Array.from({ length: n }, (_, at) => {
    const index = at + 1;
    const share = new Uint8Array(32);
    for (const coefficient of coefficients.toReversed()) {
      for (let byte = 0; byte < 32; byte += 1) {
        share[byte] = multiply(share[byte] ?? 0, index) ^ (coefficient[byte] ?? 0);
      }
    }
    const content = concatBytes(set, new Uint8Array([t, index]), kem, kid, share);
    return prefix + toBase64Url(concatBytes(content, sha256(content).subarray(0, 4)));
  });
}

interface Share {
  /** Everything that the shares of one set have in common. */
  readonly common: Uint8Array;
  readonly t: number;
  readonly index: number;
  readonly kem: Uint8Array;
  readonly kid: Uint8Array;
  readonly value: Uint8Array;
}

function parseShare(text: string): Share {
  if (typeof text !== "string" || !text.startsWith(prefix))
    throw new EnvelopeError("FORMAT", "share: its text begins with cenv1s.");
  const bytes = fromBase64Url(text.slice(prefix.length), size);
  const content = bytes.subarray(0, size - 4);
  if (!equalBytes(sha256(content).subarray(0, 4), bytes.subarray(size - 4))) {
    throw new EnvelopeError("FORMAT", "share: its check characters do not fit, a character is wrong");
  }
  return {
    common: concatBytes(content.subarray(0, 17), content.subarray(18, 36)),
    t: content[16] ?? 0,
    index: content[17] ?? 0,
    kem: content.subarray(18, 20),
    kid: content.subarray(20, 36),
    value: content.subarray(36),
  };
}

function publicOf(kem: PublicKey["kem"], seed: Uint8Array): PublicKey {
  if (kem === "x25519") return publicKeyOf(kem, x25519Public(seed));
  const { curve, lattice } = expanded(seed);
  return publicKeyOf(kem, concatBytes(lattice.publicKey, x25519Public(curve)));
}

/**
 * Rebuilds a seed from shares of one set, and checks it against the key id they carry.
 * Throws FORMAT (unreadable, mixed sets, the same share twice), LIMIT (too few), COMMITMENT (they do not fit together).
 */
export function combineShares(texts: readonly string[]): { seed: Uint8Array; publicKey: PublicKey } {
  const shares = texts.map((text) => parseShare(text));
  const [first] = shares;
  if (first === undefined) throw new EnvelopeError("LIMIT", "shares: none given");
  if (!shares.every(({ common }) => equalBytes(common, first.common))) {
    throw new EnvelopeError("FORMAT", "shares: not all of one set");
  }
  if (
    new Set(shares.map(({ index }) => index)).size !== shares.length ||
    shares.some(({ index }) => index === 0)
  ) {
    throw new EnvelopeError("FORMAT", "shares: the same one twice");
  }
  if (shares.length < first.t) throw new EnvelopeError("LIMIT", "shares: too few to rebuild the key");
  const kem = kemIds.find((id) => equalBytes(u16be(kems[id].id), first.kem));
  if (kem === undefined) throw new EnvelopeError("FORMAT", "shares: of an unknown kind of key");
  const seed = interpolate(shares.slice(0, first.t));
  const publicKey = publicOf(kem, seed);
  if (!equalBytes(fromBase64Url(publicKey.kid, 16), first.kid)) {
    throw new EnvelopeError("COMMITMENT", "shares: they do not rebuild the key they name");
  }
  return { seed, publicKey };
}

/** The polynomials' values at 0, by Lagrange. */
function interpolate(shares: readonly Share[]): Uint8Array {
  const seed = new Uint8Array(32);
  for (const share of shares) {
    let weight = 1;
    for (const other of shares) {
      if (other !== share)
        weight = multiply(weight, multiply(other.index, invert(other.index ^ share.index)));
    }
    for (let byte = 0; byte < 32; byte += 1) {
      seed[byte] = (seed[byte] ?? 0) ^ multiply(share.value[byte] ?? 0, weight);
    }
  }
  return seed;
}
