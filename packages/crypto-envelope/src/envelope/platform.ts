import type { VerifiedKeys } from "../directory/key-document.ts";
import type { Keyring } from "../format/keyring.ts";
import type { Decapsulator } from "../kem/keys.ts";
import { platformBackend } from "../payload/backend/webcrypto.ts";
import { platformEngine } from "./engine.ts";
import { type Opened, openWith } from "./open.ts";
import type { SealPolicy } from "./policy.ts";
import { addRecipientWith, rotateWith } from "./recipients.ts";
import { type ResealOptions, resealWith } from "./reseal.ts";
import { type SealOptions, type Sealed, sealWith } from "./seal.ts";
import type { Verified } from "./verify.ts";

/**
 * Seals sections to groups of verified keys and to the applicant's own receipt. Sealed bytes go to `sink(id)` as they
 * are made, with backpressure and flat memory; the manifest is signed at the end.
 * Before any work, throws FORMAT, LIMIT (input), CONTEXT (a receipt of another application; keys of a controller that
 * `context.controllers` does not name, where they are not the applicant's own), DIRECTORY (keys not verified), POLICY
 * (kinds of keys; a section without a group). While it works, TRUNCATED (a section shorter or longer than its `size`)
 * and LIMIT (larger than its padding allows); an aborted signal throws its reason.
 */
export function seal(options: SealOptions): Promise<Sealed> {
  return sealWith(platformEngine(), options);
}

/**
 * Unwraps the group keys that `holder` has in a verified envelope (CE1 section "Opening", steps 5 and 6). Sections are
 * checked one by one as they are read, so that one damaged or destroyed section leaves the others readable.
 * Throws VERSION, FORMAT, LIMIT, CONTEXT (keyring of another envelope), NO_KEY, UNWRAP.
 */
export function open(verified: Verified, keyring: Keyring, holder: Decapsulator): Promise<Opened> {
  return openWith(platformBackend(), verified, keyring, holder);
}

/**
 * Adds a holder's keys to a group: one stanza each, content untouched. `holder` must be in the group already. Their
 * controller need not be one that the context names: the signed manifest stays as it is. Nobody has signed the keyring,
 * so that nothing in it is believed: the group's kind of key is the one that `holder` opened it with, the group key
 * must open a signed slot, and what lies under a new key's id already is replaced.
 * Throws what `open` throws, and DIRECTORY, POLICY (another kind of key than the group's, or no recovery key of that
 * kind, unless `allowMixed`), COMMITMENT, CORRUPT (the group key opens none of the group's slots), LIMIT (more than
 * 512 recipients).
 */
export function addRecipient(
  verified: Verified,
  keyring: Keyring,
  holder: Decapsulator,
  group: string,
  to: VerifiedKeys,
  policy?: SealPolicy,
): Promise<Keyring> {
  return addRecipientWith(platformEngine(), verified, keyring, holder, group, to, policy);
}

/**
 * Replaces the key of `from` by those of `to` in every group that `from` is in. For a planned change of keys; after a
 * compromise use `reseal`. Throws what `addRecipient` throws; X-Wing in place of X25519 is never refused.
 */
export function rotate(
  verified: Verified,
  keyring: Keyring,
  from: Decapsulator,
  to: VerifiedKeys,
  policy?: SealPolicy,
): Promise<Keyring> {
  return rotateWith(platformEngine(), verified, keyring, from, to, policy);
}

/**
 * Opens every section that still has its key and seals it anew: new group keys, new section keys, a new manifest that
 * supersedes the old one, countersigned where `countersign` is given. For a compromised key, after which the old
 * blobs and keyring must be destroyed. Destroyed sections are left out.
 * Throws what `open` and `seal` throw, and NO_KEY where a section is not sealed to `holder`.
 */
export function reseal(
  verified: Verified,
  keyring: Keyring,
  holder: Decapsulator,
  options: ResealOptions,
): Promise<Sealed> {
  return resealWith(platformEngine(), verified, keyring, holder, options);
}
