/** Who does the AES and the hashing. All backends give the same bytes; they differ in speed only. */
export interface Backend {
  readonly name: "webcrypto" | "noble" | "node";
  /** A cipher for one message. */
  cipher(key: Uint8Array, baseNonce: Uint8Array): ChunkCipher | Promise<ChunkCipher>;
  /** SHA-256 of one segment; the bytes may be reused once the call has returned. */
  sha256(segment: Uint8Array): Uint8Array | Promise<Uint8Array>;
  /** Chunks that it works on together; without it, 64. */
  readonly chunksAtOnce?: number;
  /** A tree hash of the backend's own; without it, one is made of `sha256`. */
  readonly treeHash?: () => TreeHash;
}

/** Memory to write the next run into, where there is some. */
export type Room = () => Uint8Array | undefined;

/**
 * Seals and opens runs of whole chunks; the last run may end with a short chunk. A cipher that can writes the run into
 * `room`, where it is large enough, and gives that part of it; otherwise it gives memory of its own.
 */
export interface ChunkCipher {
  /** `plain` from chunk number `first` on; with `last`, a final short (maybe empty) chunk ends the message. */
  seal(first: number, plain: Uint8Array, last: boolean, room?: Uint8Array): Uint8Array | Promise<Uint8Array>;
  /** Inverse of `seal`. Throws CORRUPT. Only what authenticates is written into `room`. */
  open(first: number, sealed: Uint8Array, room?: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

/** The hash of a blob while it passes (CE1 section 6.4). */
export interface TreeHash {
  /** Adds bytes; once it has resolved, they may be reused. */
  update(bytes: Uint8Array): void | Promise<void>;
  /** The 32-byte hashes of the segments of everything added; nothing may follow. `treeRoot` makes one of them. */
  segments(): readonly Uint8Array[] | Promise<readonly Uint8Array[]>;
  /** Gives back what it holds, where its hashes are not asked for. Does nothing after `segments`. */
  close(): void;
}
