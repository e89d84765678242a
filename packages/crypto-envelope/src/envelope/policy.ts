import { type VerifiedKeys, assertVerifiedKeys } from "../directory/key-document.ts";
import { EnvelopeError, unexpected } from "../errors.ts";
import { flagOf, optionsOf } from "../format/json.ts";
import type { KemId, PublicKey } from "../kem/public-key.ts";

/** What a sealer insists on. */
export interface SealPolicy {
  /** Every recipient must have an X-Wing key; otherwise POLICY. */
  readonly requirePQ?: boolean;
  /** Lets X-Wing and X25519 stand in one group, where the weakest recipient decides; otherwise POLICY. */
  readonly allowMixed?: boolean;
}

/** A holder's keys of one kind. */
export function keysOf(holder: VerifiedKeys, kem: KemId): readonly PublicKey[] {
  return holder.keys.filter((key) => key.kem === kem);
}

/** Whether a holder can be sealed to with that KEM alone: it has a key of daily use of that kind, and a recovery key. */
export function canUse({ keys, recovery }: VerifiedKeys, kem: KemId): boolean {
  const daily = keys.filter((key) => !recovery.includes(key));
  return [daily, recovery].every((some) => some.length === 0 || some.some((key) => key.kem === kem));
}

/**
 * Which keys a group is sealed to: X-Wing where everybody has it, else X25519 where everybody has that; a mixture only
 * with `allowMixed`. There is no other choice and nothing to negotiate. Throws FORMAT, DIRECTORY, POLICY.
 */
export function chooseKeys(holders: readonly VerifiedKeys[], policy: SealPolicy): readonly PublicKey[] {
  optionsOf(policy, "policy", {}, { requirePQ: flagOf, allowMixed: flagOf });
  if (!Array.isArray(holders)) throw unexpected("to", "lists of verified keys");
  for (const holder of holders) assertVerifiedKeys(holder);
  if (holders.length === 0) throw new EnvelopeError("POLICY", "a group without recipients");
  const kem = (["xwing", "x25519"] as const).find((id) => holders.every((holder) => canUse(holder, id)));
  if (policy.requirePQ === true && kem !== "xwing") {
    throw new EnvelopeError("POLICY", "a recipient has no X-Wing key");
  }
  if (kem === undefined && policy.allowMixed !== true) {
    throw new EnvelopeError("POLICY", "keys of different kinds");
  }
  const chosen = holders.flatMap((holder) => {
    if (kem !== undefined) return keysOf(holder, kem);
    return canUse(holder, "xwing") ? keysOf(holder, "xwing") : holder.keys;
  });
  return [...new Map(chosen.map((key) => [key.kid, key])).values()];
}

/** The applicant's own copy follows the group: X-Wing where all of it is X-Wing. */
export function selfKem(keys: readonly PublicKey[]): KemId {
  return keys.every(({ kem }) => kem === "xwing") ? "xwing" : "x25519";
}
