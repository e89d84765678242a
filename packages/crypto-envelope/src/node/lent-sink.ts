import type { BlobWriter } from "../envelope/seal-options.ts";
import { type EnvelopeError, unexpected } from "../errors.ts";
import { sealedChunkSize } from "../payload/derive.ts";
import { chunksAtOnce } from "./backend.ts";

/**
 * The methods of a stream's underlying sink, called one after another. Pieces are lent: once `write` has settled, their
 * memory is used again. A sink that keeps a piece must copy it.
 */
export interface LentSink {
  /** Takes the next piece; what it throws makes `seal` fail. */
  write(piece: Uint8Array): void | Promise<void>;
  /** The blob is complete. */
  close?(): void | Promise<void>;
  /** The blob will not be completed. */
  abort?(reason: unknown): void | Promise<void>;
}

/** Options whose sinks may also be lent their pieces. */
export type Lending<Options> = Omit<Options, "sink"> & {
  /** Where the sealed bytes of a section go; closed when complete, aborted on any failure. */
  readonly sink: (id: string) => WritableStream<Uint8Array> | LentSink;
};

/** A writer with room for two runs: the one that is being written, and the one that is being sealed. */
class LendingWriter implements BlobWriter {
  readonly #sink: LentSink;
  readonly #rooms: [Uint8Array?, Uint8Array?] = [];
  #turn: 0 | 1 = 0;
  ready: Promise<void> = Promise.resolve();

  constructor(sink: LentSink) {
    this.#sink = sink;
  }

  readonly room = (): Uint8Array => {
    this.#turn = this.#turn === 0 ? 1 : 0;
    return (this.#rooms[this.#turn] ??= new Uint8Array(chunksAtOnce * sealedChunkSize));
  };

  write(piece: Uint8Array): Promise<void> {
    this.ready = this.#written(piece);
    return this.ready;
  }

  async #written(piece: Uint8Array): Promise<void> {
    const answer: unknown = await this.#sink.write(piece);
    // A stream of node:stream answers so, and keeps the piece.
    if (typeof answer === "boolean") throw noSink();
  }

  async close(): Promise<void> {
    await this.ready;
    await this.#sink.close?.();
  }

  async abort(reason: unknown): Promise<void> {
    await this.ready.catch(() => undefined);
    await this.#sink.abort?.(reason);
  }
}

function noSink(): EnvelopeError {
  return unexpected(
    "sink",
    "a WritableStream, or an object whose `write` settles when it needs the piece no more,",
  );
}

/** The sinks as `seal` uses them. Those that are none throw FORMAT. */
export function writersOf(sinkOf: Lending<unknown>["sink"]): (id: string) => { getWriter(): BlobWriter } {
  if (typeof sinkOf !== "function") throw noSink();
  return (id) => {
    const sink = sinkOf(id);
    if (typeof sink !== "object" || sink === null) throw noSink();
    if ("getWriter" in sink) return sink;
    if (typeof sink.write !== "function") throw noSink();
    return { getWriter: () => new LendingWriter(sink) };
  };
}
