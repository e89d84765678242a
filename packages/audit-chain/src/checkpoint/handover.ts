/** One log key hands over to the next: a checkpoint that names the new key and that both keys have signed. */
import { type Checkpoint, signCheckpoint, verifyCheckpoint } from "./checkpoint.ts";
import { formatVerifier, type LogSigner, type LogVerifier, parseVerifier, verifierOf } from "./log-key.ts";

const prefix = "tillit-handover ";

/**
 * Signs the checkpoint at which a log changes its key. The new key stands in an extension line, so whoever trusts the
 * old key learns the new one, and whoever knows only the new key sees that it was there.
 *
 * @returns the text of a signed note with two signatures
 * @throws {@link AuditError} `CHECKPOINT_MALFORMED`, `KEY_MALFORMED`
 */
export function signHandover(checkpoint: Checkpoint, from: LogSigner, to: LogSigner): string {
  const extensions = [...(checkpoint.extensions ?? []), prefix + formatVerifier(verifierOf(to))];
  return signCheckpoint({ ...checkpoint, extensions }, from, to);
}

/**
 * The key that a checkpoint hands over to, if it does.
 *
 * @throws {@link AuditError} `KEY_MALFORMED`
 */
export function handoverIn({ extensions = [] }: Checkpoint): LogVerifier | undefined {
  const line = extensions.find((one) => one.startsWith(prefix));
  return line === undefined ? undefined : parseVerifier(line.slice(prefix.length));
}

/**
 * Verifies a checkpoint and, when it hands over, that the new key has signed it too.
 *
 * @returns the checkpoint, and the keys that count from here on
 * @throws {@link AuditError} `CHECKPOINT_MALFORMED`, `CHECKPOINT_NOT_SIGNED`, `KEY_MALFORMED`
 */
export function verifyHandover(
  note: string,
  verifiers: readonly LogVerifier[],
): { readonly checkpoint: Checkpoint; readonly verifiers: readonly LogVerifier[] } {
  const checkpoint = verifyCheckpoint(note, ...verifiers);
  const next = handoverIn(checkpoint);
  if (next === undefined) return { checkpoint, verifiers };
  verifyCheckpoint(note, next);
  return { checkpoint, verifiers: [next] };
}
