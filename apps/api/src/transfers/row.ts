import type { CaseRow, StoredEvent, Unit, WordsRow } from "@tillit/record-store";

/** A record that came from another controller: listed with the dates it had there and a number of its own. */
export async function projectTransferred(unit: Unit, id: string, { data }: StoredEvent): Promise<void> {
  const { case: row, words } = data as unknown as {
    readonly case: Omit<CaseRow, "id">;
    readonly words: readonly Omit<WordsRow, "caseId">[];
  };
  await unit.projections.putCase({ ...row, id });
  for (const one of words) await unit.projections.putWords({ ...one, caseId: id });
}
