/** Folds events into the lists. The same function runs after every append and when the lists are rebuilt. */
import type { StoredEvent, Unit } from "@tillit/record-store";
import { projectExport } from "./answers/row.ts";
import { projectDisposal } from "./disposal/row.ts";
import { projectErasure } from "./erasure/row.ts";
import { projectHold } from "./holds/row.ts";
import { projectCase, projectPlacement } from "./records/application-row.ts";
import { projectRequest } from "./requests/row.ts";
import { projectTransferred } from "./transfers/row.ts";

/** What one event of a stream changes in the lists; the id is the stream's name without its kind. */
export type Projection = (unit: Unit, id: string, event: StoredEvent) => Promise<void>;

/** By the kind of stream; what is not named here is read from its stream and stands in no list. */
const projections = new Map<string, Projection>([
  ["application", projectCase],
  ["placement", projectPlacement],
  ["request", projectRequest],
  ["export", projectExport],
  ["erasure", (unit, _, event) => projectErasure(unit, event)],
  ["disposal", projectDisposal],
  ["keep", (unit, id) => unit.keeps.remove(id)],
  ["hold", projectHold],
  ["transferred", projectTransferred],
  ["retention-facts", (unit, id, { data }) => unit.facts.put(id, data)],
]);

export async function project(unit: Unit, events: readonly StoredEvent[]): Promise<void> {
  for (const event of events) {
    const at = event.stream.indexOf("/");
    await projections.get(event.stream.slice(0, at))?.(unit, event.stream.slice(at + 1), event);
  }
}
