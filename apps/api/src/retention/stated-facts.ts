/** Facts as the retention rules of today know them; those of yesterday may have had other words. */
import { retentionRules } from "@tillit/welfare-law";
import type { JsonObject } from "@tillit/record-store";

/** Codes, flags and numbers, by the name of the fact. */
export type StatedFacts = Readonly<Record<string, string | number | boolean>>;

export interface RetentionFactEvents {
  readonly RetentionFactsStated: StatedFacts;
}

/** Whether the rules know the fact and may be told this of it. */
export function statable(name: string, value: unknown): boolean {
  const type = retentionRules.vocabulary[name]?.type;
  switch (type?.kind) {
    case "enum":
      return type.values.some((known) => known === value);
    case "boolean":
      return typeof value === "boolean";
    case "integer":
      return typeof value === "number" && value >= type.min && value <= type.max;
    default:
      return false;
  }
}

/** What was stated and is still known: the rest is missing again, which the plan then says. */
export function stillStatable(stated: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(stated).filter(([name, value]) => statable(name, value)));
}

/** Whether a period may count from this. */
export function isRetentionEvent(name: string): boolean {
  return retentionRules.vocabulary[name]?.type.kind === "event";
}
