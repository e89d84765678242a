import { type Hash, createHash } from "node:crypto";
import type { TreeHash } from "../payload/backend/backend.ts";
import { segmentSize } from "../payload/tree.ts";
import { type Slot, takeSlot } from "./hash-lane.ts";
import { copyShared } from "./copy-to-shared-memory.ts";

/** Segments of a blob that pass before a second thread is worth its start. */
const startAfter = 4;

/** Hashes segments on a second thread while it has room, and otherwise here, without a copy. */
export class NodeTreeHash implements TreeHash {
  /** Hashes by segment; `undefined` where the other thread has not made it yet. */
  readonly #hashes: (Uint8Array | undefined)[] = [];
  /** Full segments that were given to the other thread, by their number. */
  readonly #given = new Map<number, Slot>();
  #slot: Slot | undefined;
  #hash: Hash | undefined;
  #filled = 0;

  update(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      if (this.#filled === 0) this.#begin();
      const end = Math.min(at + segmentSize - this.#filled, bytes.length);
      if (this.#slot === undefined) this.#hash?.update(bytes.subarray(at, end));
      else copyShared(bytes, at, end, this.#slot.bytes, this.#filled);
      this.#filled += end - at;
      at = end;
      if (this.#filled === segmentSize) this.#end();
    }
  }

  #begin(): void {
    for (const [segment, slot] of this.#given) {
      const hash = slot.result();
      if (hash !== undefined) this.#settle(segment, slot, hash);
    }
    // What may be the only segment is not worth a copy.
    if (this.#hashes.length > 0) this.#slot = takeSlot(this.#hashes.length >= startAfter);
    if (this.#slot === undefined) this.#hash = createHash("sha256");
  }

  #end(): void {
    if (this.#filled < segmentSize || this.#slot === undefined) {
      this.#hashes.push(this.#here());
    } else {
      this.#given.set(this.#hashes.length, this.#slot);
      this.#hashes.push(undefined);
      this.#slot.start();
    }
    this.#slot = undefined;
    this.#filled = 0;
  }

  /** The hash of the segment at hand, on this thread. */
  #here(): Uint8Array {
    const slot = this.#slot;
    const hash = slot === undefined ? this.#hash : sha256Of(slot.bytes.subarray(0, this.#filled));
    slot?.free();
    return new Uint8Array(hash?.digest() ?? []);
  }

  #settle(segment: number, slot: Slot, hash: Uint8Array): void {
    this.#hashes[segment] = hash;
    this.#given.delete(segment);
    slot.free();
  }

  segments(): readonly Uint8Array[] {
    if (this.#filled > 0) this.#end();
    // From the last one: the other thread works from the first, and what it has not finished is not waited for.
    for (const [segment, slot] of [...this.#given].reverse()) {
      this.#settle(segment, slot, slot.result() ?? new Uint8Array(sha256Of(slot.bytes).digest()));
    }
    return this.#hashes.filter((hash) => hash !== undefined);
  }

  close(): void {
    for (const slot of this.#given.values()) slot.free();
    this.#given.clear();
    this.#slot?.free();
    this.#slot = undefined;
    this.#filled = 0;
  }
}

function sha256Of(bytes: Uint8Array): Hash {
  return createHash("sha256").update(bytes);
}
