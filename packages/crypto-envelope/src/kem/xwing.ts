/**
 * X-Wing (KEM 0x647a): ML-KEM-768 and X25519 combined. Native WebCrypto ("MLKEM768-X25519") where it is; elsewhere
 * noble, loaded only when needed, so that bundlers can keep it apart.
 */
import type { Entropy } from "../entropy.ts";
import { native, nativeSupport, platformBytes } from "./native.ts";
import { ofSmallOrder } from "./small-order.ts";
import { type Encapsulation, curve, usable } from "./x25519.ts";

interface Encapsulated {
  readonly sharedKey: ArrayBuffer;
  readonly ciphertext: ArrayBuffer;
}

/** The part of WebCrypto's modern algorithms that the DOM types do not have yet. */
interface KemSubtle {
  importKey(
    format: "raw-public" | "raw-seed",
    bytes: Uint8Array<ArrayBuffer>,
    algorithm: { name: string },
    extractable: boolean,
    usages: readonly string[],
  ): Promise<CryptoKey>;
  getPublicKey(key: CryptoKey, usages: readonly string[]): Promise<CryptoKey>;
  exportKey(format: "raw-public", key: CryptoKey): Promise<ArrayBuffer>;
  encapsulateBits(algorithm: { name: string }, key: CryptoKey): Promise<Encapsulated>;
  decapsulateBits(
    algorithm: { name: string },
    key: CryptoKey,
    enc: Uint8Array<ArrayBuffer>,
  ): Promise<ArrayBuffer>;
}

const algorithm = { name: "MLKEM768-X25519" };
/** As messages call it. */
const name = "X-Wing";
const modern = (): KemSubtle => native() as unknown as KemSubtle;

function privateKey(seed: Uint8Array): Promise<CryptoKey> {
  return modern().importKey("raw-seed", platformBytes(seed), algorithm, false, ["decapsulateBits"]);
}

async function publicBytes(key: CryptoKey): Promise<Uint8Array> {
  const publicKey = await modern().getPublicKey(key, ["encapsulateBits"]);
  return new Uint8Array(await modern().exportKey("raw-public", publicKey));
}

async function encapsulateNatively(publicKey: Uint8Array): Promise<Encapsulation> {
  const subtle = modern();
  const usages = ["encapsulateBits"];
  const key = await subtle.importKey("raw-public", platformBytes(publicKey), algorithm, true, usages);
  const sent = await subtle.encapsulateBits(algorithm, key);
  return { enc: new Uint8Array(sent.ciphertext), secret: new Uint8Array(sent.sharedKey) };
}

/** All that is asked of the platform; where it lacks any of it, JavaScript does all of it. */
const supported = nativeSupport(async () => {
  const key = await privateKey(new Uint8Array(32));
  const { enc } = await encapsulateNatively(await publicBytes(key));
  await modern().decapsulateBits(algorithm, key, platformBytes(enc));
});

const script = (): Promise<typeof import("./xwing-script.ts")> => import("./xwing-script.ts");

/** The 1216-byte public key of a 32-byte seed. */
export async function xwingPublic(seed: Uint8Array): Promise<Uint8Array> {
  if (await supported()) return publicBytes(await privateKey(seed));
  return (await script()).publicOf(await curve(), seed);
}

/** Encapsulates to `publicKey`. Seeded entropy gives repeatable bytes (64 bytes, as in the X-Wing draft). */
export function xwingEncapsulate(publicKey: Uint8Array, entropy: Entropy): Promise<Encapsulation> {
  return usable(name, async () => {
    if (ofSmallOrder(publicKey.subarray(-32))) throw new Error("small order");
    if (!entropy.seeded && (await supported())) return encapsulateNatively(publicKey);
    return (await script()).encapsulate(await curve(), publicKey, entropy.bytes(64));
  });
}

/** Decapsulates with a WebCrypto private key. Throws FORMAT. */
export function xwingNatively(key: CryptoKey, enc: Uint8Array): Promise<Uint8Array> {
  return usable(
    name,
    async () => new Uint8Array(await modern().decapsulateBits(algorithm, key, platformBytes(enc))),
  );
}

/** A function that decapsulates with a 32-byte seed: native (non-extractable) where possible. */
export async function xwingFromSeed(seed: Uint8Array): Promise<(enc: Uint8Array) => Promise<Uint8Array>> {
  if (await supported()) {
    const key = await privateKey(seed);
    return (enc) => xwingNatively(key, enc);
  }
  const decapsulate = await (await script()).decapsulator(await curve(), seed);
  return (enc) => usable(name, () => decapsulate(enc));
}
