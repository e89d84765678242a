import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { equalBytes } from "./equal.ts";
import { EnvelopeError } from "../errors.ts";
import { type KemId, kemIds, kems } from "../kem/public-key.ts";
import { limits } from "../limits.ts";
import { slotSize } from "../payload/slot.ts";
import { fromBase64Url } from "./base64.ts";
import { instantOf } from "./instant.ts";
import { distinct, fieldsOf, idOf, listOf, oneOf, textOf, versionOne } from "./json.ts";
import { kidOf, type Manifest } from "./manifest.ts";

/** A group key wrapped for one recipient: HPKE `enc` and 48-byte `ct`, base64url. */
export interface Stanza {
  readonly group: string;
  readonly kem: KemId;
  readonly kid: string;
  readonly enc: string;
  readonly ct: string;
}

/** What stands where a section's key was: when it was destroyed and by which rule. */
export interface ShredRecord {
  readonly shredded: string;
  readonly rule: string;
}

/** The changing part of an envelope. Needs no signature: every part is bound to `cid` and proves itself. */
export interface Keyring {
  readonly v: 1;
  readonly cid: string;
  readonly stanzas: readonly Stanza[];
  /** Section id to its 104-byte slot (base64url), or to the record of its destruction. */
  readonly slots: Readonly<Record<string, string | ShredRecord>>;
}

const wrappedSize = 48;

function stanzaOf(value: unknown): Stanza {
  const stanza = fieldsOf(value, "stanza", ["group", "kem", "kid", "enc", "ct"]);
  const kem = oneOf(stanza["kem"], "kem", kemIds);
  fromBase64Url(stanza["enc"], kems[kem].enc);
  fromBase64Url(stanza["ct"], wrappedSize);
  return {
    group: idOf(stanza["group"], "stanza group"),
    kem,
    kid: kidOf(stanza["kid"]),
    enc: stanza["enc"] as string,
    ct: stanza["ct"] as string,
  };
}

/** A record of destruction, checked. Throws FORMAT, LIMIT. */
export function shredRecordOf(value: unknown): ShredRecord {
  const record = fieldsOf(value, "shred record", ["shredded", "rule"]);
  return {
    shredded: instantOf(record["shredded"], "shredded"),
    rule: textOf(record["rule"], "rule", limits.contextBytes),
  };
}

function slotOf(value: unknown): string | ShredRecord {
  if (typeof value !== "string") return shredRecordOf(value);
  fromBase64Url(value, slotSize);
  return value;
}

/** Checks the shape and sizes of a keyring. Throws VERSION, FORMAT, LIMIT. */
export function keyringOf(value: unknown): Keyring {
  versionOne(value, "keyring");
  const fields = fieldsOf(value, "keyring", ["v", "cid", "stanzas", "slots"]);
  const stanzas = listOf(fields["stanzas"], "stanzas", limits.recipients).map((item) => stanzaOf(item));
  distinct(
    stanzas.map(({ group, kid }) => `${group} ${kid}`),
    "stanzas",
  );
  const listed = fields["slots"];
  if (typeof listed !== "object" || listed === null || Array.isArray(listed)) {
    throw new EnvelopeError("FORMAT", "slots: an object expected");
  }
  const entries = Object.entries(listed as Record<string, unknown>);
  if (entries.length > limits.sections) throw new EnvelopeError("LIMIT", "slots: more than 256");
  const slots: Record<string, string | ShredRecord> = Object.create(null) as Record<
    string,
    string | ShredRecord
  >;
  for (const [id, slot] of entries) slots[idOf(id, "slot id")] = slotOf(slot);
  fromBase64Url(fields["cid"], 32);
  return { v: 1, cid: fields["cid"] as string, stanzas, slots: { ...slots } };
}

/** Reads a keyring's JSON text (at most 2 MiB). Throws LIMIT, VERSION, FORMAT. */
export function parseKeyring(text: string): Keyring {
  if (typeof text !== "string") throw new EnvelopeError("FORMAT", "keyring: a text expected");
  if (text.length > limits.keyringBytes || utf8ToBytes(text).length > limits.keyringBytes)
    throw new EnvelopeError("LIMIT", "keyring: larger than 2 MiB");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new EnvelopeError("FORMAT", "keyring: JSON expected");
  }
  return keyringOf(value);
}

/** Checks that a keyring belongs to a manifest: same `cid`, one slot a section, known groups. Throws CONTEXT, FORMAT. */
export function matchKeyring(keyring: Keyring, manifest: Manifest, cid: Uint8Array): void {
  if (!equalBytes(fromBase64Url(keyring.cid, 32), cid)) {
    throw new EnvelopeError("CONTEXT", "keyring: it belongs to another envelope");
  }
  const ids = manifest.sections.map(({ id }) => id);
  const slotIds = Object.keys(keyring.slots);
  if (slotIds.length !== ids.length || !slotIds.every((id) => ids.includes(id))) {
    throw new EnvelopeError("FORMAT", "keyring: its slots are not those of the manifest");
  }
  const groups = new Set(manifest.groups.map(({ id }) => id));
  if (!keyring.stanzas.every(({ group }) => groups.has(group))) {
    throw new EnvelopeError("FORMAT", "keyring: a stanza of a group that the manifest does not have");
  }
}

/** The bytes of a slot after its hash has been compared with the manifest's. Throws SHREDDED, CORRUPT. */
export function checkedSlot(
  keyring: Keyring,
  section: { readonly id: string; readonly slot: string },
): Uint8Array {
  const slot = keyring.slots[section.id];
  if (typeof slot !== "string")
    throw new EnvelopeError("SHREDDED", "the key of this section has been destroyed");
  const bytes = fromBase64Url(slot, slotSize);
  if (!equalBytes(sha256(bytes), fromBase64Url(section.slot, 32))) {
    throw new EnvelopeError("CORRUPT", "the slot is not the one that was signed");
  }
  return bytes;
}
