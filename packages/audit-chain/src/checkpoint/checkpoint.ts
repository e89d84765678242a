/** What a log looked like at a moment, signed: C2SP tlog-checkpoint. */
import { fromBase64, toBase64 } from "@tillit/text-encoding";
import { AuditError } from "../errors.ts";
import type { LogSigner, LogVerifier } from "./log-key.ts";
import { openNote, signNote } from "./note.ts";

const hashLength = 32;

/** `origin` names the log for ever; `root` has 32 bytes; extension lines are opaque and usually absent. */
export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly extensions?: readonly string[];
};

function malformed(message: string): AuditError {
  return new AuditError("CHECKPOINT_MALFORMED", message);
}

function isLine(text: string): boolean {
  // A control character could frame another line than the one that was meant.
  return text !== "" && text.isWellFormed() && !/\p{Cc}/u.test(text);
}

/**
 * Writes and signs a checkpoint.
 *
 * @param signers - the log's key, and keys of witnesses if there are any
 * @returns the text of a signed note
 * @throws {@link AuditError} `CHECKPOINT_MALFORMED`, `KEY_MALFORMED`
 */
export function signCheckpoint(checkpoint: Checkpoint, ...signers: readonly LogSigner[]): string {
  const { origin, size, root, extensions = [] } = checkpoint;
  if (![origin, ...extensions].every(isLine))
    throw malformed("an origin or extension is not one line of text");
  if (!Number.isSafeInteger(size) || size < 0) throw malformed("the size is not a whole number from 0 up");
  if (root.length !== hashLength) throw malformed("a root has 32 bytes");
  if (signers.length === 0) throw malformed("nobody signs the checkpoint");
  return signNote(`${[origin, size, toBase64(root), ...extensions].join("\n")}\n`, signers);
}

/**
 * Reads a checkpoint that at least one of the verifiers has signed. Signatures of others are let pass; a wrong
 * signature in a verifier's name is not.
 *
 * @throws {@link AuditError} `CHECKPOINT_MALFORMED`, `CHECKPOINT_NOT_SIGNED`
 */
export function verifyCheckpoint(note: string, ...verifiers: readonly LogVerifier[]): Checkpoint {
  const text = openNote(note, verifiers);
  const [origin = "", digits = "", encoded = "", ...extensions] = text.slice(0, -1).split("\n");
  const root = fromBase64(encoded);
  const size = Number(digits);
  if (![origin, ...extensions].every(isLine) || !/^(?:0|[1-9]\d*)$/.test(digits)) {
    throw malformed("the checkpoint does not begin with origin and size");
  }
  if (!Number.isSafeInteger(size) || root?.length !== hashLength) {
    throw malformed("the size or the root of the checkpoint is not right");
  }
  return { origin, size, root, ...(extensions.length > 0 && { extensions }) };
}
