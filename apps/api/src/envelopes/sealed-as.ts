import { type SealingContext, sealingContexts } from "@tillit/application-case";
import type { StoredEnvelope } from "@tillit/record-store";

/** What an envelope that is kept must have been sealed for. */
export function sealedAs({ kind, parent = "" }: Pick<StoredEnvelope, "kind" | "parent">): SealingContext {
  const context = sealingContexts[kind];
  return typeof context === "function" ? context(parent) : context;
}
