/** Key documents (CE1 section 8). */
import { ed25519 } from "@noble/curves/ed25519.js";
import { concatBytes } from "@noble/hashes/utils.js";
import { signDsse } from "../../../src/format/dsse.ts";
import { canonicalBytesOf } from "../../../src/format/json.ts";
import { type Dsse, fromBase64Url, toBase64Url } from "../../../src/index.ts";
import { fingerprint, fingerprintWords, keyEntry } from "../../../src/directory.ts";
import { type Party, at, named, party } from "../build.ts";

export interface KeyDocumentCase {
  readonly name: string;
  readonly document: Dsse;
  readonly roots: readonly string[];
  readonly threshold: number;
  readonly controller: string;
  readonly minSeq: number;
  readonly now: string;
  readonly result: string;
  /** The `kid`s of the keys to seal to, and those of them that are for recovery. */
  readonly active?: readonly string[];
  readonly recovery?: readonly string[];
  readonly fingerprints?: readonly { readonly hex: string; readonly words: string }[];
}

const from = "2026-01-01T00:00:00Z";
const until = "2028-01-01T00:00:00Z";

export async function keyDocumentCases(): Promise<KeyDocumentCase[]> {
  const [alva, bo, cai] = [
    await party("alva", "x25519"),
    await party("bo", "x25519"),
    await party("cai", "xwing"),
  ];
  const seeds = ["first root", "second root", "third root"].map((name) => named(name).bytes(32));
  const roots = seeds.map((seed) => toBase64Url(ed25519.getPublicKey(seed)));
  const stranger = named("no root").bytes(32);
  const [first, second, third] = [alva, bo, cai].map(({ publicKey }) => keyEntry(publicKey, from, until));
  if (first === undefined || second === undefined || third === undefined) throw new Error("three keys");
  const usual = {
    controller: "ifo-namnd",
    expires: "2027-01-01T00:00:00Z",
    keys: [first, third],
    seq: 7,
    v: 1,
  };
  const asked = { roots, threshold: 1, controller: usual.controller, minSeq: 7, now: at };
  const doc = (value: object, by: readonly (Uint8Array | undefined)[] = [seeds[0]]): Dsse =>
    signDsse(
      "application/vnd.cenv.keys.v1+json",
      value instanceof Uint8Array ? value : canonicalBytesOf(value),
      by.filter((seed) => seed !== undefined),
    );
  const opens = (
    name: string,
    document: Dsse,
    keys: readonly Party[],
    more: Partial<KeyDocumentCase> = {},
  ): KeyDocumentCase => ({
    name,
    document,
    ...asked,
    result: "ok",
    active: keys.map(({ publicKey }) => publicKey.kid),
    recovery: [],
    fingerprints: keys.map(({ publicKey: { bytes } }) => ({
      hex: fingerprint(bytes),
      words: fingerprintWords(bytes),
    })),
    ...more,
  });
  const refused = (
    name: string,
    result: string,
    document: Dsse,
    more: Partial<KeyDocumentCase> = {},
  ): KeyDocumentCase => ({
    name,
    document,
    ...asked,
    ...more,
    result,
  });
  const with_ = (change: object): Dsse => doc({ ...usual, ...change });
  const only = (change: object): Dsse => with_({ keys: [{ ...first, ...change }] });
  const good = doc(usual);
  const [sig] = good.signatures;
  if (sig === undefined) throw new Error("signed");
  const broken = { ...sig, sig: `${sig.sig.startsWith("A") ? "B" : "A"}${sig.sig.slice(1)}` };
  const { v: _, ...ageless } = usual;
  return [
    opens("two active keys", good, [alva, cai]),
    opens(
      "a retired and a revoked key beside an active one",
      with_({ keys: [{ ...first, status: "retired" }, { ...second, status: "revoked" }, third] }),
      [cai],
    ),
    opens("a recovery key", with_({ recovery: [third.kid] }), [alva, cai], { recovery: [third.kid] }),
    opens("an empty list of recovery keys", with_({ recovery: [] }), [alva, cai]),
    opens("a key that begins now", only({ notBefore: at }), [alva]),
    opens(
      "a key that has ended, beside an active one",
      with_({ keys: [{ ...first, notAfter: at }, third] }),
      [cai],
    ),
    opens("two roots of two", doc(usual, [seeds[0], seeds[2]]), [alva, cai], { threshold: 2 }),
    opens("a signature by a stranger first", doc(usual, [stranger, seeds[1]]), [alva, cai]),
    opens(
      "a signature of a root that does not hold, and one of another",
      { ...doc(usual, [seeds[0], seeds[1]]), signatures: [broken, ...doc(usual, [seeds[1]]).signatures] },
      [alva, cai],
    ),
    opens("one root pinned", good, [alva, cai], { roots: roots.slice(0, 1) }),
    refused("a threshold of zero", "DIRECTORY", good, { threshold: 0 }),
    refused(
      "a threshold of zero, and no signature",
      "DIRECTORY",
      { ...good, signatures: [] },
      { threshold: 0 },
    ),
    refused("a threshold of half a root", "DIRECTORY", good, { threshold: 0.5 }),
    refused("a threshold above the roots", "DIRECTORY", doc(usual, seeds), { threshold: 4 }),
    refused("a root pinned twice", "DIRECTORY", good, {
      roots: [...roots.slice(0, 1), ...roots.slice(0, 1)],
    }),
    refused("no root pinned", "DIRECTORY", good, { roots: [] }),
    refused("one root of two", "SIGNATURE", good, { threshold: 2 }),
    refused("one root twice, of two", "SIGNATURE", doc(usual, [seeds[0], seeds[0]]), { threshold: 2 }),
    refused("a stranger's signature only", "SIGNATURE", doc(usual, [stranger])),
    refused("a signature that does not hold", "SIGNATURE", { ...good, signatures: [broken] }),
    refused("no signature", "SIGNATURE", { ...good, signatures: [] }),
    refused("nine signatures", "LIMIT", { ...good, signatures: Array.from({ length: 9 }, () => sig) }),
    refused("another type", "FORMAT", { ...good, payloadType: "application/vnd.cenv.manifest.v1+json" }),
    refused("a line feed at its end", "FORMAT", doc(concatBytes(canonicalBytesOf(usual), Uint8Array.of(10)))),
    refused("version 2", "VERSION", with_({ v: 2 })),
    refused("no version", "FORMAT", doc(ageless)),
    refused("an unknown field", "FORMAT", with_({ note: "x" })),
    refused("recovery keys null", "FORMAT", with_({ recovery: null })),
    refused("65 keys", "LIMIT", with_({ keys: Array.from({ length: 65 }, () => first) })),
    refused("a key twice", "FORMAT", with_({ keys: [first, first] })),
    refused("a key of an unknown kind", "FORMAT", only({ kem: "p256" })),
    refused("a key of 31 bytes", "FORMAT", only({ pk: toBase64Url(fromBase64Url(first.pk).slice(1)) })),
    refused("a status in capitals", "FORMAT", only({ status: "ACTIVE" })),
    refused("a time that is no time", "FORMAT", with_({ expires: "2027-02-30T00:00:00Z" })),
    refused("a sequence number below zero", "FORMAT", with_({ seq: -1 })),
    refused("the kid of another key", "DIRECTORY", only({ kid: second.kid })),
    refused("a recovery key that is not listed", "DIRECTORY", with_({ recovery: [second.kid] })),
    refused("another controller", "DIRECTORY", good, { controller: "familjehem-sverige" }),
    refused("older than one seen", "DIRECTORY", good, { minSeq: 8 }),
    refused("expired now", "DIRECTORY", with_({ expires: at })),
    refused("no key", "DIRECTORY", with_({ keys: [] })),
    refused("no active key", "DIRECTORY", only({ status: "retired" })),
    refused("a key that has not begun", "DIRECTORY", only({ notBefore: "2026-11-21T18:00:01Z" })),
    refused("a key that ends now", "DIRECTORY", only({ notAfter: at })),
    refused(
      "a recovery key that is revoked",
      "DIRECTORY",
      with_({ keys: [first, { ...third, status: "revoked" }], recovery: [third.kid] }),
    ),
  ];
}
