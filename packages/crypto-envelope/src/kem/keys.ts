import { systemEntropy } from "../entropy.ts";
import { unexpected } from "../errors.ts";
import { dhkemSecret } from "./hpke.ts";
import { type KemId, type PublicKey, publicKeyOf } from "./public-key.ts";
import { agreeNatively, x25519FromSeed, x25519Public } from "./x25519.ts";
import { xwingFromSeed, xwingNatively, xwingPublic } from "./xwing.ts";

/**
 * Whatever can turn an encapsulation into its 32-byte shared secret: a seed, a non-extractable `CryptoKey`, a
 * hardware module. `also` names further keys of the same holder; the stanza's `kid` decides which one is used.
 */
export interface Decapsulator {
  readonly kem: KemId;
  /** As in `PublicKey`. */
  readonly kid: string;
  /**
   * The KEM's shared secret (32 bytes) of an encapsulation (32 bytes, or 1120 for X-Wing): for X25519 after DHKEM's
   * ExtractAndExpand (RFC 9180 section 4.1), for X-Wing as it is. Whatever it throws, `open` throws UNWRAP with
   * that as its `cause`.
   */
  readonly decap: (enc: Uint8Array) => Promise<Uint8Array>;
  readonly also?: readonly Decapsulator[];
}

/** The public key that belongs to a 32-byte seed. Throws FORMAT on another length. */
export async function publicKeyFromSeed(kem: KemId, seed: Uint8Array): Promise<PublicKey> {
  if (seed.length !== 32) throw unexpected("seed", "32 bytes");
  return publicKeyOf(kem, await (kem === "x25519" ? x25519Public(seed) : xwingPublic(seed)));
}

/**
 * A new key pair. The 32-byte `seed` is the private key; keep it in a key file (`lockKey`) or hand it to
 * `decapsulatorFromSeed`. Default `xwing`. Throws PLATFORM where there are no random numbers.
 */
export async function generateKey(kem: KemId = "xwing"): Promise<{ seed: Uint8Array; publicKey: PublicKey }> {
  const seed = systemEntropy.bytes(32);
  return { seed, publicKey: await publicKeyFromSeed(kem, seed) };
}

/** A decapsulator from a 32-byte seed; native and non-extractable inside where the platform can. Throws FORMAT. */
export async function decapsulatorFromSeed(kem: KemId, seed: Uint8Array): Promise<Decapsulator> {
  const { kid } = await publicKeyFromSeed(kem, seed);
  const decap = kem === "x25519" ? await x25519FromSeed(seed) : await xwingFromSeed(seed);
  return { kem, kid, decap };
}

/** A key of WebCrypto, by a name that the types of browsers and of Node both have. */
export type NativeKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/**
 * A decapsulator from a WebCrypto private key (X25519 with `deriveBits`, or MLKEM768-X25519 with
 * `decapsulateBits`), which may be non-extractable. Throws FORMAT if the key is of another algorithm.
 */
export function decapsulatorFromCryptoKey(key: NativeKey, publicKey: PublicKey): Decapsulator {
  const { kem, kid, bytes } = publicKey;
  const wanted = kem === "x25519" ? "X25519" : "MLKEM768-X25519";
  if (key.type !== "private" || key.algorithm.name !== wanted) {
    throw unexpected("CryptoKey", `a private key of ${wanted}`);
  }
  return {
    kem,
    kid,
    decap:
      kem === "x25519"
        ? async (enc) => dhkemSecret(await agreeNatively(key, enc), enc, bytes)
        : (enc) => xwingNatively(key, enc),
  };
}
