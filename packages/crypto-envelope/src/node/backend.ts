import { createCipheriv, createDecipheriv, createHash, createSecretKey } from "node:crypto";
import { EnvelopeError } from "../errors.ts";
import type { Backend, ChunkCipher } from "../payload/backend.ts";
import { chunkNonce, chunkSize, sealedChunkSize, tagSize } from "../payload/derive.ts";
import { NodeTreeHash } from "./tree-hash.ts";

const cipherName = "aes-256-gcm";

/** Memory of its own that is not cleared first, which takes as long as a third of the cipher: all of it is written. */
function bytesToFill(length: number): Uint8Array {
  return new Uint8Array(Buffer.allocUnsafeSlow(length).buffer);
}

function nodeCipher(key: Uint8Array, baseNonce: Uint8Array): ChunkCipher {
  const secret = createSecretKey(key);
  return {
    seal: (first, plain, last) => {
      const count = Math.floor(plain.length / chunkSize) + (last ? 1 : 0);
      const out = bytesToFill(plain.length + tagSize * count);
      for (let index = 0; index < count; index += 1) {
        const cipher = createCipheriv(cipherName, secret, chunkNonce(baseNonce, first + index));
        const at = index * sealedChunkSize;
        const part = cipher.update(plain.subarray(index * chunkSize, (index + 1) * chunkSize));
        out.set(part, at);
        cipher.final();
        out.set(cipher.getAuthTag(), at + part.length);
      }
      return out;
    },
    open: (first, sealed) => {
      const count = Math.ceil(sealed.length / sealedChunkSize);
      const out = bytesToFill(sealed.length - tagSize * count);
      for (let index = 0; index < count; index += 1) {
        const start = index * sealedChunkSize;
        const end = Math.min(start + sealedChunkSize, sealed.length);
        const decipher = createDecipheriv(cipherName, secret, chunkNonce(baseNonce, first + index));
        decipher.setAuthTag(sealed.subarray(end - tagSize, end));
        out.set(decipher.update(sealed.subarray(start, end - tagSize)), index * chunkSize);
        try {
          decipher.final();
        } catch {
          throw new EnvelopeError("CORRUPT", "a chunk does not authenticate");
        }
      }
      return out;
    },
  };
}

/** AES by node:crypto on this thread (a thread-pool hop a chunk would cost more than the chunk), hashing beside it. */
export const nodeBackend: Backend = {
  name: "node",
  cipher: nodeCipher,
  sha256: (segment) => new Uint8Array(createHash("sha256").update(segment).digest()),
  treeHash: () => new NodeTreeHash(),
};
