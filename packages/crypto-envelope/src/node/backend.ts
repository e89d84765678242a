import { createCipheriv, createDecipheriv, createHash, createSecretKey } from "node:crypto";
import { EnvelopeError } from "../errors.ts";
import type { Backend, ChunkCipher } from "../payload/backend/backend.ts";
import { chunkNonce, chunkSize, sealedChunkSize, tagSize } from "../payload/derive.ts";
import { NodeTreeHash } from "./tree-hash.ts";

const cipherName = "aes-256-gcm";

/** Of `room`, or memory of its own: not cleared first, which takes as long as a third of the cipher; it is all written. */
function bytesToFill(length: number, room?: Uint8Array): Uint8Array {
  if (room !== undefined && room.length >= length) return room.subarray(0, length);
  return new Uint8Array(Buffer.allocUnsafeSlow(length).buffer);
}

// From Node 21.
const canRelease = "transfer" in ArrayBuffer.prototype;

/**
 * Gives back the memory of a piece that has been copied, so that the next piece lies where the processor still has it;
 * otherwise it waits for a garbage collection, whose threads take the processor from the one that hashes.
 */
function release({ buffer, byteLength }: Uint8Array): void {
  // A piece out of a pool shares its memory with others.
  if (canRelease && buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}

function nodeCipher(key: Uint8Array, baseNonce: Uint8Array): ChunkCipher {
  const secret = createSecretKey(key);
  // One for all chunks: Node copies it, after giving each array that it has not seen memory outside the heap.
  const nonce = new Uint8Array(12);
  return {
    seal: (first, plain, last, room) => {
      const count = Math.floor(plain.length / chunkSize) + (last ? 1 : 0);
      const out = bytesToFill(plain.length + tagSize * count, room);
      for (let index = 0; index < count; index += 1) {
        const cipher = createCipheriv(cipherName, secret, chunkNonce(baseNonce, first + index, nonce));
        const at = index * sealedChunkSize;
        const part = cipher.update(plain.subarray(index * chunkSize, (index + 1) * chunkSize));
        const length = part.length;
        out.set(part, at);
        release(part);
        cipher.final();
        out.set(cipher.getAuthTag(), at + length);
      }
      return out;
    },
    open: (first, sealed, room) => {
      const count = Math.ceil(sealed.length / sealedChunkSize);
      const out = bytesToFill(sealed.length - tagSize * count, room);
      for (let index = 0; index < count; index += 1) {
        const start = index * sealedChunkSize;
        const end = Math.min(start + sealedChunkSize, sealed.length);
        const decipher = createDecipheriv(cipherName, secret, chunkNonce(baseNonce, first + index, nonce));
        decipher.setAuthTag(sealed.subarray(end - tagSize, end));
        const part = decipher.update(sealed.subarray(start, end - tagSize));
        try {
          decipher.final();
        } catch {
          throw new EnvelopeError("CORRUPT", "a chunk does not authenticate");
        }
        out.set(part, index * chunkSize);
        release(part);
      }
      return out;
    },
  };
}

/** 512 KiB in and out stay in the processor's cache beside what is being hashed. */
export const chunksAtOnce = 32;

/** AES by node:crypto on this thread (a thread-pool hop a chunk would cost more than the chunk), hashing beside it. */
export const nodeBackend: Backend = {
  name: "node",
  chunksAtOnce,
  cipher: nodeCipher,
  sha256: (segment) => new Uint8Array(createHash("sha256").update(segment).digest()),
  treeHash: () => new NodeTreeHash(),
};
