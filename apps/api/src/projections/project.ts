/** Folds events into the lists. The same function runs after every append and when the lists are rebuilt. */
import type { ListEvent } from "@tillit/retention-policy";
import { projectHold } from "./hold-row.ts";
import { projectAnswer } from "./keep-row.ts";
import { requestRow } from "./request-row.ts";
import { projectTransferred } from "./transferred-case.ts";
import type { CaseRow, JsonObject, Placement, StoredEvent, Unit } from "../store/store.ts";

export async function project(unit: Unit, events: readonly StoredEvent[]): Promise<void> {
  for (const event of events) {
    const [kind, id] = split(event.stream);
    if (kind === "application") await projectCase(unit, id, event);
    if (kind === "placement") await projectPlacement(unit, id, event);
    if (kind === "request") await projectRequest(unit, id, event);
    if (kind === "export") await projectExport(unit, id, event);
    if (kind === "erasure") await projectErasure(unit, event);
    if (kind === "disposal") await projectDisposal(unit, id, event);
    if (kind === "keep") await unit.keeps.remove(id);
    if (kind === "hold") await projectHold(unit, id, event);
    if (kind === "transferred") await projectTransferred(unit, id, event);
    if (kind === "retention-facts") await unit.facts.put(id, event.data);
  }
}

function split(stream: string): readonly [kind: string, id: string] {
  const at = stream.indexOf("/");
  return [stream.slice(0, at), stream.slice(at + 1)];
}

async function projectCase(unit: Unit, id: string, event: StoredEvent): Promise<void> {
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

async function projectPlacement(unit: Unit, id: string, { data }: StoredEvent): Promise<void> {
  const before = await unit.projections.case(id);
  const placement = data as unknown as Placement;
  if (before !== undefined) await unit.projections.putCase({ ...before, placement });
}

async function projectRequest(unit: Unit, id: string, { stream }: StoredEvent): Promise<void> {
  const row = requestRow(id, await unit.log.load(stream));
  if (row !== undefined) await unit.projections.putRequest(row);
}

async function projectExport(unit: Unit, id: string, { type, at, data }: StoredEvent): Promise<void> {
  if (type === "ExportDestroyed") await unit.exports.remove(id);
  const request = text(data, "request");
  if (type === "ExportKept") {
    await unit.exports.put({ id, request, keptAt: at, expires: text(data, "expires") });
  }
  if (type === "ExportFetched") {
    const before = await unit.exports.ofRequest(request);
    if (before?.id === id) await unit.exports.put({ ...before, fetchedAt: before.fetchedAt ?? at });
  }
}

/** A record that a request has had erased as a whole leaves the lists too. */
async function projectErasure(unit: Unit, { data }: StoredEvent): Promise<void> {
  const erased = (data["erased"] ?? []) as unknown as readonly { record: string; section?: string }[];
  for (const { record, section } of erased) {
    if (section !== undefined) continue;
    await unit.projections.removeCase(record);
    await unit.facts.remove(record);
    await unit.keeps.remove(record);
  }
}

/** A record that is gone leaves the lists, be it an application or a request. */
async function projectDisposal(unit: Unit, list: string, stored: StoredEvent): Promise<void> {
  const { event } = stored.data as { readonly event: ListEvent };
  if (event.type === "Answered") await projectAnswer(unit, list, stored, event);
  if (event.type !== "Reported") return;
  await unit.projections.removeCase(event.record);
  await unit.projections.removeRequest(event.record);
  await unit.facts.remove(event.record);
  await unit.keeps.remove(event.record);
}

function text(data: JsonObject, name: string): string {
  const value = data[name];
  return typeof value === "string" ? value : "";
}
