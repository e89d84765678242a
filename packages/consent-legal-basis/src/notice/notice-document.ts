import type { Language } from "@tillit/law-reference";
import type { Finding } from "../check/finding.ts";

export type NoticeLevel = "short" | "full" | "easy-read";

export type NoticeArticle = 13 | 14;

/** "13.1.a": article, paragraph, letter of the item that the block answers. */
export type NoticeRef = `13.${string}` | `14.${string}`;

export type NoticeBlock = {
  readonly kind: "h" | "p" | "dl" | "table";
  readonly ref: NoticeRef;
  /** The whole content as plain text; a reader that knows no kinds can show this alone. */
  readonly text: string;
  /** Term and description, for `dl`. */
  readonly items?: readonly { readonly term: string; readonly text: string }[];
  /** Header row first, for `table`. */
  readonly rows?: readonly (readonly string[])[];
};

export type NoticeDocument = {
  readonly article: NoticeArticle;
  readonly locale: Language;
  readonly level: NoticeLevel;
  readonly controller: string;
  readonly title: string;
  readonly blocks: readonly NoticeBlock[];
  /** The items of the article that the text answers, each once. */
  readonly covers: readonly NoticeRef[];
  /** Mandatory items that the model cannot answer. */
  readonly missing: readonly Finding[];
  /** SHA-256 of the activities and the article: the same for every language and length. */
  readonly sourceHash: string;
  /** Whether any activity rests on consent; drift needs it to tell re-notify from re-consent. */
  readonly consent: readonly string[];
};
