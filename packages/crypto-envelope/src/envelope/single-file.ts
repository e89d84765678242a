import { utf8ToBytes } from "@noble/hashes/utils.js";
import { EnvelopeError } from "../errors.ts";
import type { Dsse } from "../format/dsse.ts";
import { equalBytes } from "../format/equal.ts";
import { parsed } from "../format/json.ts";
import type { Keyring } from "../format/keyring.ts";
import { u32be } from "../format/labels.ts";
import { platformBytes } from "../kem/native.ts";
import { limits } from "../limits.ts";
import { type Expect, type Verified, assertVerified, verify, verifyKeyring } from "./verify.ts";

const magic = utf8ToBytes("CENV1\0");
/** A DSSE envelope with the largest payload and eight signatures is well below this. */
const mostManifest = 2 * limits.manifestBytes;

/** An envelope read from one file; blobs are slices of it. */
export interface EnvelopeFile {
  readonly verified: Verified;
  readonly manifest: Dsse;
  readonly keyring: Keyring;
  /** The sealed blob of a section; empty where it has been destroyed. Throws FORMAT. */
  readonly blob: (id: string) => Blob;
}

function u64be(value: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

/**
 * An envelope as one file (CE1 section 11). Blobs given as `Blob` are referred to, not copied; one that is missing is
 * written with length 0. The manifest is not checked here. Throws FORMAT where `verified` is not from `verify`.
 */
export function toEnvelopeFile(
  verified: Verified,
  manifest: Dsse,
  keyring: Keyring,
  blob: (id: string) => Blob | Uint8Array | undefined,
): Blob {
  assertVerified(verified);
  const texts = [manifest, keyring].map((value) => utf8ToBytes(JSON.stringify(value)));
  const parts: BlobPart[] = [platformBytes(magic)];
  for (const text of texts) parts.push(platformBytes(u32be(text.length)), platformBytes(text));
  for (const { id } of verified.manifest.sections) {
    const content = blob(id) ?? new Uint8Array(0);
    if (content instanceof Blob) parts.push(u64be(content.size), content);
    else parts.push(u64be(content.length), platformBytes(content));
  }
  return new Blob(parts);
}

/**
 * Reads and verifies an envelope from one file. Throws FORMAT, LIMIT, TRUNCATED for the file, and what `verify` and
 * `verifyKeyring` throw.
 */
export async function fromEnvelopeFile(file: Blob, expect: Expect): Promise<EnvelopeFile> {
  let at = 0;
  const take = async (length: number): Promise<Uint8Array> => {
    if (at + length > file.size) throw new EnvelopeError("TRUNCATED", "envelope file: it ends too early");
    const bytes = new Uint8Array(await file.slice(at, at + length).arrayBuffer());
    at += length;
    return bytes;
  };
  const bytes = async (most: number): Promise<Uint8Array> => {
    const length = new DataView((await take(4)).buffer as ArrayBuffer).getUint32(0);
    if (length > most) throw new EnvelopeError("LIMIT", "envelope file: a part is larger than allowed");
    return take(length);
  };
  if (!equalBytes(await take(magic.length), magic)) throw new EnvelopeError("FORMAT", "not an envelope file");
  const manifest = parsed(await bytes(mostManifest), "manifest") as Dsse;
  const keyringBytes = await bytes(limits.keyringBytes);
  const verified = verify(manifest, expect);
  const keyring = verifyKeyring(verified, parsed(keyringBytes, "keyring"));
  const blobs = new Map<string, Blob>();
  for (const { id } of verified.manifest.sections) {
    const length = new DataView((await take(8)).buffer as ArrayBuffer).getBigUint64(0);
    if (BigInt(at) + length > BigInt(file.size))
      throw new EnvelopeError("TRUNCATED", "envelope file: a blob is cut");
    blobs.set(id, file.slice(at, at + Number(length)));
    at += Number(length);
  }
  if (at !== file.size) throw new EnvelopeError("FORMAT", "envelope file: something follows its end");
  return {
    verified,
    manifest,
    keyring,
    blob: (id) => {
      const blob = blobs.get(id);
      if (blob === undefined) throw new EnvelopeError("FORMAT", "the envelope has no such section");
      return blob;
    },
  };
}
