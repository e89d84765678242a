import { gcm } from "@noble/ciphers/aes.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { EnvelopeError } from "../errors.ts";
import type { Backend, ChunkCipher } from "./backend.ts";
import { chunkNonce, chunkSize, sealedChunkSize, tagSize } from "./derive.ts";

/** AES-256-GCM in JavaScript: for platforms without WebCrypto, such as a page of an insecure origin. */
export function nobleCipher(key: Uint8Array, baseNonce: Uint8Array): ChunkCipher {
  return {
    seal: (first, plain, last) => {
      const count = Math.floor(plain.length / chunkSize) + (last ? 1 : 0);
      const out = new Uint8Array(plain.length + tagSize * count);
      for (let index = 0; index < count; index += 1) {
        const part = plain.subarray(index * chunkSize, (index + 1) * chunkSize);
        out.set(gcm(key, chunkNonce(baseNonce, first + index)).encrypt(part), index * sealedChunkSize);
      }
      return out;
    },
    open: (first, sealed) => {
      const count = Math.ceil(sealed.length / sealedChunkSize);
      const out = new Uint8Array(sealed.length - tagSize * count);
      for (let index = 0; index < count; index += 1) {
        const part = sealed.subarray(index * sealedChunkSize, (index + 1) * sealedChunkSize);
        out.set(openChunk(key, chunkNonce(baseNonce, first + index), part), index * chunkSize);
      }
      return out;
    },
  };
}

function openChunk(key: Uint8Array, nonce: Uint8Array, part: Uint8Array): Uint8Array {
  try {
    return gcm(key, nonce).decrypt(part);
  } catch {
    throw new EnvelopeError("CORRUPT", "a chunk does not authenticate");
  }
}

/** Pure JavaScript. */
export const nobleBackend: Backend = {
  name: "noble",
  cipher: nobleCipher,
  sha256: (segment) => sha256(segment),
};
