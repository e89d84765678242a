/**
 * A log as a file that others can check: JSON lines. The first names the log and its key; then come entries in
 * order, each with its own leaf hash, and signed checkpoints after the entry they were made at; the last line is
 * a checkpoint. With several checkpoints a forgery is narrowed down to the entries between two of them.
 */
import { canonicalize, type JsonValue, parseStrict } from "@tillit/canonical-json";
import { fromBase64, toBase64 } from "@tillit/text-encoding";
import { AuditError } from "../errors.ts";
import { leafHash } from "@tillit/merkle-tree";
import { formatVerifier, type LogVerifier, parseVerifier } from "../checkpoint/log-key.ts";

/** What one line says. */
export type LogLine =
  | { readonly kind: "header"; readonly origin: string; readonly key: LogVerifier }
  | { readonly kind: "entry"; readonly index: number; readonly entry: Uint8Array; readonly hash: Uint8Array }
  | { readonly kind: "checkpoint"; readonly note: string };

export const logFormat = "tillit-log/1";

/** The first line of an exported log, without line feed. */
export function logHeader(origin: string, key: LogVerifier): string {
  return canonicalize({ log: logFormat, origin, key: formatVerifier(key) });
}

/** The line of one entry, without line feed. */
export function logEntry(index: number, entry: Uint8Array): string {
  return canonicalize({ index, entry: toBase64(entry), hash: toBase64(leafHash(entry)) });
}

/** The line of a signed checkpoint, without line feed. */
export function logCheckpoint(note: string): string {
  return canonicalize({ checkpoint: note });
}

function malformed(): AuditError {
  return new AuditError("LOG_MALFORMED", "a line of the log is not a header, an entry or a checkpoint");
}

function bytesIn(value: JsonValue | undefined): Uint8Array {
  const bytes = typeof value === "string" ? fromBase64(value) : undefined;
  if (bytes === undefined) throw malformed();
  return bytes;
}

function fieldsOf(text: string): Readonly<Record<string, JsonValue>> {
  let value: JsonValue;
  try {
    value = parseStrict(text);
  } catch {
    throw malformed();
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw malformed();
  return value as Readonly<Record<string, JsonValue>>;
}

/** @throws AuditError `LOG_MALFORMED`, `KEY_MALFORMED` */
export function parseLogLine(text: string): LogLine {
  const { log, origin, key, index, entry, hash, checkpoint } = fieldsOf(text);
  if (typeof checkpoint === "string") return { kind: "checkpoint", note: checkpoint };
  if (typeof index === "number") return { kind: "entry", index, entry: bytesIn(entry), hash: bytesIn(hash) };
  if (log === logFormat && typeof origin === "string" && typeof key === "string") {
    return { kind: "header", origin, key: parseVerifier(key) };
  }
  throw malformed();
}
