/** Checking an exported log line by line, in memory that does not grow with the log. */
import type { Checkpoint } from "../checkpoint/checkpoint.ts";
import { nextCheckpoint } from "../checkpoint/follow-handovers.ts";
import { AuditError } from "../errors.ts";
import { type LogLine, parseLogLine } from "./log-file.ts";
import { formatVerifier, type LogVerifier } from "../checkpoint/log-key.ts";
import { append, emptyTree, leafHash, rootOf, sameHash, type Tree } from "@tillit/merkle-tree";

/** What can be found wrong with an exported log. */
export type LogFaultCode =
  | "LINE_MALFORMED"
  | "HEADER_MISSING"
  | "ENTRY_OUT_OF_ORDER"
  | "ENTRY_CHANGED"
  | "CHECKPOINT_UNVERIFIED"
  | "CHECKPOINT_OF_ANOTHER_LOG"
  | "CHECKPOINT_SIZE_DIFFERS"
  | "CHECKPOINT_ROOT_DIFFERS"
  | "CHECKPOINT_MISSING"
  | "KNOWN_CHECKPOINT_DIFFERS"
  | "LOG_CUT_SHORT";

/**
 * The first fault. `from` to `to` are the entries it can lie in: one entry where its line gives it away, else all
 * since the last checkpoint that holds.
 */
export type LogFault = {
  readonly code: LogFaultCode;
  /** Line of the file, from 1; one past the last line when something is missing at the end. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
};

/** The outcome: all entries proven, or the first fault. */
export type LogVerdict =
  | {
      readonly ok: true;
      readonly origin: string;
      readonly size: number;
      readonly root: Uint8Array;
      /** The key as the file states it: the first one. */
      readonly key: string;
      /** The keys the log was handed over to, in order; the last one has signed the end. */
      readonly handedOverTo: readonly string[];
    }
  | { readonly ok: false; readonly fault: LogFault };

/** What the reader knows beforehand, got by another way than the file. */
export type LogKnowledge = {
  /**
   * Keys that may have signed. Without any, the key in the file is believed, which proves that the file is whole
   * but not whose it is. After a hand-over that one of them and the new key have signed, the new key alone counts.
   */
  readonly verifiers?: readonly LogVerifier[];
  /**
   * A checkpoint kept from earlier, already verified: the log must begin with it. Without one, a log cut off at one
   * of its own checkpoints looks whole.
   */
  readonly known?: Checkpoint;
};

/** A verification under way; begin with {@link beginLog}. */
export type LogVerification = LogKnowledge & {
  readonly line: number;
  readonly tree: Tree;
  readonly header?: { readonly origin: string; readonly key: LogVerifier };
  readonly last?: Checkpoint;
  /** Keys taken over on the way; the last one counts. */
  readonly taken?: readonly LogVerifier[];
  readonly fault?: LogFault;
};

/** Begins the verification of an exported log. */
export function beginLog(knowledge: LogKnowledge = {}): LogVerification {
  return withKnown({ ...knowledge, line: 0, tree: emptyTree });
}

function failed(
  state: LogVerification,
  code: LogFaultCode,
  span?: { from: number; to: number },
): LogVerification {
  const { from, to } = span ?? { from: state.tree.size, to: state.tree.size };
  return { ...state, fault: { code, line: state.line, from, to } };
}

function entered(state: LogVerification, line: LogLine & { kind: "entry" }): LogVerification {
  if (line.index !== state.tree.size) return failed(state, "ENTRY_OUT_OF_ORDER");
  if (!sameHash(leafHash(line.entry), line.hash)) return failed(state, "ENTRY_CHANGED");
  return withKnown({ ...state, tree: append(state.tree, line.entry).tree });
}

/** Compares with the checkpoint kept from earlier, at the entry it was made at. */
function withKnown(state: LogVerification): LogVerification {
  const { known, tree, last } = state;
  if (known?.size !== tree.size || sameHash(known.root, rootOf(tree))) return state;
  const from = last?.size ?? 0;
  return failed(state, "KNOWN_CHECKPOINT_DIFFERS", { from, to: Math.max(from, tree.size - 1) });
}

function checked(state: LogVerification, note: string): LogVerification {
  const { header, tree, last } = state;
  if (header === undefined) return failed(state, "HEADER_MISSING");
  const proven = last?.size ?? 0;
  const since = { from: proven, to: Math.max(proven, tree.size - 1) };
  const { taken = [] } = state;
  const believed = taken.length > 0 ? taken.slice(-1) : (state.verifiers ?? [header.key]);
  const found = nextCheckpoint(note, header.origin, believed);
  if (!found.ok) return failed(state, found.fault, since);
  const { checkpoint, verifiers } = found;
  if (checkpoint.size !== tree.size) return failed(state, "CHECKPOINT_SIZE_DIFFERS", since);
  if (!sameHash(checkpoint.root, rootOf(tree))) return failed(state, "CHECKPOINT_ROOT_DIFFERS", since);
  return {
    ...state,
    last: checkpoint,
    ...(verifiers === believed ? {} : { taken: [...taken, ...verifiers] }),
  };
}

/** Takes the next line of the file, without its line feed. After a fault the rest is passed over. */
export function nextLogLine(before: LogVerification, text: string): LogVerification {
  if (before.fault !== undefined) return before;
  const state = { ...before, line: before.line + 1 };
  let line: LogLine;
  try {
    line = parseLogLine(text);
  } catch (error) {
    if (error instanceof AuditError) return failed(state, "LINE_MALFORMED");
    throw error;
  }
  if (line.kind === "header") {
    return state.header === undefined ? { ...state, header: line } : failed(state, "LINE_MALFORMED");
  }
  if (state.header === undefined) return failed(state, "HEADER_MISSING");
  return line.kind === "entry" ? entered(state, line) : checked(state, line.note);
}

/** Ends the verification. A log whose last entries no checkpoint covers is a fault: they may have been added later. */
export function endLog(state: LogVerification): LogVerdict {
  const { header, last, tree, known, fault } = state;
  if (fault !== undefined) return { ok: false, fault };
  const missing = (code: LogFaultCode, from: number, to: number): LogVerdict => ({
    ok: false,
    fault: { code, line: state.line + 1, from, to },
  });
  if (header === undefined) return missing("HEADER_MISSING", 0, 0);
  if (last?.size !== tree.size) {
    const from = last?.size ?? 0;
    return missing("CHECKPOINT_MISSING", from, Math.max(from, tree.size - 1));
  }
  if (known !== undefined && known.origin !== header.origin) {
    return missing("CHECKPOINT_OF_ANOTHER_LOG", 0, Math.max(0, tree.size - 1));
  }
  if (known !== undefined && known.size > tree.size)
    return missing("LOG_CUT_SHORT", tree.size, known.size - 1);
  return {
    ok: true,
    origin: header.origin,
    size: tree.size,
    root: last.root,
    key: formatVerifier(header.key),
    handedOverTo: (state.taken ?? []).map(formatVerifier),
  };
}

/**
 * Checks a whole exported log: every entry against its leaf hash, every checkpoint against the entries before it.
 *
 * @param lines - the lines of the file, without line feeds
 * @returns all entries proven, or the first fault
 */
export function verifyLog(lines: Iterable<string>, knowledge: LogKnowledge = {}): LogVerdict {
  let state = beginLog(knowledge);
  for (const line of lines) {
    state = nextLogLine(state, line);
    if (state.fault !== undefined) break;
  }
  return endLog(state);
}
