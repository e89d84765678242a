import { concatBytes, equalBytes } from "@noble/ciphers/utils.js";
import { describe, expect, it } from "vitest";
import { nodeBackend } from "../../src/node/backend.ts";
import type { Backend } from "../../src/payload/backend/backend.ts";
import { plainSize, sealedSize } from "../../src/payload/derive.ts";
import { nobleBackend } from "../../src/payload/backend/noble.ts";
import { openStream, sealStream } from "../../src/payload/stream.ts";
import { treeHash, treeRoot } from "../../src/payload/tree.ts";
import { webCryptoBackend } from "../../src/payload/backend/webcrypto.ts";
import { codeOf } from "../outcome.ts";
import { blobOf, expected, pattern, sealedCase, app, context, controller } from "../situation.ts";
import { Receipt, open, seal, verify } from "../../src/index.ts";
import * as node from "../../src/node.ts";

const backends: readonly Backend[] = [webCryptoBackend, nodeBackend, nobleBackend];
const key = pattern(32);
const salt = pattern(24);
const words = pattern(11);

async function* inPieces(bytes: Uint8Array, step: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += step) yield await Promise.resolve(bytes.subarray(at, at + step));
}

async function all(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const list: Uint8Array[] = [];
  for await (const piece of pieces) list.push(piece.slice());
  return concatBytes(...list);
}

describe("the three backends", () => {
  it.each([0, 1, 16_383, 16_384, 16_385, 1_048_575, 1_048_576, 1_100_000])(
    "give the same bytes for %i",
    async (size) => {
      const content = pattern(size);
      const [first, ...others] = await Promise.all(
        backends.map((backend) => all(sealStream(backend, key, words, salt, inPieces(content, 100_003)))),
      );
      if (first === undefined) throw new Error("three backends");
      expect(first.length).toBe(sealedSize(size));
      expect(plainSize(first.length)).toBe(size);
      for (const other of others) expect(equalBytes(other, first)).toBe(true);
      for (const backend of backends) {
        expect(equalBytes(await all(openStream(backend, key, words, inPieces(first, 33_333))), content)).toBe(
          true,
        );
      }
    },
  );

  it("hash a blob alike, however it is cut", async () => {
    const blob = pattern(2_500_000);
    const hashes = await Promise.all(
      backends.map(async (backend, at) => {
        const tree = treeHash(backend);
        for await (const piece of inPieces(blob, 300_000 + at * 777_777)) await tree.update(piece);
        return treeRoot(await tree.segments());
      }),
    );
    expect(hashes[1]).toEqual(hashes[0]);
    expect(hashes[2]).toEqual(hashes[0]);
  });
});

describe("a stream", () => {
  const size = 5_000_000;

  /** Content that is made as it is asked for, and counts what was asked. */
  function source(total: number, asked: { bytes: number }): ReadableStream<Uint8Array> {
    const piece = pattern(64 * 1024);
    return new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          const left = total - asked.bytes;
          if (left <= 0) controller.close();
          else controller.enqueue(piece.slice(0, Math.min(left, piece.length)));
          asked.bytes += Math.min(Math.max(left, 0), piece.length);
        },
      },
      { highWaterMark: 0 },
    );
  }

  it("waits for its sink: no more is read than the sink has taken, but a few runs", async () => {
    const { keys } = await controller("familjehem-sverige", "x25519");
    const asked = { bytes: 0 };
    let taken = 0;
    let most = 0;
    const sink = () =>
      new WritableStream<Uint8Array>(
        {
          write: async (piece) => {
            await new Promise((later) => {
              setTimeout(later, 5);
            });
            taken += piece.length;
            most = Math.max(most, asked.bytes - taken);
          },
        },
        { highWaterMark: 1 },
      );
    const sections = [{ id: "file-1", class: "attachment", data: source(20_000_000, asked) }];
    await seal({ context, receipt: Receipt.create(app), to: { g1: [keys] }, sections, sink });
    expect(taken).toBeGreaterThan(20_000_000);
    expect(most).toBeLessThan(5_000_000);
  });

  it("tells how far it has come", async () => {
    const progress: number[] = [];
    const sections = [{ id: "file-1", class: "attachment", data: source(size, { bytes: 0 }), size }];
    await sealedCase(sections, "x25519", { onProgress: (_, done) => progress.push(done) });
    expect(progress.at(-1)).toBe(size);
    expect(progress.length).toBeGreaterThan(3);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });

  it("stops when told to, with the caller's reason, and aborts its sink and its source", async () => {
    const abort = new AbortController();
    const reason = new Error("changed my mind");
    const seen: string[] = [];
    const data = source(1e12, { bytes: 0 });
    const sink = () =>
      new WritableStream<Uint8Array>({
        write: () => abort.abort(reason),
        abort: () => {
          seen.push("sink aborted");
        },
      });
    const sections = [{ id: "file-1", class: "attachment", data }];
    await expect(sealedCase(sections, "x25519", { signal: abort.signal, sink })).rejects.toBe(reason);
    expect(seen).toEqual(["sink aborted"]);
    expect((await data.getReader().read()).done).toBe(true);
  });

  it.each([
    ["its header", 0, "COMMITMENT"],
    ["its first chunk", 100, "CORRUPT"],
    ["a later chunk", 2_000_000, "CORRUPT"],
  ])("lets go of its source when it is refused for %s", async (_, place, code) => {
    const made = await sealedCase([{ id: "a", class: "x", data: pattern(size), pad: "none" }]);
    const blob = blobOf(made.blobs, "a").map((byte, at) => (at === place ? byte ^ 1 : byte));
    const opened = await node.open(
      verify(made.sealed.manifest, expected),
      made.sealed.keyring,
      made.controller.holder,
    );
    let at = 0;
    const released: string[] = [];
    const data = new ReadableStream<Uint8Array>(
      {
        pull: (stream) => {
          stream.enqueue(blob.subarray(at, (at += 100_000)));
        },
        cancel: () => {
          released.push("source");
        },
      },
      { highWaterMark: 0 },
    );
    expect(await codeOf(() => opened.read("a", data))).toBe(code);
    expect([released, data.locked]).toEqual([["source"], false]);
  });

  it("is refused when it is longer or shorter than it said", async () => {
    const section = (said: number) => [{ id: "a", class: "x", data: source(size, { bytes: 0 }), size: said }];
    expect(await codeOf(() => sealedCase(section(size + 1)))).toBe("TRUNCATED");
    expect(await codeOf(() => sealedCase(section(size - 1)))).toBe("TRUNCATED");
  });

  it("passes on a sink's own failure", async () => {
    const full = new Error("disk full");
    const sink = () => new WritableStream<Uint8Array>({ write: () => Promise.reject(full) });
    const sections = [{ id: "a", class: "x", data: source(size, { bytes: 0 }) }];
    await expect(sealedCase(sections, "x25519", { sink })).rejects.toBe(full);
  });

  it.each([
    ["the platform", open],
    ["node:crypto", node.open],
  ])("opens piece by piece by %s, and says at the end whether it was whole", async (_, opener) => {
    const {
      blobs,
      sealed,
      controller: own,
    } = await sealedCase([{ id: "a", class: "x", data: source(size, { bytes: 0 }), pad: "none" }]);
    const opened = await opener(verify(sealed.manifest, expected), sealed.keyring, own.holder);
    const blob = blobOf(blobs, "a");
    const whole = opened.stream("a", blob);
    let length = 0;
    for await (const piece of whole.readable as unknown as AsyncIterable<Uint8Array>) length += piece.length;
    await whole.done;
    expect(length).toBe(size);

    const cut = opened.stream("a", blob.subarray(0, -1));
    const reader = cut.readable.getReader();
    const read = async (): Promise<void> => {
      while (!(await reader.read()).done);
    };
    await expect(read()).rejects.toMatchObject({ code: "TRUNCATED" });
    await expect(cut.done).rejects.toMatchObject({ code: "TRUNCATED" });

    const stopped = opened.stream("a", blob);
    await stopped.readable.cancel();
    await expect(stopped.done).rejects.toMatchObject({ code: "TRUNCATED" });
    opened.close();
    expect(await codeOf(() => opened.read("a", blob))).toBe("NO_KEY");
  });
});
