import { concatBytes } from "@noble/hashes/utils.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { labelled } from "../format/labels.ts";
import type { Backend } from "./backend.ts";

const segmentSize = 1024 * 1024;
/** Segments that may be hashed at the same time. */
const inFlight = 3;

/**
 * The hash of a blob: SHA-256(L("cenv1/tree", SHA-256(segment 0) || SHA-256(segment 1) || ...)) over 1 MiB segments
 * of the sealed bytes. Segments are hashed beside the work that makes the next ones; where that other processor falls
 * behind and the backend can hash on this thread, it does.
 */
export class TreeHash {
  readonly #backend: Backend;
  readonly #segment = new Uint8Array(segmentSize);
  readonly #hashes: Promise<Uint8Array>[] = [];
  #filled = 0;
  #running: Promise<unknown>[] = [];
  #ended = 0;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Adds bytes; resolves when they have been taken. */
  async update(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length;) {
      const taken = Math.min(segmentSize - this.#filled, bytes.length - at);
      this.#segment.set(bytes.subarray(at, at + taken), this.#filled);
      this.#filled += taken;
      at += taken;
      if (this.#filled === segmentSize) await this.#close();
    }
  }

  async #close(): Promise<void> {
    const segment = this.#segment.subarray(0, this.#filled);
    this.#filled = 0;
    const { sha256Now } = this.#backend;
    if (this.#running.length - this.#ended >= inFlight) {
      if (sha256Now !== undefined) {
        this.#hashes.push(Promise.resolve(sha256Now(segment)));
        return;
      }
      await this.#running[this.#ended];
    }
    const hash = Promise.resolve(this.#backend.sha256(segment));
    this.#hashes.push(hash);
    const count = (): void => {
      this.#ended += 1;
    };
    this.#running.push(hash.then(count, count));
  }

  /** The 32-byte hash of everything added. */
  async digest(): Promise<Uint8Array> {
    if (this.#filled > 0) await this.#close();
    return sha256(labelled("cenv1/tree", concatBytes(...(await Promise.all(this.#hashes)))));
  }
}
