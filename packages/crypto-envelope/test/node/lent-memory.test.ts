import { concatBytes, equalBytes } from "@noble/ciphers/utils.js";
import { Writable } from "node:stream";
import { setTimeout as later } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { Receipt, type SectionInput, open, verify } from "../../src/index.ts";
import * as node from "../../src/node.ts";
import { nodeBackend } from "../../src/node/backend.ts";
import { chunkSize, sealedChunkSize } from "../../src/payload/derive.ts";
import { paddings } from "../../src/payload/padding.ts";
import { codeOf } from "../outcome.ts";
import { app, blobOf, context, controller, expected, pattern, sealedCase } from "../situation.ts";

/** What is sealed together and written in one piece, where there is as much. */
const run = 32 * chunkSize;
const attachment = (data: SectionInput["data"], pad: SectionInput["pad"] = "none"): SectionInput => ({
  id: "a",
  class: "attachment",
  data,
  pad,
});

async function sealTo(sink: node.LentSink, data: Uint8Array, pad?: SectionInput["pad"]) {
  const own = await controller("familjehem-sverige", "x25519");
  const receipt = Receipt.create(app);
  const sections = [attachment(data, pad)];
  const sealed = await node.seal({ context, receipt, to: { g1: [own.keys] }, sections, sink: () => sink });
  return { ...sealed, holder: own.holder };
}

/** A sink that writes what it is called with, and copies the bytes. */
function copying(): {
  readonly sink: node.LentSink;
  readonly calls: string[];
  readonly pieces: Uint8Array[];
} {
  const calls: string[] = [];
  const pieces: Uint8Array[] = [];
  const sink: node.LentSink = {
    write: (piece) => {
      calls.push("write");
      pieces.push(piece.slice());
    },
    close: () => void calls.push("close"),
    abort: () => void calls.push("abort"),
  };
  return { sink, calls, pieces };
}

describe("a sink that is lent its pieces", () => {
  it.each(paddings.flatMap((pad) => [0, 1, run - 1, run, run + 1, 3_000_000].map((size) => ({ pad, size }))))(
    "gets an envelope that opens: $size bytes, padding $pad",
    async ({ pad, size }) => {
      const content = pattern(size);
      const { pieces, sink } = copying();
      const { holder, keyring, manifest } = await sealTo(sink, content, pad);
      const opened = await open(verify(manifest, expected), keyring, holder);
      expect(equalBytes(await opened.read("a", concatBytes(...pieces)), content)).toBe(true);
    },
  );

  it("is written to and closed, in order, one call after another", async () => {
    const { calls, pieces, sink } = copying();
    await sealTo(sink, pattern(3 * run));
    expect(pieces.map(({ length }) => length)).toEqual([
      56,
      32 * sealedChunkSize,
      32 * sealedChunkSize,
      32 * sealedChunkSize,
      16,
    ]);
    expect(calls).toEqual(["write", "write", "write", "write", "write", "close"]);
  });

  it("finds a piece unchanged until it has taken it, however slow it is, and is never called meanwhile", async () => {
    let inside = 0;
    const changed: boolean[] = [];
    const most: number[] = [];
    await sealTo(
      {
        write: async (piece) => {
          inside += 1;
          most.push(inside);
          const before = piece.slice();
          await later(20);
          changed.push(!equalBytes(before, piece));
          inside -= 1;
        },
      },
      pattern(5 * run),
    );
    expect(changed).toEqual(Array.from({ length: 7 }, () => false));
    expect(Math.max(...most)).toBe(1);
  });

  it("sees the memory of two runs, whatever passes through it", async () => {
    const memories = new Set<ArrayBufferLike>();
    await sealTo(
      { write: ({ buffer, length }) => void (length > 56 && memories.add(buffer)) },
      pattern(9 * run),
    );
    expect(memories.size).toBe(2);
  });

  it.each(["write", "close"] as const)(
    "makes sealing fail when its %s fails, and is aborted",
    async (method) => {
      const full = new Error("disk full");
      const { calls, sink } = copying();
      const failing = { ...sink, [method]: () => Promise.reject(full) };
      await expect(sealTo(failing, pattern(5 * run))).rejects.toBe(full);
      expect(calls.at(-1)).toBe("abort");
      expect(calls).not.toContain(method);
    },
  );

  it("is aborted after its last write when the content fails", async () => {
    const gone = new Error("unreadable");
    const order: string[] = [];
    const data = new ReadableStream<Uint8Array>({
      pull: (stream) => {
        if (order.length > 1) stream.error(gone);
        else stream.enqueue(pattern(run));
      },
    });
    const sink: node.LentSink = {
      write: async () => {
        order.push("writes");
        await later(10);
        order.push("written");
      },
      abort: (reason) => {
        order.push(reason === gone ? "aborted" : "aborted for another reason");
      },
    };
    const { keys } = await controller("familjehem-sverige", "x25519");
    const receipt = Receipt.create(app);
    const sealing = node.seal({
      context,
      receipt,
      to: { g1: [keys] },
      sections: [attachment(data)],
      sink: () => sink,
    });
    await expect(sealing).rejects.toBe(gone);
    expect(order.at(-1)).toBe("aborted");
    expect(order.filter((what) => what === "writes").length).toBe(
      order.filter((what) => what === "written").length,
    );
  });

  it.each([
    ["a stream of node:stream, which keeps its pieces", new Writable({ write: () => undefined })],
    ["nothing", undefined],
    ["null", null],
    ["an object without `write`", {}],
    ["a promise of a sink", Promise.resolve({ write: () => undefined })],
  ])("is not %s: FORMAT", async (_, sink) => {
    expect(await codeOf(() => sealTo(sink as unknown as node.LentSink, pattern(10)))).toBe("FORMAT");
  });

  it("takes what is sealed anew as well", async () => {
    const content = pattern(2 * run + 5);
    const made = await sealedCase([attachment(content, "padme")]);
    const { pieces, sink } = copying();
    const { holder, keys } = made.controller;
    const verified = verify(made.sealed.manifest, expected);
    const sealed = await node.reseal(verified, made.sealed.keyring, holder, {
      context,
      receipt: made.receipt,
      to: { g1: [keys] },
      blob: (id) => blobOf(made.blobs, id),
      sink: () => sink,
    });
    const opened = await open(verify(sealed.manifest, expected), sealed.keyring, holder);
    expect(equalBytes(await opened.read("a", concatBytes(...pieces)), content)).toBe(true);
  });
});

/** Reads with one buffer: `room` bytes of it, after the first ten. */
async function readInto(readable: ReadableStream<Uint8Array>, room: number): Promise<Uint8Array> {
  const reader = readable.getReader({ mode: "byob" });
  const pieces: Uint8Array[] = [];
  let buffer = new ArrayBuffer(room + 20);
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(buffer, 10, room));
    if (done) return concatBytes(...pieces);
    if (value.byteOffset !== 10) throw new Error("another place");
    pieces.push(value.slice());
    buffer = value.buffer;
  }
}

/** Content in which pieces end like padding, and go on after it. */
function likePadding(): Uint8Array {
  const content = pattern(5 * run);
  content.fill(0, run - 3, run);
  content[run - 4] = 0x80;
  content.fill(0, 2 * run - 9, 4 * run);
  content[2 * run - 10] = 0x80;
  return content;
}

async function opened(content: Uint8Array, pad: SectionInput["pad"]) {
  const made = await sealedCase([attachment(content, pad)]);
  const { keyring, manifest } = made.sealed;
  const envelope = await node.open(verify(manifest, expected), keyring, made.controller.holder);
  return { envelope, blob: blobOf(made.blobs, "a") };
}

describe("a reader that brings its own buffer", () => {
  const contents = { none: new Uint8Array(0), some: pattern(3_000_001), likePadding: likePadding() };

  it.each(
    paddings.flatMap((pad) =>
      ([1024 * 1024, run, 100_000] as const).flatMap((room) =>
        (["none", "some", "likePadding"] as const).map((which) => ({ pad, room, which })),
      ),
    ),
  )("gets the content in it: $which, padding $pad, room for $room", async ({ pad, room, which }) => {
    const { blob, envelope } = await opened(contents[which], pad);
    const { done, readable } = envelope.stream("a", blob);
    expect(equalBytes(await readInto(readable, room), contents[which])).toBe(true);
    await done;
  });

  it("may ask for a buffer to be filled", async () => {
    const content = pattern(3 * run);
    const { blob, envelope } = await opened(content, "none");
    const reader = envelope.stream("a", blob).readable.getReader({ mode: "byob" });
    const { value } = await reader.read(new Uint8Array(2 * run + 7), { min: 2 * run + 7 });
    expect(value?.length).toBe(2 * run + 7);
    expect(equalBytes(value ?? new Uint8Array(0), content.subarray(0, 2 * run + 7))).toBe(true);
  });

  it("sees the same refusals, in the stream and at its end", async () => {
    const { blob, envelope } = await opened(pattern(3_000_000), "padme");
    const changed = blob.map((byte, at) => (at === 1_700_000 ? byte ^ 1 : byte));
    const { done, readable } = envelope.stream("a", changed);
    expect(await codeOf(() => readInto(readable, run))).toBe("CORRUPT");
    expect(await codeOf(() => done)).toBe("CORRUPT");
  });

  it("is told when its elements are too large for the last byte", async () => {
    const { blob, envelope } = await opened(pattern(11), "none");
    const { done, readable } = envelope.stream("a", blob);
    const reader = readable.getReader({ mode: "byob" });
    const read = async (): Promise<void> => {
      while (!(await reader.read(new Uint16Array(100))).done);
    };
    await expect(read()).rejects.toThrow(TypeError);
    await expect(done).rejects.toThrow(TypeError);
  });

  it("is told that it has not read all when it stops", async () => {
    const { blob, envelope } = await opened(pattern(3_000_000), "none");
    const { done, readable } = envelope.stream("a", blob);
    const reader = readable.getReader({ mode: "byob" });
    await reader.read(new Uint8Array(run));
    await reader.cancel();
    expect(await codeOf(() => done)).toBe("TRUNCATED");
  });

  it("never has in its memory what does not authenticate", async () => {
    const cipher = await nodeBackend.cipher(pattern(32), pattern(12));
    const plain = pattern(3 * chunkSize);
    const sealed = await cipher.seal(0, plain, true);
    sealed[sealedChunkSize + 5] = (sealed[sealedChunkSize + 5] ?? 0) ^ 1;
    const room = new Uint8Array(3 * chunkSize);
    expect(await codeOf(() => cipher.open(0, sealed, room))).toBe("CORRUPT");
    expect(equalBytes(room.subarray(0, chunkSize), plain.subarray(0, chunkSize))).toBe(true);
    expect(room.subarray(chunkSize).every((byte) => byte === 0)).toBe(true);
  });

  it("gets it there and nowhere else: no memory is made for what passes, as it is for a plain reader", async () => {
    const { blob, envelope } = await opened(pattern(4 * run), "none");
    const made = vi.spyOn(Buffer, "allocUnsafeSlow");
    const runs = (): number => made.mock.calls.filter(([size]) => size === run).length;
    try {
      await readInto(envelope.stream("a", blob).readable, run);
      expect(runs()).toBe(0);
      const plain = envelope.stream("a", blob).readable.getReader();
      while (!(await plain.read()).done);
      expect(runs()).toBe(4);
    } finally {
      made.mockRestore();
    }
  });

  // Before Node 21 the cipher's own pieces wait for a collection.
  it.runIf("transfer" in ArrayBuffer.prototype)("reads 64 MB while no more than 8 MB are taken", async () => {
    const size = 64_000_000;
    const { blob, envelope } = await opened(new Uint8Array(size), "none");
    const before = process.memoryUsage().arrayBuffers;
    const reader = envelope.stream("a", blob).readable.getReader({ mode: "byob" });
    let most = 0;
    let read = 0;
    for (let next = await reader.read(new Uint8Array(run)); !next.done;) {
      read += next.value.length;
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      next = await reader.read(new Uint8Array(next.value.buffer));
    }
    expect(read).toBe(size);
    expect(most).toBeLessThan(8_000_000);
  });
});
