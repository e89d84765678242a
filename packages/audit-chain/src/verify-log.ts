/** Checking an exported log line by line, in memory that does not grow with the log. */
import { type Checkpoint, verifyCheckpoint } from "./checkpoint.ts";
import { AuditError } from "./errors.ts";
import { leafHash, sameHash } from "./hash.ts";
import { type LogLine, parseLogLine } from "./log-file.ts";
import { formatVerifier, type LogVerifier } from "./log-key.ts";
import { append, emptyTree, rootOf, type Tree } from "./tree.ts";

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
  | "CHECKPOINT_MISSING";

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
      /** The key as the file states it. */
      readonly key: string;
    }
  | { readonly ok: false; readonly fault: LogFault };

/** A verification under way; begin with {@link beginLog}. */
export type LogVerification = {
  readonly verifiers: readonly LogVerifier[] | undefined;
  readonly line: number;
  readonly tree: Tree;
  readonly header?: { readonly origin: string; readonly key: LogVerifier };
  readonly last?: Checkpoint;
  readonly fault?: LogFault;
};

/**
 * Begins the verification of an exported log.
 *
 * @param verifiers - keys got by another way than the file; without any, the key in the file is believed, which
 * proves that the file is whole but not whose it is
 */
export function beginLog(...verifiers: readonly LogVerifier[]): LogVerification {
  return { verifiers: verifiers.length === 0 ? undefined : verifiers, line: 0, tree: emptyTree };
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
  return { ...state, tree: append(state.tree, line.entry).tree };
}

function checked(state: LogVerification, note: string): LogVerification {
  const { header, tree, last } = state;
  if (header === undefined) return failed(state, "HEADER_MISSING");
  const proven = last?.size ?? 0;
  const since = { from: proven, to: Math.max(proven, tree.size - 1) };
  let checkpoint: Checkpoint;
  try {
    checkpoint = verifyCheckpoint(note, ...(state.verifiers ?? [header.key]));
  } catch (error) {
    if (error instanceof AuditError) return failed(state, "CHECKPOINT_UNVERIFIED", since);
    throw error;
  }
  if (checkpoint.origin !== header.origin) return failed(state, "CHECKPOINT_OF_ANOTHER_LOG", since);
  if (checkpoint.size !== tree.size) return failed(state, "CHECKPOINT_SIZE_DIFFERS", since);
  if (!sameHash(checkpoint.root, rootOf(tree))) return failed(state, "CHECKPOINT_ROOT_DIFFERS", since);
  return { ...state, last: checkpoint };
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
  const { header, last, tree } = state;
  const after = { ...state, line: state.line + 1 };
  if (state.fault !== undefined) return { ok: false, fault: state.fault };
  if (header === undefined) return endLog(failed(after, "HEADER_MISSING"));
  if (last === undefined || last.size !== tree.size) {
    const from = last?.size ?? 0;
    return endLog(failed(after, "CHECKPOINT_MISSING", { from, to: Math.max(from, tree.size - 1) }));
  }
  return {
    ok: true,
    origin: header.origin,
    size: tree.size,
    root: last.root,
    key: formatVerifier(header.key),
  };
}

/**
 * Checks a whole exported log: every entry against its leaf hash, every checkpoint against the entries before it.
 *
 * @param lines - the lines of the file, without line feeds
 * @param verifiers - see {@link beginLog}
 * @returns all entries proven, or the first fault
 */
export function verifyLog(lines: Iterable<string>, ...verifiers: readonly LogVerifier[]): LogVerdict {
  let state = beginLog(...verifiers);
  for (const line of lines) {
    state = nextLogLine(state, line);
    if (state.fault !== undefined) break;
  }
  return endLog(state);
}
