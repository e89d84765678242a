import { concatBytes } from "@noble/hashes/utils.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { labelled } from "../format/labels.ts";
import type { Backend, TreeHash } from "./backend/backend.ts";

/** Bytes of a blob that are hashed apart; only the last segment is shorter. */
export const segmentSize: number = 1024 * 1024;
/** Segments that may be hashed at the same time. */
const inFlight = 3;

/** SHA-256(L("cenv1/tree", SHA-256(segment 0) || SHA-256(segment 1) || ...)). */
export function treeRoot(hashes: readonly Uint8Array[]): Uint8Array {
  return sha256(labelled("cenv1/tree", concatBytes(...hashes)));
}

/** Hashes segments by the platform, beside the work that makes the next ones. */
class PlatformTreeHash implements TreeHash {
  readonly #backend: Backend;
  readonly #segment = new Uint8Array(segmentSize);
  readonly #hashes: Promise<Uint8Array>[] = [];
  #filled = 0;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async update(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length;) {
      const taken = Math.min(segmentSize - this.#filled, bytes.length - at);
      this.#segment.set(bytes.subarray(at, at + taken), this.#filled);
      this.#filled += taken;
      at += taken;
      if (this.#filled === segmentSize) await this.#end();
    }
  }

  async #end(): Promise<void> {
    await this.#hashes[this.#hashes.length - inFlight];
    const hash = Promise.resolve(this.#backend.sha256(this.#segment.subarray(0, this.#filled)));
    // A failure is seen where the hash is awaited.
    hash.catch(() => undefined);
    this.#hashes.push(hash);
    this.#filled = 0;
  }

  async segments(): Promise<readonly Uint8Array[]> {
    if (this.#filled > 0) await this.#end();
    return Promise.all(this.#hashes);
  }

  close(): void {
    this.#filled = 0;
  }
}

/** A tree hash as the backend makes it. */
export function treeHash(backend: Backend): TreeHash {
  return backend.treeHash?.() ?? new PlatformTreeHash(backend);
}
