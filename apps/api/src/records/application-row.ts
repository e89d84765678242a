/** The inbox row of an application, as its events leave it. */
import type { CaseRow, JsonObject, Placement, StoredEvent, Unit } from "@tillit/record-store";

export async function projectCase(unit: Unit, id: string, event: StoredEvent): Promise<void> {
  const before = await unit.projections.case(id);
  const after = nextCase(before, id, event);
  if (after !== undefined) await unit.projections.putCase(after);
  const { words } = event.data;
  if (
    typeof words === "string" &&
    (event.type === "AssessmentRecorded" || event.type === "ApplicationDecided")
  ) {
    await unit.projections.putWords({
      id: Buffer.from(words, "base64url").toString("hex").slice(0, 32),
      caseId: id,
      kind: event.type === "ApplicationDecided" ? "decision" : "assessment",
      outcome: text(event.data, "outcome"),
      at: event.at,
      by: event.by,
    });
  }
}

/** The inbox row after an event; undefined when the event leaves it as it is. */
export function nextCase(
  before: CaseRow | undefined,
  id: string,
  { type, at, data }: StoredEvent,
): CaseRow | undefined {
  if (type === "ApplicationSubmitted") {
    return {
      id,
      app: text(data, "app"),
      number: text(data, "number"),
      receivedAt: at,
      status: "submitted",
      assignments: data["assignments"] as readonly string[],
      lastEntry: at,
    };
  }
  if (before === undefined) return undefined;
  switch (type) {
    case "ApplicationOpened":
      return { ...before, status: "opened", openedAt: at };
    case "AssessmentRecorded":
      return { ...before, status: "assessed", lastEntry: at };
    case "ApplicationDecided":
      return { ...before, status: "decided", decidedAt: at, outcome: text(data, "outcome"), lastEntry: at };
    case "ApplicationWithdrawn":
      return { ...before, status: "withdrawn", lastEntry: at };
    default:
      return undefined;
  }
}

export async function projectPlacement(unit: Unit, id: string, { data }: StoredEvent): Promise<void> {
  const before = await unit.projections.case(id);
  const placement = data as unknown as Placement;
  if (before !== undefined) await unit.projections.putCase({ ...before, placement });
}

function text(data: JsonObject, name: string): string {
  const value = data[name];
  return typeof value === "string" ? value : "";
}
