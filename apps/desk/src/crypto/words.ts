/** Words of a caseworker, sealed to the own controller's group key before they leave, and opened again. */
import { type SealingContext, sealingContexts } from "@tillit/application-case";
import {
  type Decapsulator,
  fromBase64Url,
  memorySink,
  open,
  Receipt,
  seal,
  toBase64Url,
  verify,
} from "@tillit/crypto-envelope";
import type { SealedWords, WordsKind } from "../api/wire.ts";
import { keysToSealTo } from "./controller-keys.ts";
import { DeskError } from "./desk-error.ts";
import type { Expected } from "./open-application.ts";

const section = "words";

export function sealWords(text: string, kind: WordsKind, expected: Expected): Promise<SealedWords> {
  return sealText(text, sealingContexts[kind], expected);
}

/**
 * Seals a text for a purpose, to the own controller and perhaps another. The signing receipt is made for this once and
 * thrown away: nobody reads with it.
 */
export async function sealText(
  text: string,
  { purpose, schemas }: SealingContext,
  expected: Expected,
  other?: string,
): Promise<SealedWords> {
  const readers = [expected.controller, ...(other === undefined ? [] : [other])];
  const to = await Promise.all(readers.map(keysToSealTo));
  const { sink, blobs } = memorySink();
  const { manifest, keyring } = await seal({
    context: {
      app: expected.app,
      controllers: readers,
      purpose,
      schema: schemas[0],
      created: `${new Date().toISOString().slice(0, 19)}Z`,
    },
    receipt: Receipt.create(expected.app),
    to: { g1: to },
    sections: [
      {
        id: section,
        class: "ordinary",
        group: "g1",
        data: new TextEncoder().encode(JSON.stringify({ text })),
        pad: "4k",
      },
    ],
    sink,
  });
  return { manifest, keyring, blobs: { words: toBase64Url(blobs.get(section) ?? new Uint8Array()) } };
}

export function openWords(
  sealed: SealedWords,
  kind: WordsKind,
  expected: Expected,
  key: Decapsulator,
): Promise<string> {
  return openText(sealed, sealingContexts[kind], expected, key);
}

/** Opens sealed words. Throws EnvelopeError, or DeskError SECTION_MALFORMED. */
export async function openText(
  sealed: SealedWords,
  { purpose, schemas }: SealingContext,
  expected: Pick<Expected, "controller"> & Partial<Expected>,
  key: Decapsulator,
): Promise<string> {
  const verified = verify(sealed.manifest, { ...expected, purpose, schemas });
  const opened = await open(verified, sealed.keyring, key);
  try {
    const bytes = await opened.read(section, fromBase64Url(sealed.blobs.words));
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof value === "object" && value !== null && "text" in value && typeof value.text === "string") {
      return value.text;
    }
    throw new DeskError("SECTION_MALFORMED");
  } finally {
    opened.close();
  }
}
