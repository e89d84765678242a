/** Signatures that some libraries accept and others refuse, by points of small order and by their encodings. */
import { ed25519 } from "@noble/curves/ed25519.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { toBase64 } from "../../src/format/base64.ts";
import { preAuthEncoding } from "../../src/format/dsse.ts";
import { canonicalBytesOf } from "../../src/format/json.ts";
import { manifestType } from "../../src/format/manifest.ts";
import { type Dsse, fromBase64Url, toBase64Url } from "../../src/index.ts";
import { type Made, make, manifestOf, opens, party, section } from "./build.ts";
import type { VectorCase } from "./case.ts";

const { Point } = ed25519;
const order = Point.CURVE().n;
const orderEight = Point.fromHex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05");
const middle = "ff".repeat(30);

function number(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

function encoded(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, at) => Number((value >> BigInt(8 * at)) & 255n));
}

/** The private scalar of the receipt's signing key (CE1 section 7, RFC 8032 section 5.1.5). */
function scalarOf({ receipt }: Made): bigint {
  const seed = fromBase64Url(receipt.toString().slice("cenv1r.".length)).slice(16, 48);
  const sign = hmac(sha256, seed, concatBytes(utf8ToBytes("cenv1/applicant-sign"), Uint8Array.of(1)));
  return ed25519.utils.getExtendedPublicKey(sign).scalar;
}

/** The manifest signed again by its own applicant, with R = [once]B + `added`. */
function signedWith(made: Made, once: bigint, added: typeof orderEight): Dsse {
  const { manifest, receipt } = made;
  const message = preAuthEncoding(manifestType, canonicalBytesOf(manifestOf(made)));
  const r = Point.BASE.multiplyUnsafe(once).add(added).toBytes();
  const k = number(sha512(concatBytes(r, receipt.applicant, message))) % order;
  const sig = concatBytes(r, encoded((once + k * scalarOf(made)) % order));
  return { ...manifest, signatures: [{ keyid: toBase64Url(receipt.applicant), sig: toBase64(sig) }] };
}

/** A manifest that names a key of small order as its applicant, with a signature that fits any message under it. */
function signedByNobody(made: Made, key: Uint8Array): Dsse {
  const manifest = manifestOf(made);
  const changed = { ...manifest, context: { ...manifest.context, applicant: toBase64Url(key) } };
  const sig = concatBytes(Point.BASE.toBytes(), encoded(1n));
  return {
    ...made.manifest,
    payload: toBase64(canonicalBytesOf(changed)),
    signatures: [{ keyid: toBase64Url(key), sig: toBase64(sig) }],
  };
}

const keys: readonly (readonly [string, string])[] = [
  ["order 1", `01${"00".repeat(31)}`],
  ["order 1 with the sign bit", `01${"00".repeat(30)}80`],
  ["order 1 encoded as p + 1", `ee${middle}7f`],
  ["order 1 encoded as p + 1 with the sign bit", `ee${middle}ff`],
];

/** All of them SIGNATURE; an opener that takes one of the keys goes on to CONTEXT. */
export async function negativePointCases(): Promise<VectorCase[]> {
  const controller = await party("controller-1", "x25519");
  const made = await make("points", { g1: [controller.keys] }, [section("contact", 300)]);
  const { between: _, content: __, ...base } = await opens("", made, controller);
  const zero = Point.ZERO;
  const cases: [string, Dsse][] = [
    ["R with a part of order 8: holds only times the cofactor", signedWith(made, 987_654_321n, orderEight)],
    ["R of order 1, where the equation holds", signedWith(made, 0n, zero)],
    ...keys.map(([name, hex]): [string, Dsse] => [
      `applicant key of ${name}`,
      signedByNobody(made, Uint8Array.from(Buffer.from(hex, "hex"))),
    ]),
  ];
  const refused = (name: string, manifest: Dsse): VectorCase => ({
    ...base,
    name,
    manifest,
    result: "SIGNATURE",
  });
  return cases.map(([name, manifest]) => refused(name, manifest));
}
