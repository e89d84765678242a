/** Why a record is not, or no longer, on a list, in words. */
import type { Language } from "@tillit/law-reference";
import type { DropReason } from "@tillit/retention-policy";

export const dropWords: Readonly<Record<DropReason, Readonly<Record<Language, string>>>> = {
  NOT_DUE: { sv: "gallringsdagen har inte kommit", en: "its day has not come" },
  NO_DATE: { sv: "saknar datum", en: "has no date" },
  HELD: { sv: "hålls kvar tills vidare", en: "is held for now" },
  UNDETERMINED: { sv: "uppgifter saknas för att avgöra", en: "facts are missing to decide" },
  CONFLICT: { sv: "reglerna säger emot varandra, människor avgör", en: "rules conflict, people decide" },
  PRESERVED: { sv: "ska bevaras", en: "is to be preserved" },
  KEPT_BY_REVIEW: { sv: "granskaren behåller den", en: "the reviewer keeps it" },
  RECLASSIFIED: { sv: "granskaren har gett den en annan typ", en: "the reviewer gave it another type" },
  FACTS_CHANGED: {
    sv: "uppgifterna har ändrats sedan listan gjordes",
    en: "facts have changed since the list",
  },
  RULES_CHANGED: { sv: "reglerna har ändrats sedan listan gjordes", en: "rules have changed since the list" },
  NOT_FOUND: { sv: "finns inte kvar", en: "is no longer there" },
};
