/** The sender's part of a hand-over: the receiver's keys are added to each keyring; content and slots stay as they are. */
import { type CaseContent, sealingContexts } from "@tillit/application-case";
import {
  type Decapsulator,
  type Keyring,
  type VerifiedKeys,
  type Verified,
  verify,
} from "@tillit/crypto-envelope";
import { addRecipient } from "@tillit/crypto-envelope/keyring";
import type { SealedEnvelope } from "../api/wire.ts";
import type { Expected } from "./open-application.ts";

/** What an envelope of a case is sealed for, by its kind. */
export function verifyKind(
  manifest: SealedEnvelope["manifest"],
  kind: CaseContent,
  expected: Expected,
): Verified {
  return verify(manifest, { ...expected, ...sealingContexts[kind] });
}

interface Readdressing {
  readonly kind: CaseContent;
  readonly expected: Expected;
  readonly key: Decapsulator;
  readonly to: VerifiedKeys;
}

/** Throws EnvelopeError where the envelope does not hold, or this key does not open it. */
export async function readdressed(
  { manifest, keyring }: SealedEnvelope,
  { kind, expected, key, to }: Readdressing,
): Promise<Keyring> {
  const verified = verifyKind(manifest, kind, expected);
  let made = keyring as Keyring;
  for (const group of new Set(made.stanzas.map((stanza) => stanza.group))) {
    made = await addRecipient(verified, made, key, group, to);
  }
  return made;
}
