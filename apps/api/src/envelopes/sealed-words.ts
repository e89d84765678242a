/** Words as they come from a browser: one envelope with the one section `words`, checked without a key and kept. */
import { verifyKeyring, type Dsse, type Verified } from "@tillit/crypto-envelope";
import { verify, verifyBlob } from "@tillit/crypto-envelope/node";
import { Problem } from "../problem.ts";
import type { SealingContext } from "@tillit/application-case";
import type { EnvelopeKind, Unit } from "@tillit/record-store";
import { digestOf, recordIdOf, storedEnvelope } from "./stored-envelope.ts";

export interface SealedWords {
  readonly manifest: Dsse;
  readonly keyring: unknown;
  readonly blobs: { readonly words: string };
}

export interface CheckedWords {
  readonly id: string;
  /** SHA-256 of the manifest, base64url: how events name the words. */
  readonly digest: string;
  readonly verified: Verified;
  readonly sealed: SealedWords;
  readonly keyring: ReturnType<typeof verifyKeyring>;
  readonly blob: Uint8Array;
}

export interface WordsContext extends SealingContext {
  readonly controller: string;
  /** Left out where the purpose alone binds them. */
  readonly app?: string;
}

/** Throws EnvelopeError, or Problem ENVELOPE_CONTEXT where it is another envelope than one of words. */
export async function checkWords(sealed: SealedWords, expected: WordsContext): Promise<CheckedWords> {
  const verified = verify(sealed.manifest, expected);
  const keyring = verifyKeyring(verified, sealed.keyring);
  const blob = new Uint8Array(Buffer.from(sealed.blobs.words, "base64url"));
  const [section, ...others] = verified.manifest.sections;
  if (section?.id !== "words" || others.length > 0) throw new Problem("ENVELOPE_CONTEXT");
  await verifyBlob(verified, "words", blob);
  return { id: recordIdOf(verified), digest: digestOf(verified), verified, sealed, keyring, blob };
}

export async function keepWords(
  unit: Unit,
  { id, verified, sealed, keyring, blob }: CheckedWords,
  { kind, parent, at }: { readonly kind: EnvelopeKind; readonly parent: string; readonly at: string },
): Promise<void> {
  const stored = storedEnvelope({ verified, manifest: sealed.manifest, keyring, kind, parent, at });
  const sections = stored.sections.map((section) => ({ ...section, upload: "whole" }));
  await unit.envelopes.add({ ...stored.envelope, complete: true }, sections, stored.slots);
  await unit.envelopes.addChunk(id, "words", "whole", 0, blob);
}

/** The same sealed object again; logging that it leaves is the caller's part. */
export async function keptWords(unit: Unit, id: string, parent: string) {
  const envelope = await unit.envelopes.get(id);
  if (envelope?.parent !== parent) throw new Problem("NOT_FOUND");
  const keyring = await unit.envelopes.keyring(id);
  const blob = await unit.envelopes.chunk(id, "words", "whole", 0);
  if (keyring === undefined || blob === undefined) throw new Problem("GONE");
  return {
    manifest: envelope.manifest,
    keyring,
    blobs: { words: Buffer.from(blob).toString("base64url") },
  };
}
