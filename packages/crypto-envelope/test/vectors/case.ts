import { equalBytes } from "@noble/ciphers/utils.js";
import { sha256 } from "@noble/hashes/sha2.js";
import {
  type Decapsulator,
  type Dsse,
  EnvelopeError,
  type Expect,
  type KemId,
  type Keyring,
  Receipt,
  decapsulatorFromSeed,
  fromBase64Url,
  open,
  toBase64Url,
  verify,
} from "../../src/index.ts";
import * as node from "../../src/node.ts";

/** One vector: what to open, with which key, and what must come of it. */
export interface VectorCase {
  readonly name: string;
  readonly expect: Expect;
  readonly key: { readonly kem: KemId; readonly seed: string } | { readonly receipt: string };
  readonly manifest: Dsse;
  readonly keyring: Keyring;
  /** Sealed blobs, base64url. */
  readonly blobs: Readonly<Record<string, string>>;
  /** `ok`, or the code of the refusal. */
  readonly result: string;
  /** For `ok`: readable sections, with length and SHA-256 of their content. */
  readonly content?: Readonly<Record<string, { readonly length: number; readonly sha256: string }>>;
  /** For `ok`: values on the way, base64url. */
  readonly between?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

/** Who opens the case. */
export async function holderOf({ key }: Pick<VectorCase, "key">): Promise<Decapsulator> {
  if ("receipt" in key) return Receipt.parse(key.receipt).decapsulator();
  return decapsulatorFromSeed(key.kem, fromBase64Url(key.seed));
}

/** The two entry points that open. */
export const entries = { main: { open, verify }, node: { open: node.open, verify: node.verify } } as const;

/** Opens a case from end to end: every section is read. Gives `ok`, or the code of the first refusal. */
export async function outcomeOf(vector: VectorCase, entry: keyof typeof entries = "main"): Promise<string> {
  const by = entries[entry];
  try {
    const verified = by.verify(vector.manifest, vector.expect);
    const opened = await by.open(verified, vector.keyring, await holderOf(vector));
    for (const { id, state } of opened.sections) {
      const known = vector.content?.[id];
      // A refusal may lie in any section; a success says which ones are readable.
      if (vector.result === "ok" && (known === undefined) !== (state !== "readable")) return `state of ${id}`;
      if (vector.result === "ok" && state !== "readable") continue;
      const content = await opened.read(id, fromBase64Url(vector.blobs[id] ?? ""));
      const same =
        known === undefined ||
        (known.length === content.length && equalBytes(sha256(content), fromBase64Url(known.sha256)));
      if (!same) return `content of ${id}`;
    }
    return "ok";
  } catch (cause) {
    if (cause instanceof EnvelopeError) return cause.code;
    throw cause;
  }
}

/** Length and hash of a content. */
export function contentOf(bytes: Uint8Array): { length: number; sha256: string } {
  return { length: bytes.length, sha256: toBase64Url(sha256(bytes)) };
}
