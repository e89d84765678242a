import { sha256 } from "@noble/hashes/sha2.js";
import {
  type Keyring,
  type Manifest,
  type ShredRecord,
  fromBase64Url,
  toBase64Url,
  verify,
} from "../../src/index.ts";
import { shred } from "../../src/keyring.ts";
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

export function flipped(text: string, at: number): string {
  const bytes = fromBase64Url(text);
  bytes[at < 0 ? bytes.length + at : at] = (bytes.at(at) ?? 0) ^ 1;
  return toBase64Url(bytes);
}

/** Refusals of the keyring, one fault each. */
export async function negativeKeyringCases(): Promise<Record<string, VectorCase[]>> {
  const alva = await party("alva", "x25519");
  const bo = await party("bo", "x25519");
  const cai = await party("cai", "xwing");
  const to = { g1: [alva.keys, bo.keys], g2: [alva.keys] };
  const inputs = [section("contact", 100, { group: "g1" }), section("health", 100, { group: "g2" })];
  const made = await make("negative keyring", to, inputs);
  const other = await make("another envelope", to, inputs);
  const { between: _, content: __, ...base } = await opens("base", made, alva);
  const { keyring } = made;
  const refused = (
    name: string,
    result: string,
    value: unknown,
    more: Partial<VectorCase> = {},
  ): VectorCase => ({
    ...base,
    name,
    keyring: value as Keyring,
    result,
    ...more,
  });
  const with_ = (change: Loose): unknown => ({ ...keyring, ...change });
  const [first, second] = keyring.stanzas;
  if (first === undefined || second === undefined) throw new Error("two stanzas at least");
  const stanza = (change: Loose): unknown =>
    with_({ stanzas: [{ ...first, ...change }, ...keyring.stanzas.slice(1)] });
  const { contact, health } = keyring.slots as Record<string, string>;
  const slots = (change: Loose): unknown => with_({ slots: { ...keyring.slots, ...change } });
  const { kid: ___, ...nameless } = first;
  const many = Array.from({ length: 513 }, (_, at) => ({
    ...first,
    kid: toBase64Url(named(`kid ${at}`).bytes(16)),
  }));
  const gone = { shredded: "2027-01-31T00:00:00Z", rule: "r" } satisfies ShredRecord;

  const shape = [
    refused("keyring a list", "FORMAT", []),
    refused("keyring of version 2", "VERSION", with_({ v: 2 })),
    refused("keyring without version", "FORMAT", {
      cid: keyring.cid,
      stanzas: keyring.stanzas,
      slots: keyring.slots,
    }),
    refused("keyring with an unknown field", "FORMAT", with_({ note: "x" })),
    refused("keyring without stanzas", "FORMAT", { v: 1, cid: keyring.cid, slots: keyring.slots }),
    refused("cid of 31 bytes", "FORMAT", with_({ cid: toBase64Url(new Uint8Array(31)) })),
    refused("cid of another envelope", "CONTEXT", with_({ cid: other.keyring.cid })),
    refused("the keyring of another envelope", "CONTEXT", other.keyring),
    refused("stanzas an object", "FORMAT", with_({ stanzas: { first } })),
    refused("513 stanzas", "LIMIT", with_({ stanzas: many })),
    refused("stanza with an unknown field", "FORMAT", stanza({ note: "x" })),
    refused("stanza without its kid", "FORMAT", with_({ stanzas: [nameless] })),
    refused("stanza of an unknown kind of key", "FORMAT", stanza({ kem: "p256" })),
    refused("stanza said to be of the other kind", "FORMAT", stanza({ kem: "xwing" })),
    refused("enc of 31 bytes", "FORMAT", stanza({ enc: toBase64Url(new Uint8Array(31)) })),
    refused("ct of 47 bytes", "FORMAT", stanza({ ct: toBase64Url(fromBase64Url(first.ct).slice(1)) })),
    refused("ct of 49 bytes", "FORMAT", stanza({ ct: toBase64Url(new Uint8Array(49)) })),
    refused("kid of 15 bytes", "FORMAT", stanza({ kid: toBase64Url(new Uint8Array(15)) })),
    refused("a stanza twice", "FORMAT", with_({ stanzas: [first, first] })),
    refused("stanza of a group that the manifest does not have", "FORMAT", stanza({ group: "g9" })),
    refused("slots a list", "FORMAT", with_({ slots: [contact, health] })),
    refused("a slot missing", "FORMAT", with_({ slots: { contact } })),
    refused("a slot too many", "FORMAT", slots({ extra: contact })),
    refused("a slot under an id in capitals", "FORMAT", slots({ CONTACT: contact })),
    refused(
      "a slot of 103 bytes",
      "FORMAT",
      slots({ contact: toBase64Url(fromBase64Url(contact ?? "").slice(1)) }),
    ),
    refused("a slot of null", "FORMAT", slots({ contact: null })),
    refused("a shred record without rule", "FORMAT", slots({ contact: { shredded: gone.shredded } })),
    refused("a shred record with an unknown field", "FORMAT", slots({ contact: { ...gone, by: "x" } })),
    refused(
      "a shred record without a real time",
      "FORMAT",
      slots({ contact: { ...gone, shredded: "soon" } }),
    ),
  ];

  const stanzasOf = (kid: string): Keyring => ({
    ...keyring,
    stanzas: keyring.stanzas.filter((item) => item.kid === kid),
  });
  const unwrap = [
    refused("no stanza at all", "NO_KEY", with_({ stanzas: [] })),
    refused("no stanza of this key", "NO_KEY", stanzasOf(bo.publicKey.kid)),
    refused("opened with a key of the other kind", "NO_KEY", keyring, {
      key: { kem: "xwing", seed: toBase64Url(cai.seed) },
    }),
    refused("opened with another applicant's receipt", "NO_KEY", keyring, {
      key: { receipt: receiptOf("somebody else").toString() },
    }),
    refused("ct flipped in its first byte", "UNWRAP", stanza({ ct: flipped(first.ct, 0) })),
    refused("ct flipped in its tag", "UNWRAP", stanza({ ct: flipped(first.ct, -1) })),
    refused("enc flipped", "UNWRAP", stanza({ enc: flipped(first.enc, 0) })),
    refused(
      "enc of zeros, a point of small order",
      "UNWRAP",
      stanza({ enc: toBase64Url(new Uint8Array(32)) }),
    ),
    refused(
      "the stanza of another recipient under this kid",
      "UNWRAP",
      stanza({ enc: second.enc, ct: second.ct }),
    ),
    refused(
      "the stanza of another group under this group",
      "UNWRAP",
      with_({
        stanzas: keyring.stanzas.map((item) => ({ ...item, group: item.group === "g1" ? "g2" : "g1" })),
      }),
    ),
    refused("the stanza of another envelope", "UNWRAP", with_({ stanzas: other.keyring.stanzas })),
  ];

  const slot = [
    ["salt", 0],
    ["commitment", 30],
    ["sealed key", 60],
    ["tag", -1],
  ].map(([what, at]) =>
    refused(`slot flipped in its ${what}`, "CORRUPT", slots({ contact: flipped(contact ?? "", Number(at)) })),
  );
  slot.push(
    refused("slots of two sections exchanged", "CORRUPT", slots({ contact: health, health: contact })),
    refused("slot of another envelope", "CORRUPT", slots({ contact: other.keyring.slots["contact"] })),
    refused(
      "a section that has been shredded",
      "SHREDDED",
      shred(keyring, "contact", { at: gone.shredded, rule: "r" }),
    ),
  );

  return { keyring: shape, unwrap, slot: [...slot, ...signedSlots(made, other, base)] };
}

/** Slots whose hash has been signed anew by the applicant, so that only the slot itself can refuse. */
function signedSlots(made: Made, other: Made, base: Omit<VectorCase, "name" | "result">): VectorCase[] {
  const manifest = manifestOf(made);
  const resigned = (name: string, result: string, slots: Record<string, string | undefined>): VectorCase => {
    const sections = manifest.sections.map((item) => {
      const text = slots[item.id];
      return text === undefined ? item : { ...item, slot: toBase64Url(sha256(fromBase64Url(text))) };
    });
    const keyring = { ...made.keyring, slots: { ...made.keyring.slots, ...slots } } as Keyring;
    return { ...base, name, result, keyring, manifest: signed(made.receipt, { ...manifest, sections }) };
  };
  const { contact, health } = made.keyring.slots as Record<string, string>;
  return [
    resigned("slots exchanged and signed for", "COMMITMENT", { contact: health, health: contact }),
    resigned("slot of another envelope, signed for", "COMMITMENT", {
      contact: other.keyring.slots["contact"] as string,
    }),
    resigned("slot flipped in its salt and signed for", "COMMITMENT", { contact: flipped(contact ?? "", 0) }),
    resigned("slot flipped in its commitment and signed for", "COMMITMENT", {
      contact: flipped(contact ?? "", 30),
    }),
    resigned("slot flipped in its tag and signed for", "CORRUPT", { contact: flipped(contact ?? "", -1) }),
  ];
}

/** The applicant signs another context over the same keys: nothing that was wrapped for the first one opens. */
export async function negativeContextCases(): Promise<VectorCase[]> {
  const alva = await party("alva", "x25519");
  const made = await make("rebound", { g1: [alva.keys] }, [section("contact", 100)]);
  const { between: _, content: __, ...base } = await opens("base", made, alva);
  const manifest = manifestOf(made);
  const changes: [string, Partial<Manifest["context"]>][] = [
    ["application", { app: "00000000-0000-4000-8000-000000000000" }],
    ["purpose", { purpose: "foster-care-decision" }],
    ["schema", { schema: "fam-intresse/2" }],
    ["time", { created: "2026-11-21T18:00:01Z" }],
    ["list of controllers", { controllers: [...context.controllers, "ifo-namnd"] }],
  ];
  return changes.flatMap(([what, change]) => {
    const changed = { ...manifest, context: { ...manifest.context, ...change } };
    const renewed = signed(made.receipt, changed);
    const wanted = { purpose: changed.context.purpose, schemas: [changed.context.schema] };
    const cid = toBase64Url(verify(renewed, wanted).cid);
    const shared = { ...base, manifest: renewed, expect: { ...expect, ...wanted, app: changed.context.app } };
    return [
      { ...shared, name: `another ${what}, signed for, with the old keyring`, result: "CONTEXT" },
      {
        ...shared,
        name: `another ${what}, signed for, with the old stanzas under the new cid`,
        keyring: { ...made.keyring, cid },
        result: "UNWRAP",
      },
    ];
  });
}
