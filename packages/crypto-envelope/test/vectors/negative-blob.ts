import { concatBytes } from "@noble/ciphers/utils.js";
import { fromBase64Url, toBase64Url } from "../../src/index.ts";
import { sectionContext } from "../../src/envelope/wrap.ts";
import { sealStream } from "../../src/payload/stream.ts";
import { treeHash, treeRoot } from "../../src/payload/tree.ts";
import { webCryptoBackend } from "../../src/payload/backend/webcrypto.ts";
import { filled, make, manifestOf, named, opens, party, section, signed } from "./build.ts";
import type { VectorCase } from "./case.ts";
import { flipped } from "./negative-keyring.ts";

async function treeOf(blob: Uint8Array): Promise<string> {
  const tree = treeHash(webCryptoBackend);
  await tree.update(blob);
  return toBase64Url(treeRoot(await tree.segments()));
}

async function sealedAs(key: string, cid: string, id: string, content: Uint8Array): Promise<Uint8Array> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(content);
  }
  const context = sectionContext("blob", fromBase64Url(cid), id);
  const salt = named("salt of a forger").bytes(24);
  const sealed: Uint8Array[] = [];
  for await (const piece of sealStream(webCryptoBackend, fromBase64Url(key), context, salt, pieces())) {
    sealed.push(piece.slice());
  }
  return concatBytes(...sealed);
}

/** Refusals of the blobs, one fault each: as the operator could change them, and as the applicant could sign them. */
export async function negativeBlobCases(): Promise<Record<string, VectorCase[]>> {
  const alva = await party("alva", "x25519");
  const made = await make("negative blob", { g1: [alva.keys] }, [
    section("file-1", 33_000),
    section("file-2", 16_390),
  ]);
  const { between, content: _, ...base } = await opens("base", made, alva);
  const blob = fromBase64Url(made.blobs["file-1"] ?? "");
  const second = made.blobs["file-2"] ?? "";
  const chunk = (at: number): Uint8Array => blob.subarray(56 + at * 16_400, 56 + (at + 1) * 16_400);
  const head = blob.subarray(0, 56);
  const refused = (name: string, result: string, changed: Uint8Array | string): VectorCase => ({
    ...base,
    name,
    result,
    blobs: { ...made.blobs, "file-1": typeof changed === "string" ? changed : toBase64Url(changed) },
  });
  const text = made.blobs["file-1"] ?? "";
  const reordered = concatBytes(head, chunk(1), chunk(0), chunk(2));
  const keys = (between?.["sectionKeys"] ?? {}) as Record<string, string>;
  const cid = between?.["cid"] as string;
  const forged = await sealedAs(keys["file-1"] ?? "", cid, "file-1", filled("forged", 33_000));

  const operator = [
    refused("blob missing", "TRUNCATED", new Uint8Array(0)),
    refused("blob cut within its header", "TRUNCATED", blob.subarray(0, 40)),
    refused("blob of a header only", "TRUNCATED", head),
    refused("blob cut by one byte", "TRUNCATED", blob.subarray(0, -1)),
    refused("blob cut at the end of a chunk", "TRUNCATED", blob.subarray(0, 56 + 2 * 16_400)),
    refused("blob with a byte too many", "CORRUPT", concatBytes(blob, new Uint8Array(1))),
    refused("blob with its last chunk twice", "CORRUPT", concatBytes(blob, chunk(2))),
    refused("blob flipped in its salt", "COMMITMENT", flipped(text, 0)),
    refused("blob flipped in its commitment", "COMMITMENT", flipped(text, 55)),
    refused("blob flipped in its first chunk", "CORRUPT", flipped(text, 56)),
    refused("blob flipped in a middle chunk", "CORRUPT", flipped(text, 20_000)),
    refused("blob flipped in its last tag", "CORRUPT", flipped(text, -1)),
    refused("chunks in another order", "CORRUPT", reordered),
    refused("a chunk in place of another", "CORRUPT", concatBytes(head, chunk(0), chunk(0), chunk(2))),
    refused(
      "a chunk of another section's blob",
      "CORRUPT",
      concatBytes(head, fromBase64Url(second).subarray(56, 16_456), chunk(1), chunk(2)),
    ),
    refused("the blob of another section", "COMMITMENT", second),
    refused("other content sealed by a recipient who has the section's key", "CORRUPT", forged),
  ];

  const resigned = async (
    name: string,
    result: string,
    changed: Uint8Array,
    more: object = {},
  ): Promise<VectorCase> => {
    const manifest = manifestOf(made);
    const hash = await treeOf(changed);
    const sections = manifest.sections.map((item) =>
      item.id === "file-1" ? { ...item, size: changed.length, hash, ...more } : item,
    );
    return {
      ...refused(name, result, changed),
      manifest: signed(made.receipt, { ...manifest, sections }),
    };
  };
  const tail = concatBytes(head, chunk(0), chunk(1).subarray(0, 5000));
  const seal = (content: Uint8Array): Promise<Uint8Array> =>
    sealedAs(keys["file-1"] ?? "", cid, "file-1", content);
  const marked = (length: number, mark: number): Uint8Array => {
    const bytes = new Uint8Array(length);
    bytes[mark] = 0x80;
    return bytes;
  };
  const applicant = [
    await resigned("hash of other bytes, signed for", "CORRUPT", blob, {
      hash: toBase64Url(new Uint8Array(32)),
    }),
    await resigned("size one too large, signed for", "TRUNCATED", blob, { size: blob.length + 1 }),
    await resigned("size one too small, signed for", "CORRUPT", blob, { size: blob.length - 1 }),
    await resigned("chunks in another order, signed for", "CORRUPT", reordered),
    await resigned("blob cut within a chunk, signed for", "CORRUPT", tail),
    await resigned("blob of another section, signed for", "COMMITMENT", fromBase64Url(second)),
    await resigned("commitment flipped, signed for", "COMMITMENT", fromBase64Url(flipped(text, 30))),
    await resigned("first chunk flipped, signed for", "CORRUPT", fromBase64Url(flipped(text, 56))),
    await resigned("4k padding without its mark", "CORRUPT", await seal(new Uint8Array(4096)), { pad: "4k" }),
    await resigned("4k padding of a block too many", "CORRUPT", await seal(marked(8192, 10)), { pad: "4k" }),
    await resigned(
      "4k padding with another mark",
      "CORRUPT",
      await seal(marked(4096, 10).map((byte) => byte >>> 1)),
      { pad: "4k" },
    ),
    await resigned("padme padding of another length", "CORRUPT", await seal(marked(64, 10)), {
      pad: "padme",
    }),
    await resigned("padme padding without its mark", "CORRUPT", await seal(new Uint8Array(16)), {
      pad: "padme",
    }),
  ];
  return { blob: operator, "signed-blob": applicant };
}
