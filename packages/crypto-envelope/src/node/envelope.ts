import type { VerifiedKeys } from "../directory/key-document.ts";
import { systemEntropy } from "../entropy.ts";
import { type Engine, platformEncapsulate } from "../envelope/engine.ts";
import { type Opened, openWith } from "../envelope/open.ts";
import type { SealPolicy } from "../envelope/policy.ts";
import { addRecipientWith, rotateWith } from "../envelope/recipients.ts";
import { type ResealOptions, resealWith } from "../envelope/reseal.ts";
import { type SealOptions, type Sealed, sealWith } from "../envelope/seal.ts";
import type { Verified } from "../envelope/verify.ts";
import type { Keyring } from "../format/keyring.ts";
import { type Decapsulator, decapsulatorFromSeed as platformDecapsulator } from "../kem/keys.ts";
import { type KemId, publicKeyOf } from "../kem/public-key.ts";
import { nodeBackend } from "./backend.ts";
import { byteStream } from "./byte-stream.ts";
import { type Lending, writersOf } from "./lent-sink.ts";
import { nodeDecapsulator, nodeEncapsulate, nodePublic } from "./x25519.ts";

/** node:crypto for AES and X25519; X-Wing as on the platform. */
export const nodeEngine: Engine = {
  backend: nodeBackend,
  entropy: systemEntropy,
  encapsulate: (kem, publicKey, entropy) =>
    kem === "x25519"
      ? new Promise((fulfil) => {
          fulfil(nodeEncapsulate(publicKey, entropy));
        })
      : platformEncapsulate(kem, publicKey, entropy),
};

/**
 * As `seal` of the main entry point, with node:crypto: the same bytes, several times the speed. Content above 4 MiB is
 * hashed on a second thread, which never keeps the process alive. A sink may be lent its pieces (`LentSink`).
 */
export function seal(options: Lending<SealOptions>): Promise<Sealed> {
  return sealWith(nodeEngine, { ...options, sink: writersOf(options.sink) });
}

/**
 * As `open` of the main entry point, with node:crypto and, as in `seal`, a second thread that hashes. Its streams are
 * byte streams: content is written into the buffer of a reader that brings one, where 512 KiB fit.
 */
export function open(verified: Verified, keyring: Keyring, holder: Decapsulator): Promise<Opened> {
  return openWith(nodeBackend, verified, keyring, holder, byteStream);
}

/** As `addRecipient` of the main entry point, with node:crypto. */
export function addRecipient(
  verified: Verified,
  keyring: Keyring,
  holder: Decapsulator,
  group: string,
  to: VerifiedKeys,
  policy?: SealPolicy,
): Promise<Keyring> {
  return addRecipientWith(nodeEngine, verified, keyring, holder, group, to, policy);
}

/** As `rotate` of the main entry point, with node:crypto. */
export function rotate(
  verified: Verified,
  keyring: Keyring,
  from: Decapsulator,
  to: VerifiedKeys,
  policy?: SealPolicy,
): Promise<Keyring> {
  return rotateWith(nodeEngine, verified, keyring, from, to, policy);
}

/** As `decapsulatorFromSeed` of the main entry point, with node:crypto for X25519. Throws FORMAT. */
export function decapsulatorFromSeed(kem: KemId, seed: Uint8Array): Promise<Decapsulator> {
  if (kem !== "x25519" || seed.length !== 32) return platformDecapsulator(kem, seed);
  const { kid } = publicKeyOf(kem, nodePublic(seed));
  return Promise.resolve({ kem, kid, decap: nodeDecapsulator(seed) });
}

/** As `reseal` of the main entry point, with node:crypto. */
export function reseal(
  verified: Verified,
  keyring: Keyring,
  holder: Decapsulator,
  options: Lending<ResealOptions>,
): Promise<Sealed> {
  return resealWith(nodeEngine, verified, keyring, holder, { ...options, sink: writersOf(options.sink) });
}
