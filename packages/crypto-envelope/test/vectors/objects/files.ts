/** An envelope in one file (CE1 section 11). */
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Dsse, type Keyring, fromBase64Url, toBase64Url } from "../../../src/index.ts";
import { shred } from "../../../src/keyring.ts";
import { at, make, opens, party, section } from "../build.ts";
import type { VectorCase } from "../case.ts";

/** A vector whose manifest, keyring and blobs are in one file. */
export interface FileCase extends Pick<VectorCase, "name" | "expect" | "key" | "result" | "content"> {
  readonly file: string;
}

function bigEndian(value: number, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => Math.floor(value / 256 ** (length - 1 - index)) % 256);
}

const magic = utf8ToBytes("CENV1\0");

function fileOf(manifest: Dsse, keyring: Keyring, blobs: readonly Uint8Array[]): Uint8Array {
  const texts = [manifest, keyring].map((value) => utf8ToBytes(JSON.stringify(value)));
  return concatBytes(
    magic,
    ...texts.flatMap((text) => [bigEndian(text.length, 4), text]),
    ...blobs.flatMap((blob) => [bigEndian(blob.length, 8), blob]),
  );
}

export async function fileCases(): Promise<FileCase[]> {
  const alva = await party("alva", "x25519");
  const made = await make("one file", { g1: [alva.keys] }, [
    section("contact", 100, { pad: "4k" }),
    section("health", 50),
    section("file-1", 17_000, { pad: "padme" }),
  ]);
  const { manifest } = made;
  const blobs = made.inputs.map(({ id }) => fromBase64Url(made.blobs[id] ?? ""));
  const gone = shred(made.keyring, "health", { at, rule: "r" });
  const case_ = async (
    name: string,
    keyring: Keyring,
    result: string,
    file: Uint8Array,
  ): Promise<FileCase> => {
    const { content = {}, expect, key } = await opens(name, made, alva, { keyring });
    return { name, expect, key, file: toBase64Url(file), result, ...(result === "ok" ? { content } : {}) };
  };
  const whole = fileOf(manifest, made.keyring, blobs);
  const without = blobs.map((blob, index) => (index === 1 ? new Uint8Array(0) : blob));
  const bad: [string, string, Uint8Array][] = [
    ["empty", "TRUNCATED", new Uint8Array(0)],
    ["another beginning", "FORMAT", concatBytes(utf8ToBytes("CENV2\0"), whole.slice(6))],
    ["cut in the manifest", "TRUNCATED", whole.slice(0, 100)],
    ["cut in the last blob", "TRUNCATED", whole.slice(0, -1)],
    ["cut before the length of the last blob", "TRUNCATED", whole.slice(0, -(blobs[2]?.length ?? 0) - 8)],
    ["a byte too many", "FORMAT", concatBytes(whole, new Uint8Array(1))],
    ["a manifest larger than 512 KiB", "LIMIT", concatBytes(magic, bigEndian(512 * 1024 + 1, 4))],
    [
      "a blob of 2^64 - 1 bytes",
      "TRUNCATED",
      concatBytes(fileOf(manifest, made.keyring, []), new Uint8Array(8).fill(255)),
    ],
    [
      "a manifest that is not JSON",
      "FORMAT",
      concatBytes(magic, bigEndian(1, 4), utf8ToBytes("{"), bigEndian(2, 4), utf8ToBytes("{}")),
    ],
    ["a blob left out that has not been shredded", "TRUNCATED", fileOf(manifest, made.keyring, without)],
    [
      "two blobs exchanged",
      "COMMITMENT",
      fileOf(
        manifest,
        made.keyring,
        [1, 0, 2].map((index) => blobs[index] ?? new Uint8Array(0)),
      ),
    ],
  ];
  return [
    await case_("three sections", made.keyring, "ok", whole),
    await case_("a shredded section and its blob", gone, "ok", fileOf(manifest, gone, blobs)),
    await case_("a shredded section without its blob", gone, "ok", fileOf(manifest, gone, without)),
    ...(await Promise.all(bad.map(([name, result, file]) => case_(name, made.keyring, result, file)))),
  ];
}
