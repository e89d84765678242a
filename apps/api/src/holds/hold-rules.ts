/** Why something may be kept from disposal for now, as data: a ground with words and the provision it leans on. */
import type { CaseRow, HoldRow, HoldScope } from "@tillit/record-store";

export const holdGrounds = {
  supervision: {
    sv: "tillsyn av Inspektionen för vård och omsorg",
    en: "supervision by the Health and Social Care Inspectorate",
    cite: { act: "SFS 2025:400", at: "28 kap. 5 §" },
  },
  appeal: {
    sv: "överklagande eller mål i domstol",
    en: "an appeal or a case in court",
    cite: { act: "SFS 2025:400", at: "35 kap." },
  },
  damages: {
    sv: "skadeståndsanspråk",
    en: "a claim for damages",
    cite: { act: "EU 2016/679", at: "art. 17.3 e" },
  },
  research: {
    sv: "beslutad forskning",
    en: "research that has been decided on",
    cite: { act: "EU 2016/679", at: "art. 89" },
  },
  investigation: {
    sv: "pågående utredning",
    en: "an ongoing investigation",
    cite: { act: "SFS 2025:400", at: "27 kap." },
  },
  restriction: {
    sv: "begränsning av behandling",
    en: "restriction of processing",
    cite: { act: "EU 2016/679", at: "art. 18" },
  },
} as const;

export type HoldGround = keyof typeof holdGrounds;

/** The grounds that somebody may place a hold on. A restriction is no hold but a state, which a person's request brings. */
export type PlaceableGround = Exclude<HoldGround, "restriction">;

export const grounds = Object.keys(holdGrounds).filter((ground) => ground !== "restriction") as [
  PlaceableGround,
  ...PlaceableGround[],
];

export function covers(scope: HoldScope, row: Pick<CaseRow, "id" | "assignments" | "placement">): boolean {
  switch (scope.kind) {
    case "record":
      return row.id === scope.of;
    case "assignment":
      return row.assignments.includes(scope.of);
    case "unit":
      return row.placement?.unit === scope.of;
    case "controller":
      return true;
  }
}

export function holdsOn(
  holds: readonly HoldRow[],
  row: Pick<CaseRow, "id" | "assignments" | "placement">,
): readonly HoldRow[] {
  return holds.filter(({ scope }) => covers(scope, row));
}
