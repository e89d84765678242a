import { concatBytes } from "@noble/hashes/utils.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { labelled } from "../format/labels.ts";
import type { Backend } from "./backend.ts";

const segmentSize = 1024 * 1024;
/** Segments that may be hashed at the same time. */
const inFlight = 4;

/**
 * The hash of a blob: SHA-256(L("cenv1/tree", SHA-256(segment 0) || SHA-256(segment 1) || ...)) over 1 MiB segments
 * of the sealed bytes. Some segments are hashed while the next is gathered.
 */
export class TreeHash {
  readonly #backend: Backend;
  readonly #segment = new Uint8Array(segmentSize);
  readonly #hashes: Uint8Array[] = [];
  #filled = 0;
  #pending: Promise<Uint8Array>[] = [];

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
    const [oldest] = this.#pending;
    if (oldest !== undefined && this.#pending.length === inFlight) {
      this.#hashes.push(await oldest);
      this.#pending = this.#pending.slice(1);
    }
    this.#pending.push(Promise.resolve(this.#backend.sha256(this.#segment.subarray(0, this.#filled))));
    this.#filled = 0;
  }

  /** The 32-byte hash of everything added. */
  async digest(): Promise<Uint8Array> {
    if (this.#filled > 0) await this.#close();
    const last = await Promise.all(this.#pending);
    return sha256(labelled("cenv1/tree", concatBytes(...this.#hashes, ...last)));
  }
}
