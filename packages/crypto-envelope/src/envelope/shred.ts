import { EnvelopeError, unexpected } from "../errors.ts";
import { clockReading } from "../format/instant.ts";
import { type Keyring, keyringOf, shredRecordOf } from "../format/keyring.ts";

/**
 * Destroys a section: its slot, the only copy of its key, gives way to a record of when and by which rule. Needs no
 * key. The caller must see that the old keyring is overwritten wherever it was stored, backups included.
 * Throws VERSION, FORMAT, LIMIT, SHREDDED (already done).
 */
export function shred(
  keyring: Keyring,
  section: string,
  record: { readonly at: string; readonly rule: string },
): Keyring {
  const checked = keyringOf(keyring);
  const slot = checked.slots[section];
  if (!Object.hasOwn(checked.slots, section) || slot === undefined) {
    throw unexpected("id", "a section of the envelope");
  }
  if (typeof slot !== "string") throw new EnvelopeError("SHREDDED", "the section's key has been destroyed");
  const done = shredRecordOf({ shredded: clockReading(record.at, "at"), rule: record.rule }, "record");
  return { ...checked, slots: { ...checked.slots, [section]: done } };
}
