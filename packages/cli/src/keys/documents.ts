/** The documents of a key log, one after another: of whom, signed by whom, and always forward. */
import { type Dsse, EnvelopeError, fromBase64Url, type KeyDocument } from "@tillit/crypto-envelope";
import { verifyKeyDocument } from "@tillit/crypto-envelope/node";
import type { Pins } from "@tillit/crypto-envelope/directory";
import { contentHash } from "@tillit/canonical-json";

export type DocumentFaultCode =
  | "KEY_ENTRY_MALFORMED"
  | "KEY_DIGEST_DIFFERS"
  | "KEY_DOCUMENT_UNSIGNED"
  | "KEY_DOCUMENT_INVALID"
  | "KEY_DOCUMENT_ROLLBACK";

export interface DocumentFault {
  readonly code: DocumentFaultCode;
  readonly entry: number;
}

interface Known {
  readonly seq: number;
  readonly documents: number;
  readonly expires: string;
  readonly roots: readonly string[];
  readonly pinned: boolean;
}

export interface DocumentPlace {
  readonly index: number;
  readonly controller: string;
  readonly seq: number;
  readonly newest: boolean;
}

export function isDsse(value: unknown): value is Dsse {
  const { payload, signatures } = (value ?? {}) as Partial<Dsse>;
  return typeof payload === "string" && Array.isArray(signatures);
}

/** SHA-256 of the document with its signatures, as canonical JSON. */
export function digestOf(document: Dsse): string {
  return contentHash(document);
}

/** Without a pin the roots of a controller's first document count for the ones after it. */
export function followDocuments(pins: Pins): {
  readonly next: (index: number, entry: Uint8Array) => void;
  readonly faults: () => readonly DocumentFault[];
  readonly controllers: () => Readonly<Record<string, Known>>;
  readonly find: (digest: string) => DocumentPlace | undefined;
} {
  const known = new Map<string, Known>();
  const places = new Map<string, Omit<DocumentPlace, "newest">>();
  const faults: DocumentFault[] = [];

  const take = (index: number, entry: Uint8Array): DocumentFaultCode | undefined => {
    const { type, data } = JSON.parse(new TextDecoder().decode(entry)) as {
      readonly type?: string;
      readonly data?: { readonly controller: string; readonly digest: string; readonly document: unknown };
    };
    if (type === "LogKeyHandedOver") return undefined;
    if (type !== "KeyDocumentPublished" || data === undefined || !isDsse(data.document))
      return "KEY_ENTRY_MALFORMED";
    const { controller, digest, document } = data;
    if (digestOf(document) !== digest) return "KEY_DIGEST_DIFFERS";
    const before = known.get(controller);
    const said = JSON.parse(Buffer.from(document.payload, "base64").toString()) as KeyDocument;
    const pin = Object.hasOwn(pins, controller) ? pins[controller] : undefined;
    const roots = pin?.roots ?? before?.roots ?? [...new Set(document.signatures.map(({ keyid }) => keyid))];
    const fault = genuine(document, said, { controller, roots, threshold: pin?.threshold ?? roots.length });
    if (fault !== undefined) return fault;
    if (before !== undefined && said.seq <= before.seq) return "KEY_DOCUMENT_ROLLBACK";
    known.set(controller, {
      seq: said.seq,
      documents: (before?.documents ?? 0) + 1,
      expires: said.expires,
      roots,
      pinned: pin !== undefined,
    });
    places.set(digest, { index, controller, seq: said.seq });
    return undefined;
  };

  return {
    next(index, entry) {
      let code: DocumentFaultCode | undefined;
      try {
        code = take(index, entry);
      } catch {
        code = "KEY_ENTRY_MALFORMED";
      }
      if (code !== undefined) faults.push({ code, entry: index });
    },
    faults: () => faults,
    controllers: () => Object.fromEntries(known),
    find(digest) {
      const place = places.get(digest);
      return place && { ...place, newest: known.get(place.controller)?.seq === place.seq };
    },
  };
}

interface Trust {
  readonly controller: string;
  readonly roots: readonly string[];
  readonly threshold: number;
}

/** Old documents have run out since: each is judged at the moment its keys began to count. */
function genuine(document: Dsse, said: KeyDocument, trust: Trust): DocumentFaultCode | undefined {
  const now = said.keys
    .filter(({ status }) => status === "active")
    .map(({ notBefore }) => notBefore)
    .reduce((a, b) => (a > b ? a : b), "1970-01-01T00:00:00Z");
  try {
    verifyKeyDocument(document, {
      roots: trust.roots.map((root) => fromBase64Url(root, 32)),
      threshold: trust.threshold,
      controller: trust.controller,
      now,
      withoutKeys: true,
    });
    return undefined;
  } catch (error) {
    const unsigned = error instanceof EnvelopeError && error.code === "SIGNATURE";
    return unsigned ? "KEY_DOCUMENT_UNSIGNED" : "KEY_DOCUMENT_INVALID";
  }
}
