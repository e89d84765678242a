import { EnvelopeError, beyond } from "../errors.ts";
import type { VerifiedKeys } from "../directory/key-document.ts";
import { type Keyring, checkedSlot, keyringOf, matchKeyring } from "../format/keyring.ts";
import type { Decapsulator } from "../kem/keys.ts";
import type { KemId, PublicKey } from "../kem/public-key.ts";
import { limits } from "../limits.ts";
import type { Backend } from "../payload/backend/backend.ts";
import { openSlot } from "../payload/slot.ts";
import type { Engine } from "./engine.ts";
import { type SealPolicy, canUse, chooseKeys, keysOf } from "./policy.ts";
import { type Verified, assertVerified } from "./verify.ts";
import { sectionContext, unwrapAll, wrap } from "./wrap.ts";

/**
 * Adds one stanza for each new key, in place of any that is there under its id, and takes the group's stanza of the key
 * `leaving` away; see `addRecipient` and `rotate` of the entry points.
 */
export async function addRecipientWith(
  engine: Engine,
  verified: Verified,
  keyring: Keyring,
  holder: Decapsulator,
  group: string,
  to: VerifiedKeys,
  policy: SealPolicy = {},
  leaving?: string,
): Promise<Keyring> {
  assertVerified(verified);
  const { cid, manifest } = verified;
  const checked = keyringOf(keyring);
  matchKeyring(checked, manifest, cid);
  const own = checked.stanzas.filter((stanza) => stanza.group === group);
  const opened = (await unwrapAll(engine.backend, { stanzas: own }, cid, holder)).get(group);
  if (opened === undefined) throw new EnvelopeError("NO_KEY", "not sealed to this key");
  const { groupKey, kem } = opened;
  const keys = suited(kem, to, policy);
  await assertOfGroup(engine.backend, verified, checked, group, groupKey);
  // A stanza says nothing of what is in it to anybody but its recipient: one under a new key's id may be junk.
  const replaced = new Set([leaving, ...keys.map(({ kid }) => kid)]);
  const kept = checked.stanzas.filter((stanza) => stanza.group !== group || !replaced.has(stanza.kid));
  if (kept.length + keys.length > limits.recipients) throw beyond("recipients", limits.recipients);
  const stanzas = [...kept];
  for (const key of keys) stanzas.push(await wrap(engine, cid, group, key, groupKey));
  groupKey.fill(0);
  return { ...checked, stanzas };
}

/**
 * Sees to it that the key is the group's: that it opens a slot whose hash is signed. One section may be damaged and the
 * others not; where all are destroyed there is nothing that the key could be wrong for. Throws COMMITMENT, CORRUPT.
 */
async function assertOfGroup(
  backend: Backend,
  { cid, manifest }: Verified,
  keyring: Keyring,
  group: string,
  groupKey: Uint8Array,
): Promise<void> {
  let refusal: unknown;
  for (const section of manifest.sections) {
    const { id } = section;
    if (section.group !== group || typeof keyring.slots[id] !== "string") continue;
    try {
      await openSlot(backend, groupKey, sectionContext("slot", cid, id), checkedSlot(keyring, section));
      return;
    } catch (cause) {
      refusal ??= cause;
    }
  }
  if (refusal !== undefined) throw refusal;
}

/**
 * The new holder's keys: of the kind that the group key came to us by. What else the keyring lists is no guide, since
 * nobody has signed it. Throws DIRECTORY, POLICY.
 */
function suited(kem: KemId, to: VerifiedKeys, policy: SealPolicy): readonly PublicKey[] {
  const all = chooseKeys([to], { ...policy, allowMixed: true });
  if (canUse(to, kem) && !(policy.requirePQ === true && kem !== "xwing")) return keysOf(to, kem);
  if (policy.allowMixed !== true) {
    throw new EnvelopeError("POLICY", "keys of another kind than the group's");
  }
  return all;
}

/**
 * Takes every stanza of that key out of the keyring. Content is not touched, and whoever has already opened the
 * envelope may have kept what they read: after a compromise, `reseal`. Throws VERSION, FORMAT, LIMIT, NO_KEY.
 */
export function removeRecipient(keyring: Keyring, kid: string): Keyring {
  const checked = keyringOf(keyring);
  const stanzas = checked.stanzas.filter((stanza) => stanza.kid !== kid);
  if (stanzas.length === checked.stanzas.length) throw new EnvelopeError("NO_KEY", "not sealed to this key");
  return { ...checked, stanzas };
}

/** Replaces a holder's key by new ones in every group; see `rotate` of the entry points. */
export async function rotateWith(
  engine: Engine,
  verified: Verified,
  keyring: Keyring,
  from: Decapsulator,
  to: VerifiedKeys,
  policy: SealPolicy = {},
): Promise<Keyring> {
  assertVerified(verified);
  const groups = keyringOf(keyring)
    .stanzas.filter(({ kid }) => kid === from.kid)
    .map(({ group }) => group);
  if (groups.length === 0) throw new EnvelopeError("NO_KEY", "not sealed to this key");
  // A stronger key among weaker ones makes nothing worse; a weaker one among stronger ones has to be asked for.
  const allowMixed = policy.allowMixed === true || to.keys.every(({ kem }) => kem === "xwing");
  const chosen = { ...policy, allowMixed };
  const leaving = to.keys.some(({ kid }) => kid === from.kid) ? undefined : from.kid;
  let current = keyring;
  for (const group of groups)
    current = await addRecipientWith(engine, verified, current, from, group, to, chosen, leaving);
  return current;
}
