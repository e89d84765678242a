/** One controller, its signed key document and an application: what most tests start from. */
import {
  type Context,
  type Decapsulator,
  type KemId,
  type KeyDocument,
  Receipt,
  type SealOptions,
  type VerifiedKeys,
  decapsulatorFromSeed,
  generateKey,
  memorySink,
  publicKeyOf,
  seal,
  verifyKeyDocument,
} from "../src/index.ts";
import { generateRoot, keyEntry, signKeyDocument } from "../src/directory.ts";

export const app = "7f2c1b7e-0f4c-4b0e-9d57-3f0c2a9b1e55";
export const now = "2026-11-21T18:00:00Z";
export const purpose = "foster-care-application";
export const schema = "fam-intresse/1";
export const expected = { app, controller: "familjehem-sverige", purpose, schemas: [schema] };
/** What is sealed to several. */
export const joint: Context = {
  app,
  controllers: ["familjehem-sverige", "ifo-namnd", "kasam-familjehemsvard"],
  purpose,
  schema,
  created: now,
};
export const context = { app, controllers: ["familjehem-sverige"], purpose, schema, created: now };

export interface Holder {
  readonly keys: VerifiedKeys;
  readonly holder: Decapsulator;
  readonly seed: Uint8Array;
}

/** A controller with one key of each named kind. */
export async function controller(name: string, ...kinds: readonly KemId[]): Promise<Holder> {
  const pairs = await Promise.all(kinds.map((kem) => generateKey(kem)));
  const root = generateRoot();
  const document: KeyDocument = {
    controller: name,
    expires: "2027-11-21T00:00:00Z",
    keys: pairs.map(({ publicKey }) => keyEntry(publicKey, "2026-01-01T00:00:00Z", "2028-01-01T00:00:00Z")),
    seq: 1,
    v: 1,
  };
  const keys = verifyKeyDocument(signKeyDocument(document, [root.seed]), {
    roots: [root.publicKey],
    controller: name,
    now,
  });
  const [first, ...others] = await Promise.all(
    pairs.map(({ seed, publicKey }) => decapsulatorFromSeed(publicKey.kem, seed)),
  );
  const [pair] = pairs;
  if (first === undefined || pair === undefined) throw new Error("a controller has at least one key");
  return { keys, holder: { ...first, also: others }, seed: pair.seed };
}

/** Public keys that nobody has the private half of, up to the 64 of one document. */
export function manyKeys(first: number, count: number): VerifiedKeys {
  const root = generateRoot();
  const keys = Array.from({ length: count }, (_, at) =>
    keyEntry(publicKeyOf("x25519", pattern(32, first + at)), now, "2028-01-01T00:00:00Z"),
  );
  const document = {
    controller: "familjehem-sverige",
    expires: "2027-01-01T00:00:00Z",
    keys,
    seq: 1,
    v: 1,
  } as const;
  return verifyKeyDocument(signKeyDocument(document, [root.seed]), {
    roots: [root.publicKey],
    controller: "familjehem-sverige",
    now,
  });
}

export interface SealedCase {
  readonly sealed: Awaited<ReturnType<typeof seal>>;
  readonly blobs: ReadonlyMap<string, Uint8Array>;
  readonly receipt: Receipt;
  readonly controller: Holder;
}

/** Seals sections to one controller. */
export async function sealedCase(
  sections: SealOptions["sections"],
  kem: KemId = "x25519",
  more: Partial<SealOptions> = {},
): Promise<SealedCase> {
  const to = await controller("familjehem-sverige", kem);
  const receipt = Receipt.create(app);
  const { sink, blobs } = memorySink();
  const sealed = await seal({ context, receipt, to: { g1: [to.keys] }, sections, sink, ...more });
  return { sealed, blobs, receipt, controller: to };
}

export function blobOf(blobs: ReadonlyMap<string, Uint8Array>, id: string): Uint8Array {
  const blob = blobs.get(id);
  if (blob === undefined) throw new Error("no such blob");
  return blob;
}

/** Bytes that look random and are the same every time. */
export function pattern(length: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed * 2_654_435_761;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}
