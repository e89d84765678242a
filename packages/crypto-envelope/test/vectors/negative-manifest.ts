import { ed25519 } from "@noble/curves/ed25519.js";
import { concatBytes, utf8ToBytes } from "@noble/ciphers/utils.js";
import { preAuthEncoding } from "../../src/format/dsse.ts";
import { canonicalBytesOf } from "../../src/format/json.ts";
import { manifestType } from "../../src/format/manifest.ts";
import { sealedSize } from "../../src/payload/derive.ts";
import { type Dsse, type Expect, type Manifest, toBase64Url } from "../../src/index.ts";
import { toBase64 } from "../../src/format/base64.ts";
import {
  type Made,
  context,
  expect,
  make,
  manifestOf,
  named,
  opens,
  party,
  receiptOf,
  section,
  signed,
} from "./build.ts";
import type { VectorCase } from "./case.ts";

type Loose = Record<string, unknown>;

const groupOrder = 2n ** 252n + 27_742_317_777_372_353_535_851_937_790_883_648_493n;

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

/** The same signature with S + L: valid to a careless verifier, refused by RFC 8032. */
function malleated(sig: Uint8Array): Uint8Array {
  const out = sig.slice();
  let value = littleEndian(sig.subarray(32)) + groupOrder;
  for (let at = 32; at < 64; at += 1, value /= 256n) out[at] = Number(value % 256n);
  return out;
}

/** Refusals of the DSSE wrapper and the signature: before any JSON is read. */
function wrapperChanges(made: Made): [string, string, unknown][] {
  const { manifest, receipt } = made;
  const [first] = manifest.signatures;
  if (first === undefined) throw new Error("a sealed manifest is signed");
  const with_ = (change: Loose): unknown => ({ ...manifest, ...change });
  const sig = (change: Loose): unknown => with_({ signatures: [{ ...first, ...change }] });
  const raw = Uint8Array.from(atob(first.sig), (letter) => letter.charCodeAt(0));
  const flipped = (at: number): string =>
    toBase64(raw.map((byte, index) => (index === at ? byte ^ 1 : byte)));
  const other = receiptOf("somebody else");
  const body = canonicalBytesOf(manifestOf(made));
  const [foreign] = other.sign(manifestType, body).signatures;
  const elsewhere = ed25519.sign(preAuthEncoding(manifestType, body), named("forger").bytes(32));
  const { payload: _, ...without } = manifest;
  return [
    ["payload missing", "FORMAT", without],
    ["an extra field beside the signatures", "FORMAT", with_({ hint: "x" })],
    ["payload with a character too many", "FORMAT", with_({ payload: `${manifest.payload}A` })],
    ["payload in the URL alphabet", "FORMAT", with_({ payload: `-_${manifest.payload.slice(2)}` })],
    ["payload of a number", "FORMAT", with_({ payload: 7 })],
    [
      "payload type of another statement",
      "FORMAT",
      with_({ payloadType: "application/vnd.cenv.withdraw.v1+json" }),
    ],
    ["payload type in capitals", "FORMAT", with_({ payloadType: manifestType.toUpperCase() })],
    ["signatures not a list", "FORMAT", with_({ signatures: first })],
    ["no signature", "SIGNATURE", with_({ signatures: [] })],
    ["nine signatures", "LIMIT", with_({ signatures: Array.from({ length: 9 }, () => first) })],
    ["signature of 63 bytes", "FORMAT", sig({ sig: toBase64(raw.slice(1)) })],
    ["signature of 65 bytes", "FORMAT", sig({ sig: toBase64(concatBytes(raw, new Uint8Array(1))) })],
    ["key id of 31 bytes", "FORMAT", sig({ keyid: toBase64Url(receipt.applicant.slice(1)) })],
    ["key id with stray bits", "FORMAT", sig({ keyid: `${first.keyid.slice(0, -1)}_` })],
    ["signature without its key id", "FORMAT", with_({ signatures: [{ sig: first.sig }] })],
    ["signature with an extra field", "FORMAT", sig({ alg: "none" })],
    ["signature flipped in R", "SIGNATURE", sig({ sig: flipped(0) })],
    ["signature flipped in S", "SIGNATURE", sig({ sig: flipped(40) })],
    ["signature with S increased by the group order", "SIGNATURE", sig({ sig: toBase64(malleated(raw)) })],
    ["signature of zeros", "SIGNATURE", sig({ sig: toBase64(new Uint8Array(64)) })],
    [
      "key of small order",
      "SIGNATURE",
      sig({ keyid: toBase64Url(new Uint8Array(32)), sig: toBase64(new Uint8Array(64)) }),
    ],
    ["signature by another key under the applicant's name", "SIGNATURE", sig({ sig: toBase64(elsewhere) })],
    ["signature stripped and made again by another key", "SIGNATURE", with_({ signatures: [foreign] })],
    ["the applicant's signature not the first", "SIGNATURE", with_({ signatures: [foreign, first] })],
    ["the applicant's signature twice", "SIGNATURE", with_({ signatures: [first, first] })],
    [
      "payload of other content under the old signature",
      "SIGNATURE",
      with_({ payload: toBase64(utf8ToBytes("{}")) }),
    ],
  ];
}

/** Payloads that are signed properly and are not the canonical JSON of a manifest. */
function textChanges(made: Made): [string, string, Uint8Array][] {
  const bytes = canonicalBytesOf(manifestOf(made));
  const text = new TextDecoder().decode(bytes);
  const say = (words: string): Uint8Array => utf8ToBytes(words);
  return [
    ["payload empty", "FORMAT", new Uint8Array(0)],
    ["payload not JSON", "FORMAT", say("manifest")],
    ["payload cut short", "FORMAT", bytes.slice(0, -1)],
    ["payload a JSON list", "FORMAT", say("[]")],
    ["payload a JSON null", "FORMAT", say("null")],
    ["payload with a byte-order mark", "FORMAT", concatBytes(Uint8Array.of(0xef, 0xbb, 0xbf), bytes)],
    ["payload not UTF-8", "FORMAT", concatBytes(bytes.slice(0, 30), Uint8Array.of(0xff), bytes.slice(31))],
    ["payload with a space", "FORMAT", say(text.replace(":", ": "))],
    ["payload with a line feed at the end", "FORMAT", say(`${text}\n`)],
    [
      "payload with keys in another order",
      "FORMAT",
      say(text.replace(/^(.*),"v":1\}$/, '{"v":1,$1}').replace(",{", ",")),
    ],
    ["payload with a key twice", "FORMAT", say(text.replace(/"v":1\}$/, '"v":1,"v":1}'))],
    ["payload with an escaped letter", "FORMAT", say(text.replace('"CE1"', String.raw`"\u0043E1"`))],
    ["version written 1.0", "FORMAT", say(text.replace(/"v":1\}$/, '"v":1.0}'))],
    ["version written 1e0", "FORMAT", say(text.replace(/"v":1\}$/, '"v":1e0}'))],
  ];
}

/** Fields that are wrong in a payload that is canonical and signed properly. */
function fieldChanges(manifest: Manifest): [string, string, unknown][] {
  const change = (fields: Loose): unknown => ({ ...manifest, ...fields });
  const without = (key: keyof Manifest): unknown =>
    Object.fromEntries(Object.entries(manifest).filter(([name]) => name !== key));
  const inContext = (fields: Loose): unknown => change({ context: { ...manifest.context, ...fields } });
  const [group] = manifest.groups;
  const [only] = manifest.sections;
  const inGroup = (fields: Loose): unknown => change({ groups: [{ ...group, ...fields }] });
  const inSection = (fields: Loose): unknown => change({ sections: [{ ...only, ...fields }] });
  const classless = Object.fromEntries(Object.entries(only ?? {}).filter(([name]) => name !== "class"));
  const numbered = (id: string): unknown => ({ ...only, id });
  const kid = toBase64Url(named("kid").bytes(16));
  const kids = Array.from({ length: 513 }, (_, at) => toBase64Url(named(`kid ${at}`).bytes(16)));
  const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `c-${at}`);
  return [
    ["version 2", "VERSION", change({ v: 2 })],
    ["version as a text", "VERSION", change({ v: "1" })],
    ["version missing", "FORMAT", without("v")],
    ["suite CE2", "SUITE", change({ suite: "CE2" })],
    ["suite missing", "SUITE", without("suite")],
    ["an unknown field", "FORMAT", change({ note: "x" })],
    ["context missing", "FORMAT", without("context")],
    ["groups missing", "FORMAT", without("groups")],
    ["sections missing", "FORMAT", without("sections")],
    ["supersedes missing", "FORMAT", without("supersedes")],
    ["supersedes of 31 bytes", "FORMAT", change({ supersedes: toBase64Url(new Uint8Array(31)) })],
    ["supersedes an empty text", "FORMAT", change({ supersedes: "" })],
    ["context with an unknown field", "FORMAT", inContext({ lang: "sv" })],
    ["app in capitals", "FORMAT", inContext({ app: context.app.toUpperCase() })],
    ["app not a UUID", "FORMAT", inContext({ app: "application-1" })],
    ["applicant of 31 bytes", "FORMAT", inContext({ applicant: toBase64Url(new Uint8Array(31)) })],
    [
      "applicant another key than the signer",
      "SIGNATURE",
      inContext({ applicant: toBase64Url(new Uint8Array(32)) }),
    ],
    ["no controller", "FORMAT", inContext({ controllers: [] })],
    [
      "a controller twice",
      "FORMAT",
      inContext({ controllers: ["familjehem-sverige", "familjehem-sverige"] }),
    ],
    ["seventeen controllers", "LIMIT", inContext({ controllers: names(17) })],
    ["a controller of 257 bytes", "LIMIT", inContext({ controllers: ["x".repeat(257)] })],
    ["controllers a text", "FORMAT", inContext({ controllers: "familjehem-sverige" })],
    ["purpose empty", "FORMAT", inContext({ purpose: "" })],
    ["purpose a number", "FORMAT", inContext({ purpose: 1 })],
    ["purpose in decomposed Unicode", "FORMAT", inContext({ purpose: "ansökan".normalize("NFD") })],
    ["purpose of 129 letters å, 258 bytes", "LIMIT", inContext({ purpose: "å".repeat(129) })],
    ["schema empty", "FORMAT", inContext({ schema: "" })],
    ["schema of 257 bytes", "LIMIT", inContext({ schema: "x".repeat(257) })],
    ["created with fractions", "FORMAT", inContext({ created: "2026-11-21T18:00:00.000Z" })],
    ["created with an offset", "FORMAT", inContext({ created: "2026-11-21T19:00:00+01:00" })],
    ["created on 30 February", "FORMAT", inContext({ created: "2026-02-30T18:00:00Z" })],
    ["created at 24 o'clock", "FORMAT", inContext({ created: "2026-11-21T24:00:00Z" })],
    ["no group", "FORMAT", change({ groups: [] })],
    ["groups an object", "FORMAT", change({ groups: { g1: group } })],
    ["seventeen groups", "LIMIT", change({ groups: names(17).map((id) => ({ id, recipients: [kid] })) })],
    ["a group twice", "FORMAT", change({ groups: [group, group] })],
    ["group id in capitals", "FORMAT", inGroup({ id: "G1" })],
    ["group id of 33 characters", "FORMAT", inGroup({ id: "g".repeat(33) })],
    ["group without recipients", "FORMAT", inGroup({ recipients: [] })],
    ["a recipient twice", "FORMAT", inGroup({ recipients: [kid, kid] })],
    ["recipient of 15 bytes", "FORMAT", inGroup({ recipients: [toBase64Url(new Uint8Array(15))] })],
    ["513 recipients", "LIMIT", inGroup({ recipients: kids })],
    ["no section", "FORMAT", change({ sections: [] })],
    ["257 sections", "LIMIT", change({ sections: names(257).map((id) => numbered(id)) })],
    ["a section twice", "FORMAT", change({ sections: [only, only] })],
    ["section id with an underscore", "FORMAT", inSection({ id: "file_1" })],
    ["section with an unknown field", "FORMAT", inSection({ name: "x.pdf" })],
    ["section without its class", "FORMAT", change({ sections: [classless] })],
    ["class empty", "FORMAT", inSection({ class: "" })],
    ["section of a group that is not listed", "FORMAT", inSection({ group: "g9" })],
    ["hash of 31 bytes", "FORMAT", inSection({ hash: toBase64Url(new Uint8Array(31)) })],
    ["slot hash in standard base64", "FORMAT", inSection({ slot: "+".repeat(43) })],
    ["padding of an unknown kind", "FORMAT", inSection({ pad: "8k" })],
    ["size 71, below the least", "FORMAT", inSection({ size: 71 })],
    ["size of a message that lost its final chunk", "FORMAT", inSection({ size: 56 + 16_400 })],
    ["size negative", "FORMAT", inSection({ size: -72 })],
    ["size a text", "FORMAT", inSection({ size: "172" })],
    ["size above 16 GiB", "LIMIT", inSection({ size: 2 ** 35 })],
    ["4k padding of a size that is no multiple", "FORMAT", inSection({ pad: "4k" })],
    [
      "4k padding of more than 4 MiB",
      "LIMIT",
      inSection({ pad: "4k", size: sealedSize(4 * 2 ** 20 + 8192) }),
    ],
    ["padding of an empty message", "FORMAT", inSection({ pad: "padme", size: 72 })],
  ];
}

const expectations: [string, Expect][] = [
  ["another application expected", { ...expect, app: "00000000-0000-4000-8000-000000000000" }],
  ["another controller expected", { ...expect, controller: "ifo-namnd" }],
  ["another purpose expected", { ...expect, purpose: "foster-care-decision" }],
  ["another schema expected", { ...expect, schemas: ["fam-intresse/2"] }],
  ["no schema expected", { ...expect, schemas: [] }],
];

/** Envelopes that must be refused for their manifest, one fault each. */
export async function negativeManifestCases(): Promise<Record<string, VectorCase[]>> {
  const alva = await party("alva", "x25519");
  const made = await make("negative", { g1: [alva.keys] }, [section("contact", 100)]);
  const { between: _, content: __, ...base } = await opens("base", made, alva);
  const refused = (name: string, result: string, manifest: unknown): VectorCase => ({
    ...base,
    name,
    manifest: manifest as Dsse,
    result,
  });
  const expecting = (name: string, other: Expect): VectorCase => ({
    ...base,
    name,
    expect: other,
    result: "CONTEXT",
  });
  const { receipt } = made;
  return {
    signature: wrapperChanges(made).map(([name, code, manifest]) => refused(name, code, manifest)),
    json: textChanges(made).map(([name, code, bytes]) => refused(name, code, signed(receipt, bytes))),
    manifest: fieldChanges(manifestOf(made)).map(([name, code, value]) =>
      refused(name, code, signed(receipt, value)),
    ),
    expectation: expectations.map(([name, other]) => expecting(name, other)),
  };
}
