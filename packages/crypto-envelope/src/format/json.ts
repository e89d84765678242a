import { utf8ToBytes } from "@noble/hashes/utils.js";
import { EnvelopeError, beyond, unexpected } from "../errors.ts";
import { limits } from "../limits.ts";
import { equalBytes } from "./equal.ts";

/** Checks one value and gives it back with its type. `what` is its name, for the message of a refusal. */
export type Reader<T> = (value: unknown, what: string) => T;

/** A reader for every field of `T`. */
export type Readers<T> = { readonly [K in keyof T]-?: Reader<T[K]> };

type Fields = Readonly<Record<string, unknown>>;

/** An object that is no list. */
export function objectOf(value: unknown, what: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw unexpected(what, "an object");
  return value as Fields;
}

/** The fields that there are readers for, each checked; others are passed over. Throws FORMAT, and what readers throw. */
export function fieldsOf<T>(value: unknown, what: string, readers: Readers<T>): T {
  const fields = objectOf(value, what);
  const names = Object.keys(readers) as (keyof T & string)[];
  return Object.fromEntries(names.map((name) => [name, readers[name](fields[name], name)])) as T;
}

/** An object with exactly the fields that there are readers for. Throws FORMAT, and what readers throw. */
export function recordOf<T>(value: unknown, what: string, readers: Readers<T>): T {
  const present = Object.keys(objectOf(value, what));
  const names = Object.keys(readers);
  if (present.length !== names.length || !names.every((name) => present.includes(name)))
    throw unexpected(what, `exactly ${names.join(", ")}`);
  return fieldsOf(value, what, readers);
}

/**
 * The options of a caller whom no types may have kept from saying something else: those of `needed` are there, those of
 * `optional` may be, each is read, and no other is. One that is there without a value was meant to say something.
 * Throws FORMAT, and what readers throw.
 */
export function optionsOf<Needed, Optional>(
  value: unknown,
  what: string,
  needed: Readers<Needed>,
  optional: Readers<Optional>,
): Needed & Partial<Optional> {
  const given = Object.entries(optional).filter(([name]) => Object.hasOwn(objectOf(value, what), name));
  const readers = { ...needed, ...Object.fromEntries(given) } as Readers<Needed & Partial<Optional>>;
  return recordOf(value, what, readers);
}

/** Sees to it that an object says `"v":1`, before anything else of it is read. Throws FORMAT, VERSION. */
export function versionOne(value: unknown, what: string): void {
  const { v } = objectOf(value, what);
  if (v === undefined) throw unexpected(what, "a version");
  if (v !== 1) throw new EnvelopeError("VERSION", `${what}: version 1 expected`);
}

/** The field that `versionOne` has looked at. */
export const v1: Reader<1> = () => 1;

/** A list of at most `most` items, each read; more is LIMIT before any of them is looked at. */
export function listOf<T>(most: number, read: Reader<T>): Reader<readonly T[]> {
  return (value, what) => {
    if (!Array.isArray(value)) throw unexpected(what, "a list");
    if (value.length > most) throw beyond(what, most);
    // A place in the list that nothing was put in is read as well: `map` would pass over it.
    return Array.from<unknown, T>(value, (item) => read(item, what));
  };
}

/** A list of which no two items have the same name, and which is empty only where `least` is 0. */
export function namedListOf<T>(
  most: number,
  least: 0 | 1,
  read: Reader<T>,
  nameOf: (item: T) => string,
): Reader<readonly T[]> {
  const list = listOf(most, read);
  return (value, what) => {
    const items = list(value, what);
    if (items.length < least) throw unexpected(what, "at least one");
    distinct(items.map(nameOf), what);
    return items;
  };
}

/** A text of the context: not empty, Unicode NFC, at most 256 bytes of UTF-8. */
export const textOf: Reader<string> = (value, what) => {
  if (typeof value !== "string" || value === "" || !value.isWellFormed() || value.normalize("NFC") !== value)
    throw unexpected(what, "a text in Unicode NFC");
  if (utf8ToBytes(value).length > limits.contextBytes) throw beyond(what, limits.contextBytes, "bytes");
  return value;
};

const idShape = /^[a-z0-9-]{1,32}$/;

/** An id: 1 to 32 of a-z, 0-9 and hyphen. */
export const idOf: Reader<string> = (value, what) => {
  if (typeof value !== "string" || !idShape.test(value))
    throw unexpected(what, "1 to 32 of a-z, 0-9 and hyphen");
  return value;
};

/** A whole number from 0 to 2^53 - 1. */
export const wholeOf: Reader<number> = (value, what) => {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw unexpected(what, "a whole number");
  return value as number;
};

/** A text, whatever it says: it is compared. */
export const stringOf: Reader<string> = (value, what) => {
  if (typeof value !== "string") throw unexpected(what, "a text");
  return value;
};

/** True or false, and nothing that counts as either. */
export const flagOf: Reader<boolean> = (value, what) => {
  if (typeof value !== "boolean") throw unexpected(what, "true or false");
  return value;
};

/** One of the listed words. */
export function oneOf<const T extends string>(...words: readonly T[]): Reader<T> {
  return (value, what) => {
    const found = words.find((word) => word === value);
    if (found === undefined) throw unexpected(what, words.join(" or "));
    return found;
  };
}

/** Refuses repeated names. */
function distinct(names: readonly string[], what: string): void {
  if (new Set(names).size !== names.length) throw unexpected(what, "different names");
}

/** A replacer that puts the keys of every object in order. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const fields = value as Fields;
  return Object.fromEntries(
    Object.keys(fields)
      .toSorted()
      .map((key) => [key, fields[key]]),
  );
}

/**
 * The RFC 8785 bytes of a value that CE1 signs. There, keys are ASCII words, numbers whole and texts well-formed, and
 * for such values the standard asks for no more than JSON without white space, its keys in order.
 */
export function canonicalBytesOf(value: unknown): Uint8Array {
  return utf8ToBytes(JSON.stringify(value, inOrder));
}

/** JSON of UTF-8 bytes or of a text. Throws FORMAT. */
export function parsed(json: Uint8Array | string, what: string): unknown {
  try {
    return JSON.parse(
      typeof json === "string"
        ? json
        : new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(json),
    );
  } catch {
    throw unexpected(what, "JSON in UTF-8");
  }
}

/**
 * Parses JSON bytes and, after `read` has accepted every field, insists that they are the RFC 8785 bytes of the value:
 * duplicate keys, white space, other escapes and other orders are all FORMAT.
 */
export function readCanonical<T>(bytes: Uint8Array, what: string, read: (value: unknown) => T): T {
  const value = parsed(bytes, what);
  const result = read(value);
  if (!equalBytes(canonicalBytesOf(value), bytes)) throw unexpected(what, "canonical form (RFC 8785)");
  return result;
}
