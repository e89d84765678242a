/** Opens a whole application in this browser: verify first, with the context it must have, then read. */
import {
  type Answers,
  type FileReference,
  isSectionDocument,
  sealingContexts,
  type SectionId,
  sectionIds,
} from "@tillit/application-case";
import { type Decapsulator, open, verify } from "@tillit/crypto-envelope";
import type { SealedEnvelope } from "../api/wire.ts";
import { DeskError } from "./desk-error.ts";

export type OpenedSection =
  | { readonly status: "open"; readonly answers: Answers }
  | { readonly status: "shredded" };

export interface OpenedApplication {
  readonly sections: Readonly<Partial<Record<SectionId, OpenedSection>>>;
  readonly files: readonly FileReference[];
  readFile(section: string): Promise<Uint8Array<ArrayBuffer>>;
  close(): void;
}

export interface Expected {
  readonly app: string;
  readonly controller: string;
}

type FetchBlob = (section: string) => Promise<Uint8Array<ArrayBuffer>>;

function documentOf(bytes: Uint8Array) {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new DeskError("SECTION_MALFORMED");
  }
  if (!isSectionDocument(value)) throw new DeskError("SECTION_MALFORMED");
  return value;
}

/** Throws EnvelopeError where anything does not hold, DeskError where what is inside is no answer. */
export async function openApplication(
  envelope: SealedEnvelope,
  expected: Expected,
  key: Decapsulator,
  fetchBlob: FetchBlob,
): Promise<OpenedApplication> {
  const verified = verify(envelope.manifest, {
    ...expected,
    ...sealingContexts.application,
  });
  const opened = await open(verified, envelope.keyring, key);
  const sections: Partial<Record<SectionId, OpenedSection>> = {};
  let files: readonly FileReference[] = [];
  try {
    const present = sectionIds.filter((id) =>
      verified.manifest.sections.some((section) => section.id === id),
    );
    for (const id of present) {
      if (typeof envelope.keyring.slots[id] !== "string") {
        sections[id] = { status: "shredded" };
        continue;
      }
      const document = documentOf(await opened.read(id, await fetchBlob(id)));
      sections[id] = { status: "open", answers: document.answers };
      files = document.files ?? files;
    }
  } catch (error) {
    opened.close();
    throw error;
  }
  return {
    sections,
    files,
    readFile: async (section) => new Uint8Array(await opened.read(section, await fetchBlob(section))),
    close: () => opened.close(),
  };
}
