/** Which records a hold covers, by its scope. */
import type { CaseRow, HoldRow, HoldScope } from "@tillit/record-store";

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
