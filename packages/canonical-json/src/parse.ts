/**
 * Reading JSON (RFC 8259) as strictly as it is written: `JSON.parse` lets the last of two equal keys win in
 * silence, so that two readers may see two documents. Here a second key, half a surrogate pair, a number beyond
 * the range of a double and endless nesting are refused (RFC 7493 sections 2.1 to 2.3).
 */
import { canonicalize } from "./canonicalize.ts";
import { CanonicalJsonError } from "./errors.ts";
import { type JsonValue, maxDepth } from "./json-value.ts";

const numberForm = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const quote = 34;
const backslash = 92;
const spaceForm = /[ \t\n\r]*/y;

function malformed(): CanonicalJsonError {
  return new CanonicalJsonError("JSON_MALFORMED", "the text is not JSON");
}

function unescaped(token: string): string {
  try {
    return JSON.parse(token) as string;
  } catch {
    throw malformed();
  }
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): JsonValue {
    this.#space();
    const value = this.#value(0);
    this.#space();
    if (this.#at !== this.#text.length) throw malformed();
    return value;
  }

  #space(): void {
    const code = this.#text.charCodeAt(this.#at);
    if (code > 32) return;
    this.#take(spaceForm);
  }

  #take(form: RegExp): string | undefined {
    form.lastIndex = this.#at;
    const found = form.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  /** Takes one expected character, if it is next. */
  #is(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #word<Value>(word: string, value: Value): Value {
    if (!this.#text.startsWith(word, this.#at)) throw malformed();
    this.#at += word.length;
    return value;
  }

  #value(depth: number): JsonValue {
    switch (this.#text[this.#at]) {
      case "{":
        return this.#object(depth + 1);
      case "[":
        return this.#array(depth + 1);
      case '"':
        return this.#string();
      case "t":
        return this.#word("true", true);
      case "f":
        return this.#word("false", false);
      case "n":
        return this.#word("null", null);
      default:
        return this.#number();
    }
  }

  #number(): number {
    const found = this.#take(numberForm);
    if (found === undefined) throw malformed();
    const value = Number(found);
    if (!Number.isFinite(value)) {
      throw new CanonicalJsonError("NUMBER_NOT_FINITE", "a number is too large for a double");
    }
    return value;
  }

  #string(): string {
    const start = this.#at;
    if (!this.#is('"')) throw malformed();
    let escaped = false;
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      // Written so that the NaN behind the end fails too.
      if (!(code >= 32)) throw malformed();
      this.#at += 1;
      if (code === quote) break;
      if (code === backslash) {
        escaped = true;
        this.#at += 1;
      }
    }
    const text = escaped
      ? unescaped(this.#text.slice(start, this.#at))
      : this.#text.slice(start + 1, this.#at - 1);
    if (!text.isWellFormed()) {
      throw new CanonicalJsonError("TEXT_NOT_UNICODE", "a text or key holds half a surrogate pair");
    }
    return text;
  }

  #enter(depth: number): void {
    if (depth > maxDepth) {
      throw new CanonicalJsonError("JSON_TOO_DEEP", `more than ${maxDepth} levels of arrays and objects`);
    }
    this.#at += 1;
    this.#space();
  }

  #array(depth: number): readonly JsonValue[] {
    this.#enter(depth);
    const items: JsonValue[] = [];
    if (this.#is("]")) return items;
    for (;;) {
      items.push(this.#value(depth));
      this.#space();
      if (this.#is("]")) return items;
      if (!this.#is(",")) throw malformed();
      this.#space();
    }
  }

  #object(depth: number): { readonly [key: string]: JsonValue } {
    this.#enter(depth);
    const object: Record<string, JsonValue> = {};
    if (this.#is("}")) return object;
    for (;;) {
      const key = this.#string();
      if (Object.hasOwn(object, key)) {
        throw new CanonicalJsonError("JSON_DUPLICATE_KEY", "an object has the same key twice");
      }
      this.#space();
      if (!this.#is(":")) throw malformed();
      this.#space();
      const value = this.#value(depth);
      // Assigning to `__proto__` would set the prototype instead of a key.
      if (key === "__proto__") {
        Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
      } else {
        object[key] = value;
      }
      this.#space();
      if (this.#is("}")) return object;
      if (!this.#is(",")) throw malformed();
      this.#space();
    }
  }
}

/**
 * Reads a JSON text strictly.
 *
 * @param text - one JSON document; white space around it is allowed, a byte order mark is not
 * @throws {@link CanonicalJsonError} `JSON_MALFORMED`, `JSON_DUPLICATE_KEY`, `JSON_TOO_DEEP`, `NUMBER_NOT_FINITE`,
 * `TEXT_NOT_UNICODE`
 */
export function parseStrict(text: string): JsonValue {
  return new Reader(text).document();
}

/**
 * Reads a JSON text that must be canonical already: the text is the only one its value has.
 *
 * @throws {@link CanonicalJsonError} as {@link parseStrict}, and `JSON_NOT_CANONICAL`
 */
export function parseCanonical(text: string): JsonValue {
  const value = parseStrict(text);
  if (canonicalize(value) === text) return value;
  throw new CanonicalJsonError("JSON_NOT_CANONICAL", "the text is JSON but not in its canonical form");
}
