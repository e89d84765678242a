/** What happens to a request, and the sealed words that are kept about it. */
import type { DsarEvent } from "@tillit/dsar-workflow";
import type { DataOf } from "../kernel/event-data.ts";

export type RequestEvents = DataOf<DsarEvent>;

export interface RequestWordsEvents {
  /** `words`: the digest by which commands name them. */
  readonly RequestWordsKept: { readonly id: string; readonly words: string; readonly kind: string };
}
