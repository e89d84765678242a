/**
 * What a body may hold, seen in one look over its text and before anything parses it. Parsing a key, checking it and
 * saying what is wrong with it cost a thousand times what it costs to send it.
 */
import type { Context, MiddlewareHandler } from "hono";
import { Problem } from "../../problem.ts";
import { requestHeader } from "../node-side.ts";

export interface JsonBounds {
  readonly bytes: number;
  /** Members and items at every depth, and the value itself. */
  readonly values: number;
  /** Arrays and objects inside each other. */
  readonly depth: number;
}

/**
 * A stranger sends statements and proofs. 4096 values are more than the largest manifest, keyring and set of parts that
 * the envelope's format allows; those who are known send several keyrings at once, within the limit of every body.
 */
export const bounds = {
  stranger: { bytes: 64 * 1024, values: 4096, depth: 16 },
  known: { bytes: 4 * 1024 * 1024, values: 65_536, depth: 16 },
} as const satisfies Record<string, JsonBounds>;

const json = /^application\/([\w.-]+\+)?json\s*(?:;|$)/i;

/**
 * In front of whatever parses, and behind the gate of those who are known.
 *
 * @throws Problem TOO_LARGE · JSON_BOUNDS
 */
export function boundedBody(most: JsonBounds): MiddlewareHandler {
  return async (c, next) => {
    if (Number(requestHeader(c, "content-length") ?? 0) > most.bytes && !streamed(c))
      throw new Problem("TOO_LARGE");
    if (json.test(requestHeader(c, "content-type") ?? "")) {
      const text = await c.req.text();
      if (text.length > most.bytes) throw new Problem("TOO_LARGE");
      if (!withinBounds(text, most)) throw new Problem("JSON_BOUNDS");
    }
    await next();
  };
}

/** Sealed bytes have a limit of their own, and nobody parses them. */
function streamed(c: Context): boolean {
  return /^application\/(?:octet-stream|partial-upload)$/.test(requestHeader(c, "content-type") ?? "");
}

/** What the look needs of a text. */
type Text = Pick<string, "length" | "charCodeAt" | "indexOf">;

const quote = 0x22;
const comma = 0x2c;
const [openArray, closeArray] = [0x5b, 0x5d];
const backslash = 0x5c;
const [openObject, closeObject] = [0x7b, 0x7d];

/**
 * Whether a text holds no more than that, if it is JSON; where it is not, its parser says so. Ends at the first bound
 * that is passed, and looks at no character twice. An empty array or object counts as if it held something.
 */
export function withinBounds(text: Text, { values, depth }: Pick<JsonBounds, "values" | "depth">): boolean {
  let seen = 1;
  let open = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfText(text, at + 1);
        break;
      case comma:
        seen += 1;
        if (seen > values) return false;
        break;
      case openArray:
      case openObject:
        seen += 1;
        open += 1;
        if (seen > values || open > depth) return false;
        break;
      case closeArray:
      case closeObject:
        open -= 1;
        break;
      default:
    }
  }
  return true;
}

/** Where the closing quote is: the first with an even number of backslashes before it. */
function endOfText(text: Text, from: number): number {
  let start = from;
  for (;;) {
    const end = text.indexOf('"', start);
    if (end === -1) return text.length;
    let before = end;
    while (before > start && text.charCodeAt(before - 1) === backslash) before -= 1;
    if ((end - before) % 2 === 0) return end;
    start = end + 1;
  }
}
