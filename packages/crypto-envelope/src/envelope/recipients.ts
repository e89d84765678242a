import { EnvelopeError, beyond } from "../errors.ts";
import type { VerifiedKeys } from "../directory/key-document.ts";
import { type Keyring, keyringOf, matchKeyring } from "../format/keyring.ts";
import type { Decapsulator } from "../kem/keys.ts";
import type { PublicKey } from "../kem/public-key.ts";
import { limits } from "../limits.ts";
import type { Engine } from "./engine.ts";
import { type SealPolicy, chooseKeys } from "./policy.ts";
import type { Verified } from "./verify.ts";
import { unwrapAll, wrap } from "./wrap.ts";

/**
 * Adds one stanza for each new key, and takes the group's stanza of the key `leaving` away; see `addRecipient` and
 * `rotate` of the entry points.
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
  const checked = keyringOf(keyring);
  matchKeyring(checked, verified.manifest, verified.cid);
  const keys = suited(checked, group, to, policy);
  const present = new Set(checked.stanzas.filter((stanza) => stanza.group === group).map(({ kid }) => kid));
  const added = keys.filter(({ kid }) => !present.has(kid));
  const kept = checked.stanzas.filter((stanza) => stanza.group !== group || stanza.kid !== leaving);
  if (kept.length + added.length > limits.recipients) throw beyond("recipients", limits.recipients);
  const groupKey = (await unwrapAll(engine.backend, checked, verified.cid, holder)).get(group);
  if (groupKey === undefined) throw new EnvelopeError("NO_KEY", "not sealed to this key");
  const stanzas = [...kept];
  for (const key of added) stanzas.push(await wrap(engine, verified.cid, group, key, groupKey));
  groupKey.fill(0);
  return { ...checked, stanzas };
}

/** The new holder's keys, of the kind that the group already has. Throws DIRECTORY, POLICY. */
function suited(keyring: Keyring, group: string, to: VerifiedKeys, policy: SealPolicy): readonly PublicKey[] {
  const all = chooseKeys([to], { ...policy, allowMixed: true });
  const kinds = new Set(keyring.stanzas.filter((stanza) => stanza.group === group).map(({ kem }) => kem));
  if (kinds.size !== 1) return all;
  const same = to.keys.filter(({ kem }) => kinds.has(kem));
  if (same.length > 0 && !(policy.requirePQ === true && !kinds.has("xwing"))) return same;
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
