/** From a key that is known to the key that signs today: over every checkpoint at which a log changed its key. */
import { AuditError } from "../errors.ts";
import { verifyConsistency } from "@tillit/merkle-tree";
import { type Checkpoint, verifyCheckpoint } from "./checkpoint.ts";
import { verifyHandover } from "./handover.ts";
import type { LogVerifier } from "./log-key.ts";

/** What is wrong with a checkpoint by itself. */
type NoteFault = "CHECKPOINT_UNVERIFIED" | "CHECKPOINT_OF_ANOTHER_LOG";

/** What is wrong with a chain of hand-overs. */
export type HandoverFaultCode = NoteFault | "CHECKPOINT_NOT_CONSISTENT";

type Failed<Fault> = { readonly ok: false; readonly fault: Fault };

/** A checkpoint that counts, and the keys that count from it on. */
type Believed = {
  readonly ok: true;
  readonly checkpoint: Checkpoint;
  readonly verifiers: readonly LogVerifier[];
};

/** A checkpoint at which a log changed its key, and the proof that the log at the next one begins with this one. */
export type HandoverStep = { readonly checkpoint: string; readonly consistency: readonly Uint8Array[] };

/** What leads from known keys to a checkpoint of today. */
export type HandoverChain = {
  readonly origin: string;
  /** Keys known beforehand, by another way than the chain. */
  readonly verifiers: readonly LogVerifier[];
  /** Every hand-over of the log before the checkpoint, the oldest first. */
  readonly handovers: readonly HandoverStep[];
  readonly checkpoint: string;
};

/** Today's checkpoint and those of the keys that have signed it; or the fault, and how many hand-overs lie before it. */
export type HandoverVerdict =
  | { readonly ok: true; readonly checkpoint: Checkpoint; readonly signedBy: readonly LogVerifier[] }
  | (Failed<HandoverFaultCode> & { readonly at: number });

/** One more checkpoint of a log whose keys so far are known: what following a chain and reading an export share. */
export function nextCheckpoint(
  note: string,
  origin: string,
  verifiers: readonly LogVerifier[],
): Believed | Failed<NoteFault> {
  try {
    const found = verifyHandover(note, verifiers);
    if (found.checkpoint.origin !== origin) return { ok: false, fault: "CHECKPOINT_OF_ANOTHER_LOG" };
    return { ok: true, ...found };
  } catch (error) {
    if (error instanceof AuditError) return { ok: false, fault: "CHECKPOINT_UNVERIFIED" };
    throw error;
  }
}

function hasSigned(note: string, verifier: LogVerifier): boolean {
  try {
    verifyCheckpoint(note, verifier);
    return true;
  } catch {
    return false;
  }
}

type Reached = {
  readonly verifiers: readonly LogVerifier[];
  readonly last?: { readonly checkpoint: Checkpoint; readonly consistency: readonly Uint8Array[] };
};

function reach(
  note: string,
  origin: string,
  { verifiers, last }: Reached,
): Believed | Failed<HandoverFaultCode> {
  const found = nextCheckpoint(note, origin, verifiers);
  if (!found.ok || last === undefined) return found;
  const claim = { first: last.checkpoint, second: found.checkpoint, proof: last.consistency };
  return verifyConsistency(claim) ? found : { ok: false, fault: "CHECKPOINT_NOT_CONSISTENT" };
}

/**
 * Follows a log from keys that are known to the one that signs it today. Hand-overs before the known keys are passed
 * over; from the first that one of them has signed, each must be signed by the key that counts there and by the next, be
 * of this log, and be the beginning of the log at the one after it. A chain is believed as a whole or not at all.
 *
 * Whoever holds an old key and serves the log can hand over from it once more: after a leak the new key has to be known.
 */
export function followHandovers(chain: HandoverChain): HandoverVerdict {
  const { origin, verifiers, handovers, checkpoint } = chain;
  const first = handovers.findIndex((one) => verifiers.some((known) => hasSigned(one.checkpoint, known)));
  let reached: Reached = { verifiers };
  for (const [at, step] of handovers.entries()) {
    if (first === -1 || at < first) continue;
    const found = reach(step.checkpoint, origin, reached);
    if (!found.ok) return { ...found, at };
    // One that names no next key hands nothing over.
    if (found.verifiers === reached.verifiers) return { ok: false, fault: "CHECKPOINT_UNVERIFIED", at };
    reached = { verifiers: found.verifiers, last: { ...step, checkpoint: found.checkpoint } };
  }
  const found = reach(checkpoint, origin, reached);
  if (!found.ok) return { ...found, at: handovers.length };
  const signedBy = found.verifiers.filter((known) => hasSigned(checkpoint, known));
  return { ok: true, checkpoint: found.checkpoint, signedBy };
}
