import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { equalBytes } from "./equal.ts";
import { EnvelopeError, beyond, unexpected } from "../errors.ts";
import { type KemId, kemIds, kems } from "../kem/public-key.ts";
import { limits } from "../limits.ts";
import { slotSize } from "../payload/slot.ts";
import { fromBase64Url } from "./base64.ts";
import { encodedOf, hashOf, kidOf } from "./fields.ts";
import { instantOf } from "./instant.ts";
import { type Reader, idOf, namedListOf, objectOf, oneOf } from "./json.ts";
import { parsed, recordOf, textOf, v1, versionOne } from "./json.ts";
import type { Manifest } from "./manifest.ts";

/** A group key wrapped for one recipient: HPKE `enc` and 48-byte `ct`, base64url. */
export interface Stanza {
  readonly group: string;
  readonly kem: KemId;
  /** The recipient's key, as in `PublicKey`. */
  readonly kid: string;
  /** 32 bytes, or 1120 for X-Wing. */
  readonly enc: string;
  readonly ct: string;
}

/** What stands where a section's key was: when it was destroyed and by which rule. */
export interface ShredRecord {
  /** RFC 3339 in UTC with whole seconds. */
  readonly shredded: string;
  /** 1 to 256 bytes of UTF-8 in NFC. */
  readonly rule: string;
}

/** The changing part of an envelope. Needs no signature: every part is bound to `cid` and proves itself. */
export interface Keyring {
  readonly v: 1;
  /** `Verified.cid`, base64url. */
  readonly cid: string;
  readonly stanzas: readonly Stanza[];
  /** Section id to its 104-byte slot (base64url), or to the record of its destruction. */
  readonly slots: Readonly<Record<string, string | ShredRecord>>;
}

const wrappedSize = 48;

const stanzaOf: Reader<Stanza> = (value) => {
  const text: Reader<string> = (field) => field as string;
  const stanza = recordOf<Stanza>(value, "stanza", {
    group: idOf,
    kem: oneOf(...kemIds),
    kid: kidOf,
    enc: text,
    ct: encodedOf(wrappedSize),
  });
  fromBase64Url(stanza.enc, kems[stanza.kem].enc, "enc");
  return stanza;
};

/** A record of destruction, checked. Throws FORMAT, LIMIT. */
export const shredRecordOf: Reader<ShredRecord> = (value) =>
  recordOf(value, "shred record", { shredded: instantOf, rule: textOf });

const slotOf: Reader<string | ShredRecord> = (value, what) =>
  typeof value === "string" ? encodedOf(slotSize)(value, what) : shredRecordOf(value, what);

const slotsOf: Reader<Keyring["slots"]> = (value, what) => {
  const entries = Object.entries(objectOf(value, what));
  if (entries.length > limits.sections) throw beyond(what, limits.sections);
  // An id has no underscore, so that none can be `__proto__`.
  return Object.fromEntries(entries.map(([id, slot]) => [idOf(id, "slot id"), slotOf(slot, "slot")]));
};

/** Checks the shape and sizes of a keyring. Throws VERSION, FORMAT, LIMIT. */
export function keyringOf(value: unknown): Keyring {
  versionOne(value, "keyring");
  return recordOf<Keyring>(value, "keyring", {
    v: v1,
    cid: hashOf,
    stanzas: namedListOf(limits.recipients, 0, stanzaOf, ({ group, kid }) => `${group} ${kid}`),
    slots: slotsOf,
  });
}

/** Reads a keyring's JSON text (at most 2 MiB). Throws LIMIT, VERSION, FORMAT. */
export function parseKeyring(text: string): Keyring {
  if (typeof text !== "string") throw unexpected("keyring", "a text");
  if (text.length > limits.keyringBytes || utf8ToBytes(text).length > limits.keyringBytes)
    throw beyond("keyring", limits.keyringBytes, "bytes");
  return keyringOf(parsed(text, "keyring"));
}

/** Checks that a keyring belongs to a manifest: same `cid`, one slot a section, known groups. Throws CONTEXT, FORMAT. */
export function matchKeyring(keyring: Keyring, { groups, sections }: Manifest, cid: Uint8Array): void {
  if (!equalBytes(fromBase64Url(keyring.cid), cid))
    throw new EnvelopeError("CONTEXT", "the keyring is another envelope's");
  const slotIds = Object.keys(keyring.slots);
  if (slotIds.length !== sections.length || !sections.every(({ id }) => slotIds.includes(id)))
    throw unexpected("slots", "one for each section");
  if (!keyring.stanzas.every(({ group }) => groups.some(({ id }) => id === group)))
    throw unexpected("stanza", "a group of the manifest");
}

/** The bytes of a slot after its hash has been compared with the manifest's. Throws SHREDDED, CORRUPT. */
export function checkedSlot(
  keyring: Keyring,
  section: { readonly id: string; readonly slot: string },
): Uint8Array {
  const slot = keyring.slots[section.id];
  if (typeof slot !== "string") throw new EnvelopeError("SHREDDED", "the section's key has been destroyed");
  const bytes = fromBase64Url(slot);
  if (!equalBytes(sha256(bytes), fromBase64Url(section.slot))) {
    throw new EnvelopeError("CORRUPT", "the slot is not the signed one");
  }
  return bytes;
}
