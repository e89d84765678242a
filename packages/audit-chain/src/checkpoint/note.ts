/** Text with signatures below it: C2SP signed-note, Ed25519 only. Unknown signatures are let pass, wrong ones not. */
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { fromBase64, toBase64 } from "@tillit/text-encoding";
import { ed25519Sign, ed25519Verify } from "./ed25519.ts";
import { AuditError } from "../errors.ts";
import { isKeyOf, keyId, type LogSigner, type LogVerifier, verifierOf } from "./log-key.ts";

const signatureLine = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/=]+)$/u;
const mostSignatures = 100;

/** @param text - ends in a line feed */
export function signNote(text: string, signers: readonly LogSigner[]): string {
  const lines = signers.map((signer) => {
    const verifier = verifierOf(signer);
    const signature = ed25519Sign(utf8ToBytes(text), signer.secretKey);
    return `\u2014 ${verifier.name} ${toBase64(concatBytes(keyId(verifier), signature))}\n`;
  });
  return `${text}\n${lines.join("")}`;
}

function malformed(): AuditError {
  return new AuditError("CHECKPOINT_MALFORMED", "the checkpoint is not a signed note");
}

/** The text above the signatures, if at least one verifier signed it and no signature of theirs is wrong. */
export function openNote(note: string, verifiers: readonly LogVerifier[]): string {
  const gap = note.lastIndexOf("\n\n");
  if (gap < 0 || !note.endsWith("\n") || !note.isWellFormed()) throw malformed();
  const text = note.slice(0, gap + 1);
  const lines = note.slice(gap + 2, -1).split("\n");
  if (lines.length > mostSignatures) throw malformed();

  let signed = false;
  for (const line of lines) {
    const [, name, encoded] = signatureLine.exec(line) ?? [];
    const bytes = encoded === undefined ? undefined : fromBase64(encoded);
    if (name === undefined || bytes === undefined || bytes.length < 5) throw malformed();
    const verifier = verifiers.find((one) => isKeyOf(one, name, bytes.subarray(0, 4)));
    if (verifier === undefined) continue;
    if (!isSignature(bytes.subarray(4), text, verifier)) {
      throw new AuditError("CHECKPOINT_NOT_SIGNED", "a signature of a known key is wrong");
    }
    signed = true;
  }
  if (!signed) throw new AuditError("CHECKPOINT_NOT_SIGNED", "no known key has signed");
  return text;
}

function isSignature(signature: Uint8Array, text: string, { publicKey }: LogVerifier): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  return ed25519Verify(signature, utf8ToBytes(text), publicKey);
}
