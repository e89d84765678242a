/** What a list of records says of an application beside its dates: how it was decided, and for which assignments it was made. */
import { applicationOutcome, type ApplicationOutcomeFact } from "@tillit/application-case";
import type { CaseRow, Unit } from "@tillit/record-store";

export interface ListedApplication {
  /** Not there for an outcome that is none of the known ones. */
  readonly outcome?: ApplicationOutcomeFact;
  readonly assignments: readonly string[];
}

export function listedApplication({ status, outcome, assignments }: CaseRow): ListedApplication {
  const decided = applicationOutcome({ status, outcome });
  return { ...(decided === undefined ? {} : { outcome: decided }), assignments };
}

/** Those of the records that are applications and still there. */
export async function applicationsAmong(
  unit: Unit,
  records: readonly string[],
): Promise<ReadonlyMap<string, ListedApplication>> {
  const rows = await unit.projections.casesOf(records);
  return new Map(rows.map((row) => [row.id, listedApplication(row)]));
}
