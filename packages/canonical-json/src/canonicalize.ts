/**
 * The JSON Canonicalization Scheme, RFC 8785: one value, one sequence of bytes. Stricter than `JSON.stringify`:
 * what JSON cannot say is refused, never dropped or changed (RFC 8785 section 3.1 and RFC 7493).
 */
import { CanonicalJsonError } from "./errors.ts";
import { maxDepth } from "./json-value.ts";
import { utf8 } from "./utf8.ts";

function writeText(text: string): string {
  if (!text.isWellFormed()) {
    throw new CanonicalJsonError("TEXT_NOT_UNICODE", "a text or key holds half a surrogate pair");
  }
  // For well-formed text JSON.stringify escapes exactly as RFC 8785 section 3.2.2.2 asks.
  return JSON.stringify(text);
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) {
    throw new CanonicalJsonError("NUMBER_NOT_FINITE", "a number is NaN or infinite");
  }
  // ECMAScript's shortest form is RFC 8785 section 3.2.2.3; minus zero becomes 0.
  return String(value);
}

function notJson(what: string): CanonicalJsonError {
  return new CanonicalJsonError("VALUE_NOT_JSON", `${what} cannot be said in JSON`);
}

function writeArray(items: readonly unknown[], ancestors: Set<object>): string {
  // A hole or a further property would be lost without a word; `length` is the one own key that is not an item.
  if (Reflect.ownKeys(items).length !== items.length + 1)
    throw notJson("an array with holes or own properties");
  const parts: string[] = [];
  for (const item of items) parts.push(write(item, ancestors));
  return `[${parts.join(",")}]`;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A plain object of another realm has a prototype that ends the chain too.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function writeObject(value: object, ancestors: Set<object>): string {
  if (!isPlain(value)) throw notJson("an instance of a class");
  const keys = Object.keys(value);
  if (Reflect.ownKeys(value).length !== keys.length) throw notJson("a hidden or symbol property");
  // The default order compares UTF-16 code units, as RFC 8785 section 3.2.3 asks.
  keys.sort();
  const parts: string[] = [];
  for (const key of keys) {
    parts.push(`${writeText(key)}:${write((value as Record<string, unknown>)[key], ancestors)}`);
  }
  return `{${parts.join(",")}}`;
}

function write(value: unknown, ancestors: Set<object>): string {
  switch (typeof value) {
    case "string":
      return writeText(value);
    case "number":
      return writeNumber(value);
    case "boolean":
      return value ? "true" : "false";
    case "object": {
      if (value === null) return "null";
      if (ancestors.has(value)) throw new CanonicalJsonError("VALUE_CYCLIC", "a value contains itself");
      if (ancestors.size >= maxDepth) {
        throw new CanonicalJsonError("JSON_TOO_DEEP", `more than ${maxDepth} levels of arrays and objects`);
      }
      ancestors.add(value);
      const text = Array.isArray(value) ? writeArray(value, ancestors) : writeObject(value, ancestors);
      ancestors.delete(value);
      return text;
    }
    default:
      throw notJson(typeof value === "undefined" ? "undefined" : `a ${typeof value}`);
  }
}

/**
 * The canonical text of a value, by RFC 8785.
 *
 * @param value - null, boolean, finite number, well-formed string, dense array or plain object of such
 * @returns JSON without white space, keys sorted by UTF-16 code units
 * @throws {@link CanonicalJsonError} `VALUE_NOT_JSON` (undefined, BigInt, function, symbol, class instance, hole),
 * `NUMBER_NOT_FINITE`, `TEXT_NOT_UNICODE`, `VALUE_CYCLIC`, `JSON_TOO_DEEP`
 */
export function canonicalize(value: unknown): string {
  return write(value, new Set());
}

/**
 * The canonical bytes of a value: {@link canonicalize} in UTF-8, to hash or sign.
 *
 * @throws {@link CanonicalJsonError} as {@link canonicalize}
 */
export function canonicalBytes(value: unknown): Uint8Array {
  return utf8(canonicalize(value));
}
