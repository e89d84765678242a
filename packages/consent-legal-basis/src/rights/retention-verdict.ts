import type { LawRef } from "../law/law-ref.ts";

/** What a retention engine said about the record, handed in as a value; `keep` and `preserve` cite their law. */
export type RetentionVerdict =
  | { readonly kind: "keep" | "preserve" | "transfer"; readonly law: readonly [LawRef, ...LawRef[]] }
  | { readonly kind: "may-go" | "must-go" | "undetermined"; readonly law?: readonly LawRef[] };
