import { sha256 } from "@noble/hashes/sha2.js";
import { unexpected } from "../errors.ts";
import { limits } from "../limits.ts";
import { instantOf } from "./instant.ts";
import { type Reader, type Readers, namedListOf, textOf } from "./json.ts";
import { labelled } from "./labels.ts";

/** What an envelope is for. Every field is bound into every wrapped key and every content key. */
export interface Context {
  /** UUID of the application, lower case; the same for all controllers of one submission. */
  readonly app: string;
  /** The controllers this envelope is for, 1 to 16, each as in its key document. As `purpose`. */
  readonly controllers: readonly string[];
  /** What the content may be used for; whoever opens must expect the same. 1 to 256 bytes of UTF-8 in NFC. */
  readonly purpose: string;
  /** Which form the content has, `form/1`; whoever opens says which it can read. As `purpose`. */
  readonly schema: string;
  /** RFC 3339 in UTC with whole seconds, `2026-11-21T18:00:00Z`. */
  readonly created: string;
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A UUID in its 36-character lower-case form. */
export const uuidOf: Reader<string> = (value, what) => {
  if (typeof value !== "string" || !uuidShape.test(value)) throw unexpected(what, "a UUID in lower case");
  return value;
};

/** The five fields, each checked. Their readers throw FORMAT, LIMIT. */
export const contextReaders: Readers<Context> = {
  app: uuidOf,
  controllers: namedListOf(limits.controllers, 1, textOf, (name) => name),
  purpose: textOf,
  schema: textOf,
  created: instantOf,
};

/** `cid`: SHA-256 of the context and the applicant's public key; 32 bytes. */
export function contextId(context: Context, applicant: Uint8Array): Uint8Array {
  return sha256(
    labelled(
      "cenv1/context",
      "CE1",
      context.app,
      labelled("cenv1/list", ...context.controllers),
      context.purpose,
      context.schema,
      context.created,
      applicant,
    ),
  );
}
