/** The inbox row of an application, as its events leave it. */
import type { CaseRow, Unit } from "@tillit/record-store";
import type { Logged } from "../kernel/load.ts";

export async function projectCase(unit: Unit, id: string, event: Logged<"application">): Promise<void> {
  const before = await unit.projections.case(id);
  const after = nextCase(before, id, event);
  if (after !== undefined) await unit.projections.putCase(after);
  if (event.type !== "AssessmentRecorded" && event.type !== "ApplicationDecided") return;
  const { words, outcome } = event.data;
  await unit.projections.putWords({
    id: Buffer.from(words, "base64url").toString("hex").slice(0, 32),
    caseId: id,
    kind: event.type === "ApplicationDecided" ? "decision" : "assessment",
    outcome,
    at: event.at,
    by: event.by,
  });
}

/** The inbox row after an event; undefined when the event leaves it as it is. */
function nextCase(
  before: CaseRow | undefined,
  id: string,
  event: Logged<"application">,
): CaseRow | undefined {
  if (event.type === "ApplicationSubmitted") return firstCase(id, event);
  const { at } = event;
  if (before === undefined) return undefined;
  switch (event.type) {
    case "ApplicationOpened":
      return { ...before, status: "opened", openedAt: at };
    case "AssessmentRecorded":
      return { ...before, status: "assessed", lastEntry: at };
    case "ApplicationDecided":
      return { ...before, status: "decided", decidedAt: at, outcome: event.data.outcome, lastEntry: at };
    case "ApplicationWithdrawn":
      return { ...before, status: "withdrawn", lastEntry: at };
  }
}

export function firstCase(
  id: string,
  { at, data }: Pick<Extract<Logged<"application">, { type: "ApplicationSubmitted" }>, "at" | "data">,
): CaseRow {
  const { app, number, assignments } = data;
  return { id, app, number, receivedAt: at, status: "submitted", assignments, lastEntry: at };
}

export async function projectPlacement(unit: Unit, id: string, { data }: Logged<"placement">): Promise<void> {
  const before = await unit.projections.case(id);
  if (before !== undefined) await unit.projections.putCase({ ...before, placement: data });
}
