/** What an answer holds before it is sealed: opened items with their outcomes, and what art. 15(1) wants told. */
import type { Language, Localized } from "@tillit/law-reference";
import type { Digest, Ref } from "../case/request.ts";
import type { ItemOutcome } from "../review/outcome.ts";

/** An item with its text, as the caseworker's own machine has opened it. */
export type OpenedItem = {
  readonly id: Ref;
  readonly section: Ref;
  readonly title: string;
  readonly source: string;
  readonly text: string;
  /** Fields of a structured item, for the machine-readable file. */
  readonly fields?: Readonly<Record<string, string | number | boolean>>;
  readonly outcome: ItemOutcome;
  /** For portability: given by the person, on consent or contract, by automated means (art. 20(1)). */
  readonly origin?: {
    readonly providedBySubject: boolean;
    readonly basis:
      | "consent"
      | "contract"
      | "legal-obligation"
      | "public-task"
      | "legitimate-interest"
      | "vital";
    readonly automated: boolean;
  };
};

/** The information of art. 15(1)(a)–(h) and 15(2): every part must be said, also when the answer is "none". */
export type ProcessingInformation = {
  /** Each purpose with the legal basis it rests on. */
  readonly purposes: readonly { readonly purpose: Localized; readonly basis: readonly Localized[] }[];
  readonly categories: readonly Localized[];
  readonly recipients: readonly Localized[];
  readonly retention: readonly Localized[];
  readonly rights: readonly Localized[];
  readonly complaint: Localized;
  readonly sources: readonly Localized[];
  readonly automatedDecisions: Localized;
  readonly transfers: readonly Localized[];
};

/** A file of the package. */
export type ExportFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

/** What the manifest says of a file. */
export type ManifestEntry = {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: Digest;
};

/** The list of what a package holds; its digest is what the case binds the package to. */
export type ExportManifest = {
  readonly schema: "tillit/dsar-export/1";
  readonly case: Ref;
  readonly decision: Digest;
  readonly lang: Language;
  readonly files: readonly ManifestEntry[];
};
