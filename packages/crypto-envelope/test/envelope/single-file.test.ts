import { concatBytes } from "@noble/hashes/utils.js";
import { describe, expect, it } from "vitest";
import { open, verify } from "../../src/index.ts";
import { shred } from "../../src/keyring.ts";
import { fromEnvelopeFile, toEnvelopeFile } from "../../src/file.ts";
import { codeOf } from "../outcome.ts";
import { expected, now, pattern, sealedCase } from "../situation.ts";

const { blobs, controller, sealed } = await sealedCase([
  { id: "contact", class: "ordinary", data: pattern(100) },
  { id: "file-1", class: "attachment", data: pattern(40_000) },
]);
const verified = verify(sealed.manifest, expected);
const file = toEnvelopeFile(verified, sealed.manifest, sealed.keyring, (id) => blobs.get(id));
const bytes = new Uint8Array(await file.arrayBuffer());
const asFile = (content: Uint8Array): Blob => new Blob([content as Uint8Array<ArrayBuffer>]);

describe("an envelope in one file", () => {
  it("opens as it did in parts", async () => {
    const read = await fromEnvelopeFile(file, expected);
    const opened = await open(read.verified, read.keyring, controller.holder);
    expect(await opened.read("contact", read.blob("contact"))).toEqual(pattern(100));
    expect((await opened.range("file-1", read.blob("file-1"), 39_000, 40_000)).length).toBe(1000);
    expect(await codeOf(() => read.blob("other"))).toBe("FORMAT");
  });

  it("may leave the blob of a destroyed section out", async () => {
    const keyring = shred(sealed.keyring, "file-1", { at: now, rule: "r" });
    const short = toEnvelopeFile(verified, sealed.manifest, keyring, (id) =>
      id === "contact" ? blobs.get(id) : undefined,
    );
    const read = await fromEnvelopeFile(short, expected);
    expect(read.blob("file-1").size).toBe(0);
    expect(short.size).toBeLessThan(file.size - 40_000);
  });

  it.each([
    ["another beginning", concatBytes(pattern(6), bytes.subarray(6)), "FORMAT"],
    ["nothing in it", new Uint8Array(0), "TRUNCATED"],
    ["its end missing", bytes.subarray(0, -1), "TRUNCATED"],
    ["something after its end", concatBytes(bytes, new Uint8Array(1)), "FORMAT"],
    [
      "a length that is too large",
      concatBytes(bytes.subarray(0, 6), new Uint8Array([255, 0, 0, 0]), bytes.subarray(10)),
      "LIMIT",
    ],
  ])("is refused with %s", async (_, content, code) => {
    expect(await codeOf(() => fromEnvelopeFile(asFile(content), expected))).toBe(code);
  });
});
