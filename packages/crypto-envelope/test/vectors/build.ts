/** Makes envelopes whose every byte is repeatable: all randomness comes from a name. */
import { concatBytes, utf8ToBytes } from "@noble/ciphers/utils.js";
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";
import type { Entropy } from "../../src/entropy.ts";
import { platformEncapsulate, type Engine } from "../../src/envelope/engine.ts";
import { type SealOptions, type SectionInput, sealWith } from "../../src/envelope/seal.ts";
import { sectionContext, unwrapAll } from "../../src/envelope/wrap.ts";
import { canonicalBytesOf } from "../../src/format/json.ts";
import { manifestType } from "../../src/format/manifest.ts";
import {
  type Dsse,
  type KemId,
  type Keyring,
  type Manifest,
  type PublicKey,
  Receipt,
  type VerifiedKeys,
  decapsulatorFromSeed,
  fromBase64Url,
  memorySink,
  publicKeyFromSeed,
  toBase64Url,
  verify,
  verifyKeyDocument,
} from "../../src/index.ts";
import { keyEntry, signKeyDocument } from "../../src/directory.ts";
import { openSlot } from "../../src/payload/slot.ts";
import { webCryptoBackend } from "../../src/payload/backend/webcrypto.ts";
import { type VectorCase, contentOf } from "./case.ts";

export const app = "5a1c3b2e-7d4f-4e6a-9b8c-0d1e2f3a4b5c";
export const at = "2026-11-21T18:00:00Z";
export const context = {
  app,
  controllers: ["familjehem-sverige"],
  purpose: "foster-care-application",
  schema: "fam-intresse/1",
  created: at,
};
export const expect = {
  app,
  controller: "familjehem-sverige",
  purpose: context.purpose,
  schemas: [context.schema],
};

/** Bytes from a name: SHA-256(name || u32be(counter)), one block after another. */
export function named(name: string): Entropy {
  let pool: Uint8Array = new Uint8Array(0);
  let counter = 0;
  return {
    seeded: true,
    bytes: (length) => {
      const blocks: Uint8Array[] = [pool];
      for (let have = pool.length; have < length; have += 32, counter += 1) {
        const count = new Uint8Array([counter >>> 24, counter >>> 16, counter >>> 8, counter]);
        blocks.push(sha256(concatBytes(utf8ToBytes(name), count)));
      }
      pool = concatBytes(...blocks);
      const taken = pool.slice(0, length);
      pool = pool.slice(length);
      return taken;
    },
  };
}

export interface Party {
  readonly kem: KemId;
  readonly seed: Uint8Array;
  readonly publicKey: PublicKey;
  readonly keys: VerifiedKeys;
}

/** A key of a controller, by default the one that the context names. */
export async function party(name: string, kem: KemId, controller = "familjehem-sverige"): Promise<Party> {
  const seed = named(`key of ${name}`).bytes(32);
  const root = named(`root of ${name}`).bytes(32);
  const publicKey = await publicKeyFromSeed(kem, seed);
  const entry = keyEntry(publicKey, "2026-01-01T00:00:00Z", "2028-01-01T00:00:00Z");
  const document = {
    controller,
    expires: "2027-12-31T00:00:00Z",
    keys: [entry],
    seq: 1,
    v: 1,
  } as const;
  const signed = signKeyDocument(document, [root]);
  const keys = verifyKeyDocument(signed, { roots: [ed25519.getPublicKey(root)], controller, now: at });
  return { kem, seed, publicKey, keys };
}

export function receiptOf(name: string, id: string = app): Receipt {
  const content = concatBytes(fromHex(id.replaceAll("-", "")), named(`receipt of ${name}`).bytes(32));
  return Receipt.parse(`cenv1r.${toBase64Url(concatBytes(content, sha256(content).subarray(0, 4)))}`);
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export function filled(name: string, length: number): Uint8Array {
  return named(`content ${name}`).bytes(length);
}

export function section(id: string, length: number, more: Partial<SectionInput> = {}): SectionInput {
  return { id, class: "ordinary", pad: "none", data: filled(id, length), ...more };
}

export interface Made {
  readonly manifest: Dsse;
  readonly keyring: Keyring;
  readonly blobs: Record<string, string>;
  readonly digest: Uint8Array;
  readonly receipt: Receipt;
  readonly inputs: readonly SectionInput[];
}

export const engineOf = (name: string): Engine => ({
  backend: webCryptoBackend,
  encapsulate: platformEncapsulate,
  entropy: named(name),
});

export async function make(
  name: string,
  to: SealOptions["to"],
  inputs: readonly SectionInput[],
  more: Partial<SealOptions> = {},
): Promise<Made> {
  const receipt = more.receipt ?? receiptOf(name);
  const { blobs, sink } = memorySink();
  const options = { context, receipt, to, sections: inputs, sink, ...more };
  const { digest, keyring, manifest } = await sealWith(engineOf(`seal ${name}`), options);
  const texts = Object.fromEntries([...blobs].map(([id, blob]) => [id, toBase64Url(blob)]));
  return { manifest, keyring, blobs: texts, digest, receipt, inputs };
}

/** A case that opens, with the values on the way. */
export async function opens(
  name: string,
  made: Made,
  key: Party | Receipt,
  changes: Partial<VectorCase> = {},
): Promise<VectorCase> {
  const keyring = changes.keyring ?? made.keyring;
  const expected = changes.expect ?? expect;
  const { cid, digest, manifest } = verify(changes.manifest ?? made.manifest, expected);
  const holder =
    key instanceof Receipt ? await key.decapsulator() : await decapsulatorFromSeed(key.kem, key.seed);
  const groupKeys = await unwrapAll(webCryptoBackend, keyring, cid, holder);
  const sectionKeys: Record<string, string> = {};
  const content: Record<string, { length: number; sha256: string }> = {};
  for (const { group, id } of manifest.sections) {
    const slot = keyring.slots[id];
    const groupKey = groupKeys.get(group)?.groupKey;
    const input = made.inputs.find((candidate) => candidate.id === id);
    if (typeof slot !== "string" || groupKey === undefined || input === undefined) continue;
    sectionKeys[id] = toBase64Url(
      await openSlot(webCryptoBackend, groupKey, sectionContext("slot", cid, id), fromBase64Url(slot)),
    );
    content[id] = contentOf(input.data as Uint8Array);
  }
  return {
    name,
    expect: expected,
    key: key instanceof Receipt ? { receipt: key.toString() } : { kem: key.kem, seed: toBase64Url(key.seed) },
    manifest: made.manifest,
    keyring,
    blobs: made.blobs,
    result: "ok",
    content,
    between: {
      cid: toBase64Url(cid),
      digest: toBase64Url(digest),
      groupKeys: Object.fromEntries([...groupKeys].map(([id, { groupKey }]) => [id, toBase64Url(groupKey)])),
      sectionKeys,
    },
    ...changes,
  };
}

/** The manifest of an envelope, to be changed and signed again by its own applicant. */
export function manifestOf({ manifest }: Made): Manifest {
  return verify(manifest, { purpose: context.purpose, schemas: [context.schema] }).manifest;
}

/** Signs any value as a manifest. */
export function signed(receipt: Receipt, value: unknown): Dsse {
  return receipt.sign(manifestType, value instanceof Uint8Array ? value : canonicalBytesOf(value));
}
