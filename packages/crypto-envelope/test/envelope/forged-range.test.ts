/** A recipient has the keys and can write where blobs are kept: what it seals under them is not what was signed. */
import { concatBytes, equalBytes } from "@noble/ciphers/utils.js";
import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sectionContext, unwrapAll } from "../../src/envelope/wrap.ts";
import { type Padding, fromBase64Url, open, verify } from "../../src/index.ts";
import * as node from "../../src/node.ts";
import { nodeBackend } from "../../src/node/backend.ts";
import {
  chunkSize,
  deriveMessageKeys,
  headerSize,
  saltSize,
  sealedChunkSize,
} from "../../src/payload/derive.ts";
import { padded } from "../../src/payload/padding.ts";
import { openSlot } from "../../src/payload/slot.ts";
import { sealStream } from "../../src/payload/stream.ts";
import { codeOf, tally } from "../outcome.ts";
import { blobOf, expected, pattern, sealedCase } from "../situation.ts";

const mebibyte = 1024 * 1024;
const content = pattern(3_300_000);
const folder = mkdtempSync(join(tmpdir(), "forged-range-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const blobFrom = (bytes: Uint8Array): Blob => new Blob([bytes as Uint8Array<ArrayBuffer>]);

async function all(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const list: Uint8Array[] = [];
  for await (const piece of pieces) list.push(piece.slice());
  return concatBytes(...list);
}

async function sealedBlob(pad: Padding, data = content) {
  const made = await sealedCase([{ id: "a", class: "x", data, pad }]);
  const verified = verify(made.sealed.manifest, expected);
  const { keyring } = made.sealed;
  const { holder } = made.controller;
  const genuine = blobOf(made.blobs, "a");
  // What any recipient can find out: the section key, and with it the key of the blob.
  const groupKey = (await unwrapAll(nodeBackend, keyring, verified.cid, holder)).get("g1")?.groupKey;
  const slot = fromBase64Url(keyring.slots["a"]);
  const slotContext = sectionContext("slot", verified.cid, "a");
  const key = await openSlot(nodeBackend, groupKey ?? new Uint8Array(), slotContext, slot);
  const context = sectionContext("blob", verified.cid, "a");
  /** Other content of the same length, sealed as the applicant would. */
  const forged = async (other: Uint8Array): Promise<Uint8Array> => {
    const pieces = padded(
      (async function* () {
        yield await Promise.resolve(other);
      })(),
      pad,
      1e9,
    );
    return all(sealStream(nodeBackend, key, context, genuine.subarray(0, saltSize), pieces));
  };
  /** The genuine blob with one chunk of other content. */
  const withChunk = async (at: number, plain: Uint8Array): Promise<Uint8Array> => {
    const keys = deriveMessageKeys(key, genuine.subarray(0, saltSize), context);
    const cipher = await nodeBackend.cipher(keys.key, keys.baseNonce);
    const chunk = await cipher.seal(at, plain, plain.length < chunkSize);
    const from = headerSize + at * sealedChunkSize;
    return concatBytes(genuine.subarray(0, from), chunk, genuine.subarray(from + chunk.length));
  };
  const opened = (by: typeof open) => by(verified, keyring, holder);
  return { forged, genuine, opened, withChunk };
}

describe.each([
  ["the main entry point", open],
  ["./node", node.open],
] as const)("a range, read by %s,", (_, opener) => {
  it.each(["none", "4k", "padme"] as const)(
    "of content that a recipient has sealed under the same keys is refused, wherever it is read: padding %s",
    async (pad) => {
      const { forged, genuine, opened } = await sealedBlob(pad);
      const other = await forged(pattern(content.length, 2));
      expect(other.length).toBe(genuine.length);
      for (const [from, to] of [
        [0, 10],
        [0, 0],
        [1_500_000, 1_600_000],
        [content.length - 1, content.length],
        [0, content.length],
      ] as const) {
        const envelope = await opened(opener);
        expect(await codeOf(() => envelope.range("a", blobFrom(other), from, to))).toBe("CORRUPT");
        expect(
          equalBytes(await envelope.range("a", blobFrom(genuine), from, to), content.subarray(from, to)),
        ).toBe(true);
      }
    },
  );

  it("is refused for one chunk that a recipient has put in, though the range is elsewhere", async () => {
    const { opened, withChunk } = await sealedBlob("none");
    const changed = blobFrom(await withChunk(100, pattern(chunkSize, 3)));
    const envelope = await opened(opener);
    expect(await codeOf(() => envelope.range("a", changed, 100 * chunkSize, 101 * chunkSize))).toBe(
      "CORRUPT",
    );
    expect(await codeOf(() => envelope.range("a", changed, 0, 10))).toBe("CORRUPT");
  });

  it("is refused where a blob that was whole has become another one since", async () => {
    const { genuine, opened, withChunk } = await sealedBlob("none");
    const changed = blobFrom(await withChunk(100, pattern(chunkSize, 3)));
    const envelope = await opened(opener);
    await envelope.range("a", blobFrom(genuine), 0, 10);
    expect(await codeOf(() => envelope.range("a", changed, 100 * chunkSize, 101 * chunkSize))).toBe(
      "CORRUPT",
    );
    // What comes back is never anything but what was signed.
    const codes: string[] = [];
    for (let from = 0; from < content.length; from += 99_991) {
      const to = Math.min(from + 50_000, content.length);
      const code = await codeOf(async () => {
        const part = await envelope.range("a", changed, from, to);
        expect(equalBytes(part, content.subarray(from, to))).toBe(true);
      });
      codes.push(code);
    }
    expect(tally(codes)).toEqual({ ok: expect.any(Number) as number, CORRUPT: expect.any(Number) as number });
  });

  it("does not believe where a recipient says that the content ends", async () => {
    const data = pattern(20_000);
    const { opened, withChunk } = await sealedBlob("4k", data);
    const last = new Uint8Array(4096);
    last.set(data.subarray(chunkSize));
    // The content has 20 000 bytes, of 20 480: here it seems to have one byte more.
    last[20_000 - chunkSize] = 7;
    last[20_001 - chunkSize] = 0x80;
    const longer = blobFrom(await withChunk(1, last));
    const envelope = await opened(opener);
    expect(await codeOf(() => envelope.range("a", longer, 20_000, 20_001))).toBe("CORRUPT");
  });

  it("is what was signed, across the borders of chunks and segments, in memory and in a file", async () => {
    const { genuine, opened } = await sealedBlob("padme");
    const file = join(folder, "blob.bin");
    writeFileSync(file, genuine);
    const envelope = await opened(opener);
    for (const blob of [blobFrom(genuine), await openAsBlob(file)]) {
      for (const place of [mebibyte, 2 * mebibyte, 3 * mebibyte, chunkSize, 64 * chunkSize]) {
        for (const [from, to] of [
          [place - 1, place + 1],
          [place - 70_000, place + 70_000],
          [place, place],
        ] as const) {
          const [start, end] = [Math.max(0, from), Math.min(to, content.length)];
          const part = await envelope.range("a", blob, start, end);
          expect(equalBytes(part, content.subarray(start, end))).toBe(true);
        }
      }
    }
  });

  it("of a file that is written to meanwhile is refused", async () => {
    const { forged, genuine, opened } = await sealedBlob("none");
    const file = join(folder, "changing.bin");
    writeFileSync(file, genuine);
    const envelope = await opened(opener);
    await envelope.range("a", await openAsBlob(file), 0, 10);
    writeFileSync(file, await forged(pattern(content.length, 2)));
    const later = await openAsBlob(file);
    expect(await codeOf(() => envelope.range("a", later, 2_000_000, 2_000_010))).toBe("CORRUPT");
  });

  it("reads the whole blob once, and from then on no more than the segments it is in", async () => {
    const { genuine, opened } = await sealedBlob("padme");
    let [wholes, bytes] = [0, 0];
    class Counted extends Blob {
      override stream() {
        wholes += 1;
        return super.stream();
      }
      override slice(from = 0, to = this.size) {
        bytes += Math.min(to, this.size) - from;
        return super.slice(from, to);
      }
    }
    const blob = new Counted([genuine as Uint8Array<ArrayBuffer>]);
    const envelope = await opened(opener);
    await envelope.range("a", blob, 0, 10);
    expect(wholes).toBe(1);
    for (const [from, to, segments] of [
      [5, 10, 1],
      [2_500_000, 2_500_001, 1],
      [mebibyte - 70_000, mebibyte + 70_000, 2],
    ] as const) {
      bytes = 0;
      await envelope.range("a", blob, from, to);
      // The header is in the first segment.
      expect(bytes).toBeLessThanOrEqual((segments + 1) * mebibyte);
    }
    expect(wholes).toBe(1);
  });

  it("of a damaged blob does not stand in the way of the same range of a sound one", async () => {
    const { genuine, opened } = await sealedBlob("none");
    const damaged = genuine.map((byte, at) => (at === 2_000_000 ? byte ^ 1 : byte));
    const envelope = await opened(opener);
    const both = await Promise.all(
      [damaged, genuine].map((bytes) => codeOf(() => envelope.range("a", blobFrom(bytes), 0, 10))),
    );
    expect(both).toEqual(["CORRUPT", "ok"]);
  });
});
