import { canonicalize } from "@tillit/canonical-json";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { EnvelopeError } from "../errors.ts";

type Fields = Record<string, unknown>;

/** An object with exactly the named keys, `optional` ones aside. Unknown or missing keys are FORMAT. */
export function fieldsOf(
  value: unknown,
  what: string,
  keys: readonly string[],
  optional: readonly string[] = [],
): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new EnvelopeError("FORMAT", `${what}: an object expected`);
  }
  const fields = value as Fields;
  const present = Object.keys(fields);
  if (!keys.every((key) => present.includes(key)))
    throw new EnvelopeError("FORMAT", `${what}: a field is missing`);
  if (!present.every((key) => keys.includes(key) || optional.includes(key))) {
    throw new EnvelopeError("FORMAT", `${what}: an unknown field`);
  }
  return fields;
}

/** Sees to it that an object says `"v":1`, before anything else of it is read. Throws FORMAT, VERSION. */
export function versionOne(value: unknown, what: string): void {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "v")) {
    throw new EnvelopeError("FORMAT", `${what}: an object with a version expected`);
  }
  if ((value as { v: unknown }).v !== 1) throw new EnvelopeError("VERSION", `${what}: version 1 expected`);
}

/** An array of at most `most` items; more is LIMIT. */
export function listOf(value: unknown, what: string, most: number): readonly unknown[] {
  if (!Array.isArray(value)) throw new EnvelopeError("FORMAT", `${what}: a list expected`);
  if (value.length > most) throw new EnvelopeError("LIMIT", `${what}: more than ${most}`);
  return value as unknown[];
}

/** A non-empty NFC string of at most `most` UTF-8 bytes. */
export function textOf(value: unknown, what: string, most: number): string {
  if (typeof value !== "string" || value === "")
    throw new EnvelopeError("FORMAT", `${what}: a text expected`);
  if (!value.isWellFormed() || value.normalize("NFC") !== value) {
    throw new EnvelopeError("FORMAT", `${what}: Unicode NFC expected`);
  }
  if (utf8ToBytes(value).length > most)
    throw new EnvelopeError("LIMIT", `${what}: longer than ${most} bytes`);
  return value;
}

const idShape = /^[a-z0-9-]{1,32}$/;

/** An id: 1 to 32 of a-z, 0-9 and hyphen. */
export function idOf(value: unknown, what: string): string {
  if (typeof value !== "string" || !idShape.test(value)) {
    throw new EnvelopeError("FORMAT", `${what}: 1 to 32 of a-z, 0-9 and hyphen expected`);
  }
  return value;
}

/** A whole number from `least` to 2^53 - 1. */
export function wholeOf(value: unknown, what: string, least: number): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < least || Object.is(value, -0)) {
    throw new EnvelopeError("FORMAT", `${what}: a whole number expected`);
  }
  return value;
}

/** One of the listed words. */
export function oneOf<const T extends string>(value: unknown, what: string, words: readonly T[]): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new EnvelopeError("FORMAT", `${what}: a word that is not in the list`);
  return found;
}

/** Refuses repeated names. */
export function distinct(names: readonly string[], what: string): void {
  if (new Set(names).size !== names.length) throw new EnvelopeError("FORMAT", `${what}: a repeated name`);
}

/** The RFC 8785 bytes of a value. */
export function canonicalBytesOf(value: unknown): Uint8Array {
  return utf8ToBytes(canonicalize(value));
}

/**
 * Parses JSON bytes and, after `read` has accepted the shape, insists that they are the RFC 8785 bytes of the value:
 * duplicate keys, white space, other escapes and other orders are all FORMAT.
 */
export function readCanonical<T>(bytes: Uint8Array, what: string, read: (value: unknown) => T): T {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw new EnvelopeError("FORMAT", `${what}: JSON in UTF-8 expected`);
  }
  const result = read(value);
  const again = canonicalBytesOf(value);
  if (again.length !== bytes.length || !again.every((byte, at) => byte === bytes[at])) {
    throw new EnvelopeError("FORMAT", `${what}: not in canonical form (RFC 8785)`);
  }
  return result;
}
