/** Refusals that openers have been seen to differ in, or could: encodings, odd JSON, odd points, counts over lists. */
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha3_256 } from "@noble/hashes/sha3.js";
import { sha512 } from "@noble/hashes/sha2.js";
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { ml_kem768 } from "@noble/post-quantum/ml-kem.js";
import type { Encapsulate } from "../../src/envelope/wrap.ts";
import { toBase64 } from "../../src/format/base64.ts";
import { preAuthEncoding } from "../../src/format/dsse.ts";
import { canonicalBytesOf } from "../../src/format/json.ts";
import { manifestType } from "../../src/format/manifest.ts";
import { type Dsse, type Keyring, toBase64Url } from "../../src/index.ts";
import { type Made, make, manifestOf, named, opens, party, section, signed } from "./build.ts";
import type { VectorCase } from "./case.ts";
import { rewrapped } from "./positive-edges.ts";

const { Point } = ed25519;
const order = Point.CURVE().n;
const orderEight = Point.fromHex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05");

function number(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

function encoded(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, at) => Number((value >> BigInt(8 * at)) & 255n));
}

/**
 * A manifest by a key with a part of order 8. Such a signature holds where `k`, as it multiplies, is a multiple of 8;
 * `reduced` says whether that is `k` modulo the group order, as CE1 has it, or only `k` before that.
 */
function signedByMixedKey(made: Made, reduced: boolean): Dsse {
  const scalar = number(named("mixed key").bytes(64)) % order;
  const key = Point.BASE.multiply(scalar).add(orderEight).toBytes();
  const manifest = manifestOf(made);
  const context = { ...manifest.context, applicant: toBase64Url(key) };
  const body = canonicalBytesOf({ ...manifest, context });
  for (let once = 2n; ; once += 1n) {
    const r = Point.BASE.multiply(once).toBytes();
    const k = number(sha512(concatBytes(r, key, preAuthEncoding(manifestType, body))));
    if (((k % order) % 8n === 0n) !== reduced || (k % 8n === 0n) === reduced) continue;
    const sig = concatBytes(r, encoded((once + (k % order) * scalar) % order));
    const signatures = [{ keyid: toBase64Url(key), sig: toBase64(sig) }];
    return { ...made.manifest, payload: toBase64(body), signatures };
  }
}

/** X-Wing with an ephemeral public key of small order: without a check both sides come to the same secret. */
const withPoint =
  (point: Uint8Array): Encapsulate =>
  (_, publicKey, entropy) => {
    const { cipherText, sharedSecret } = ml_kem768.encapsulate(publicKey.slice(0, 1184), entropy.bytes(32));
    const label = Uint8Array.of(0x5c, 0x2e, 0x2f, 0x2f, 0x5e, 0x5c);
    const parts = [sharedSecret, new Uint8Array(32), point, publicKey.slice(1184), label];
    return Promise.resolve({ enc: concatBytes(cipherText, point), secret: sha3_256(concatBytes(...parts)) });
  };

async function xwingCases(): Promise<VectorCase[]> {
  const cai = await party("cai", "xwing");
  const base = await opens(
    "xwing",
    await make("xwing edges", { g1: [cai.keys] }, [section("contact", 10)]),
    cai,
  );
  const ofEight = Uint8Array.from(
    Buffer.from("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b880", "hex"),
  );
  const { between: _, content: __, ...rest } = base;
  const refused = async (name: string, point: Uint8Array): Promise<VectorCase> => ({
    ...rest,
    name,
    keyring: await rewrapped(base, cai.publicKey, withPoint(point)),
    result: "UNWRAP",
  });
  return [
    await refused("xwing, enc with an X25519 part of zeros", new Uint8Array(32)),
    await refused("xwing, enc with an X25519 part of order 8 and its top bit set", ofEight),
  ];
}

/** The payload with one piece of its text replaced, signed by its own applicant. */
function payloads(made: Made): [string, string, Dsse][] {
  const text = new TextDecoder().decode(canonicalBytesOf(manifestOf(made)));
  const with_ = (
    name: string,
    result: string,
    from: string,
    to: string | Uint8Array,
  ): [string, string, Dsse] => {
    const at = text.indexOf(from);
    if (at < 0) throw new Error(`no ${from} in the manifest`);
    const bytes = typeof to === "string" ? utf8ToBytes(to) : to;
    const parts = [utf8ToBytes(text.slice(0, at)), bytes, utf8ToBytes(text.slice(at + from.length))];
    return [name, result, signed(made.receipt, concatBytes(...parts))];
  };
  const purpose = '"purpose":"foster';
  const size = `"size":${manifestOf(made).sections[0]?.size}`;
  const bytes = (...values: number[]): Uint8Array =>
    concatBytes(utf8ToBytes('"purpose":"'), Uint8Array.from(values), utf8ToBytes("foster"));
  return [
    with_("version true", "VERSION", '"v":1', '"v":true'),
    with_("version null", "VERSION", '"v":1', '"v":null'),
    with_("version 2 and an unknown field", "VERSION", '"v":1', '"v":2,"w":1'),
    with_("suite null", "SUITE", '"suite":"CE1"', '"suite":null'),
    with_("a field called __proto__", "FORMAT", '{"context"', '{"__proto__":{},"context"'),
    with_("a trailing comma", "FORMAT", '"v":1', '"v":1,'),
    with_(
      "lists in lists",
      "FORMAT",
      '"supersedes":null',
      `"supersedes":${"[".repeat(5000)}${"]".repeat(5000)}`,
    ),
    with_("size of 2^53", "FORMAT", size, '"size":9007199254740992'),
    with_("size of 30 digits", "FORMAT", size, `"size":1${"0".repeat(29)}`),
    with_("size that is infinite", "FORMAT", size, '"size":1e400'),
    with_("size written -0", "FORMAT", size, '"size":-0'),
    with_("size NaN", "FORMAT", size, '"size":NaN'),
    with_("purpose with an escaped lone surrogate", "FORMAT", purpose, String.raw`"purpose":"\ud800foster`),
    with_("purpose with an escaped pair", "FORMAT", purpose, String.raw`"purpose":"\ud83d\ude00foster`),
    with_("purpose with a surrogate in UTF-8", "FORMAT", purpose, bytes(0xed, 0xa0, 0x80)),
    with_("purpose in overlong UTF-8", "FORMAT", purpose, bytes(0xc1, 0xa6)),
    with_("purpose with a bare tab", "FORMAT", purpose, bytes(9)),
    with_("created with a line feed", "FORMAT", 'Z","purpose"', String.raw`Z\n","purpose"`),
    with_("created on 29 February 1900", "FORMAT", '"created":"2026-11-21', '"created":"1900-02-29'),
    with_("created in second 60", "FORMAT", ':00Z"', ':60Z"'),
    with_("app with a line feed", "FORMAT", '","applicant"', String.raw`\n","applicant"`),
    with_("class with a line feed", "FORMAT", '"class":"ordinary"', String.raw`"class":"ordinary\n"`),
  ];
}

function wrappers({ manifest }: Made): [string, string, Dsse][] {
  const { payload } = manifest;
  const [first] = manifest.signatures;
  if (first === undefined) throw new Error("a sealed manifest is signed");
  const sig = (change: object): Dsse => ({ ...manifest, signatures: [{ ...first, ...change }] });
  return [
    ["payload with a line feed at its end", "FORMAT", { ...manifest, payload: `${payload}\n` }],
    [
      "payload with a line feed in it",
      "FORMAT",
      { ...manifest, payload: `${payload.slice(0, 76)}\n${payload.slice(76)}` },
    ],
    ["payload with too much padding", "FORMAT", { ...manifest, payload: `${payload}====` }],
    ["key id with a line feed", "FORMAT", sig({ keyid: `${first.keyid}\n` })],
    ["key id with padding", "FORMAT", sig({ keyid: `${first.keyid}=` })],
    ["signature with a line feed", "FORMAT", sig({ sig: `${first.sig}\n` })],
    ["signature without padding", "FORMAT", sig({ sig: first.sig.replaceAll("=", "") })],
  ];
}

/** Everything at the edge that is refused. */
export async function negativeEdgeCases(): Promise<VectorCase[]> {
  const alva = await party("alva", "x25519");
  const inputs = [section("contact", 100, { group: "g1" }), section("health", 100, { group: "g2" })];
  const made = await make("negative edges", { g1: [alva.keys], g2: [alva.keys] }, inputs);
  const { between: _, content: __, ...base } = await opens("base", made, alva);
  const refused = (name: string, result: string, change: Partial<VectorCase>): VectorCase => ({
    ...base,
    name,
    result,
    ...change,
  });
  const { keyring } = made;
  const manifest = manifestOf(made);
  const [stanza] = keyring.stanzas;
  const slot = keyring.slots["contact"];
  if (stanza === undefined || slot === undefined) throw new Error("a stanza and a slot at least");
  const kids = (count: number): string[] =>
    Array.from({ length: count }, (___, at) => toBase64Url(named(`kid ${at}`).bytes(16)));
  const groups = manifest.groups.map(({ id }, at) => ({ id, recipients: kids(at === 0 ? 256 : 257) }));
  const slots = (change: object): Keyring => ({ ...keyring, slots: { ...keyring.slots, ...change } });
  const record = (rule: string): Keyring => slots({ contact: { shredded: "2027-01-31T00:00:00Z", rule } });
  const other = { kem: "xwing", enc: toBase64Url(new Uint8Array(1120)) } as const;
  const dsse: [string, string, Dsse][] = [
    ...wrappers(made),
    ...payloads(made),
    ["513 recipients in two groups", "LIMIT", signed(made.receipt, { ...manifest, groups })],
    ["key with a part of order 8: holds only with k not reduced", "SIGNATURE", signedByMixedKey(made, false)],
    // The signature is good, so that the keyring of the real applicant is what refuses.
    ["key with a part of order 8: holds, with another's keyring", "CONTEXT", signedByMixedKey(made, true)],
  ];
  const rings: [string, string, Keyring][] = [
    ["cid with a line feed", "FORMAT", { ...keyring, cid: `${keyring.cid}\n` }],
    ["keyring of version true", "VERSION", { ...keyring, v: true as unknown as 1 }],
    ["257 slots", "LIMIT", slots(Object.fromEntries(kids(255).map((___, at) => [`s-${at}`, slot])))],
    ["a slot called __proto__", "FORMAT", slots({ ["__proto__"]: slot })],
    ["a shred record with an empty rule", "FORMAT", record("")],
    ["a shred record with a rule of 257 bytes", "LIMIT", record("r".repeat(257))],
    [
      "a stanza of this kid, but of the other kind",
      "NO_KEY",
      { ...keyring, stanzas: [{ ...stanza, ...other }] },
    ],
  ];
  return [
    ...dsse.map(([name, result, value]) => refused(name, result, { manifest: value })),
    ...rings.map(([name, result, value]) => refused(name, result, { keyring: value })),
    ...(await xwingCases()),
  ];
}
