import { concatBytes } from "@noble/hashes/utils.js";

/**
 * Sinks that keep sealed bytes in memory, by section id: `sink` for `seal`, `blobs` for what it wrote. For small
 * envelopes; attachments belong on disk.
 */
export function memorySink(): {
  readonly sink: (id: string) => WritableStream<Uint8Array>;
  readonly blobs: ReadonlyMap<string, Uint8Array>;
} {
  const blobs = new Map<string, Uint8Array>();
  return {
    blobs,
    sink: (id) => {
      const pieces: Uint8Array[] = [];
      return new WritableStream<Uint8Array>({
        write: (piece) => {
          pieces.push(piece.slice());
        },
        close: () => {
          blobs.set(id, concatBytes(...pieces));
        },
      });
    },
  };
}
