import type { Language } from "@tillit/law-reference";
import type { CalendarDate } from "@tillit/civil-time";
import type { ProcessingActivity } from "../activity/activity.ts";
import type { NationalLaw } from "../law/national-law.ts";
import type { NoticeLevel } from "./notice-document.ts";

export type Setting = {
  readonly activities: readonly ProcessingActivity[];
  readonly on: CalendarDate;
  readonly locale: Language;
  readonly level: NoticeLevel;
  readonly national: NationalLaw | undefined;
};

/** Paragraphs, or terms with their texts; the order is the order of the notice. */
export type Content =
  | { readonly kind: "p"; readonly text: string }
  | { readonly kind: "dl"; readonly items: readonly { readonly term: string; readonly text: string }[] };
