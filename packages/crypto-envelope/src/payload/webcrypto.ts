import { sha256 } from "@noble/hashes/sha2.js";
import { EnvelopeError } from "../errors.ts";
import { native, optionalNative, platformBytes } from "../kem/native.ts";
import type { Backend, ChunkCipher } from "./backend.ts";
import { chunkNonce, chunkSize, sealedChunkSize, tagSize } from "./derive.ts";

async function webCipher(key: Uint8Array, baseNonce: Uint8Array): Promise<ChunkCipher> {
  const subtle = native();
  const imported = await subtle.importKey("raw", platformBytes(key), "AES-GCM", false, [
    "encrypt",
    "decrypt",
  ]);
  // All chunks of a run are in flight at once: the platform works on them in parallel.
  return {
    seal: async (first, plain, last) => {
      const count = Math.floor(plain.length / chunkSize) + (last ? 1 : 0);
      const out = new Uint8Array(plain.length + tagSize * count);
      await Promise.all(
        Array.from({ length: count }, async (_, index) => {
          const part = platformBytes(plain.subarray(index * chunkSize, (index + 1) * chunkSize));
          const iv = chunkNonce(baseNonce, first + index);
          const sealed = await subtle.encrypt({ name: "AES-GCM", iv }, imported, part);
          out.set(new Uint8Array(sealed), index * sealedChunkSize);
        }),
      );
      return out;
    },
    open: async (first, sealed) => {
      const count = Math.ceil(sealed.length / sealedChunkSize);
      const out = new Uint8Array(sealed.length - tagSize * count);
      try {
        await Promise.all(
          Array.from({ length: count }, async (_, index) => {
            const part = platformBytes(
              sealed.subarray(index * sealedChunkSize, (index + 1) * sealedChunkSize),
            );
            const iv = chunkNonce(baseNonce, first + index);
            const plain = await subtle.decrypt({ name: "AES-GCM", iv }, imported, part);
            out.set(new Uint8Array(plain), index * chunkSize);
          }),
        );
      } catch {
        throw new EnvelopeError("CORRUPT", "a chunk does not authenticate");
      }
      return out;
    },
  };
}

/** AES-GCM and SHA-256 of the platform. */
export const webCryptoBackend: Backend = {
  name: "webcrypto",
  cipher: webCipher,
  sha256: async (segment) => new Uint8Array(await native().digest("SHA-256", platformBytes(segment))),
};

/** AES-GCM in JavaScript, loaded when the first message needs it. */
const scriptBackend: Backend = {
  name: "noble",
  cipher: async (key, baseNonce) => (await import("./noble.ts")).nobleCipher(key, baseNonce),
  sha256: (segment) => sha256(segment),
};

/** WebCrypto where it is, JavaScript where it is not (an insecure origin). */
export function platformBackend(): Backend {
  return optionalNative() === undefined ? scriptBackend : webCryptoBackend;
}
