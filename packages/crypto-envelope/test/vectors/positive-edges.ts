/** What an opener must still open: the largest counts, odd texts, signatures that nobody checks, odd encodings. */
import { x25519 } from "@noble/curves/ed25519.js";
import { toBase64 } from "../../src/format/base64.ts";
import { dhkemSecret } from "../../src/kem/hpke.ts";
import { type Encapsulate, wrap } from "../../src/envelope/wrap.ts";
import { type Keyring, fromBase64Url, toBase64Url } from "../../src/index.ts";
import {
  type Made,
  context,
  engineOf,
  expect,
  make,
  named,
  opens,
  party,
  receiptOf,
  section,
} from "./build.ts";
import type { VectorCase } from "./case.ts";

/** DHKEM with the bit of `enc` set that X25519 leaves out; what is derived from has it set too. */
const withTopBit: Encapsulate = (_, publicKey, entropy) => {
  const own = entropy.bytes(32);
  const enc = x25519.getPublicKey(own);
  enc[31] = (enc[31] ?? 0) | 0x80;
  const secret = dhkemSecret(x25519.getSharedSecret(own, publicKey), enc, publicKey);
  return Promise.resolve({ enc, secret });
};

/** The same envelope with its first stanza made by another encapsulation. */
export async function rewrapped(
  base: VectorCase,
  to: Parameters<typeof wrap>[3],
  by: Encapsulate,
): Promise<Keyring> {
  const { between, keyring } = base;
  const [first, ...others] = keyring.stanzas;
  if (first === undefined) throw new Error("a stanza at least");
  const keys = between?.["groupKeys"] as Record<string, string>;
  const key = fromBase64Url(keys[first.group] ?? "");
  const engine = { ...engineOf(`rewrap ${base.name}`), encapsulate: by };
  const stanza = await wrap(engine, fromBase64Url(keyring.cid), first.group, to, key);
  return { ...keyring, stanzas: [stanza, ...others] };
}

/** Counter-signatures of nobody. */
function withSignatures(made: Made, count: number): Made {
  const more = Array.from({ length: count }, (_, at) => ({
    keyid: toBase64Url(named(`nobody ${at}`).bytes(32)),
    sig: toBase64(new Uint8Array(64)),
  }));
  return { ...made, manifest: { ...made.manifest, signatures: [...made.manifest.signatures, ...more] } };
}

/** Everything at the edge that opens. */
export async function positiveEdgeCases(): Promise<VectorCase[]> {
  const alva = await party("alva", "x25519");
  const one = { g1: [alva.keys] };
  const made = await make("edges", one, [section("contact", 100)]);
  const cases = [
    await opens("a counter-signature that does not hold", withSignatures(made, 1), alva),
    await opens("eight signatures", withSignatures(made, 7), alva),
  ];

  const base = await opens("enc with its top bit set", made, alva);
  cases.push(
    await opens(base.name, made, alva, { keyring: await rewrapped(base, alva.publicKey, withTopBit) }),
  );

  const contexts: [string, Partial<typeof context>][] = [
    ["texts of 256 bytes", { purpose: "å".repeat(128), schema: "s".repeat(256) }],
    [
      "a text with NUL, a quote, controls and letters beyond",
      { purpose: '\u0000"\\/\u001f\u007f\u2028\uffff😀<&>' },
    ],
    ["created on 29 February 0000", { created: "0000-02-29T00:00:00Z" }],
    ["created in the last second of 9999", { created: "9999-12-31T23:59:59Z" }],
    ["an app of zeros", { app: "00000000-0000-0000-0000-000000000000" }],
  ];
  for (const [name, change] of contexts) {
    const changed = { ...context, ...change };
    const { app, purpose, schema } = changed;
    const envelope = await make(name, one, [section("contact", 10)], {
      context: changed,
      ...(change.app === undefined ? {} : { receipt: receiptOf(name, app) }),
    });
    cases.push(await opens(name, envelope, alva, { expect: { ...expect, app, purpose, schemas: [schema] } }));
  }

  const names = Array.from({ length: 16 }, (_, at) => `group-${at}`);
  const groups = await make("sixteen groups", Object.fromEntries(names.map((id) => [id, [alva.keys]])), [
    section("first", 10, { group: "group-0" }),
    section("last", 10, { group: "group-15" }),
  ]);
  cases.push(await opens("sixteen groups", groups, alva));
  const inputs = Array.from({ length: 256 }, (_, at) => section(`s-${at}`, at % 3));
  cases.push(await opens("256 sections", await make("256 sections", one, inputs), alva));
  const odd = await make("odd names", { constructor: [alva.keys] }, [
    section("constructor", 10, { group: "constructor" }),
    section("-", 10, { group: "constructor" }),
    section("0", 10, { group: "constructor" }),
  ]);
  cases.push(await opens("ids that are words elsewhere", odd, alva));
  return cases;
}
