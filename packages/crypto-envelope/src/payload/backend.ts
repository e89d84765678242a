/** Who does the AES and the hashing. All backends give the same bytes; they differ in speed only. */
export interface Backend {
  readonly name: "webcrypto" | "noble" | "node";
  /** A cipher for one message. */
  cipher(key: Uint8Array, baseNonce: Uint8Array): ChunkCipher | Promise<ChunkCipher>;
  /** SHA-256 of one segment; the bytes may be reused once the call has returned. */
  sha256(segment: Uint8Array): Uint8Array | Promise<Uint8Array>;
  /** The same on this thread, for when the others are busy. */
  readonly sha256Now?: (segment: Uint8Array) => Uint8Array;
}

/** Seals and opens runs of whole chunks; the last run may end with a short chunk. */
export interface ChunkCipher {
  /** `plain` from chunk number `first` on; with `last`, a final short (maybe empty) chunk ends the message. */
  seal(first: number, plain: Uint8Array, last: boolean): Uint8Array | Promise<Uint8Array>;
  /** Inverse of `seal`. Throws CORRUPT. */
  open(first: number, sealed: Uint8Array): Uint8Array | Promise<Uint8Array>;
}
