/** Folds events into the lists. The same function runs after every append and when the lists are rebuilt. */
import type { StoredEvent, Unit } from "@tillit/record-store";
import { projectExport } from "./answers/row.ts";
import { projectDisposal } from "./disposal/row.ts";
import { projectErasure } from "./erasure/row.ts";
import { projectHold } from "./holds/row.ts";
import { idIn, isOf, type Logged, type StreamKind } from "./kernel/load.ts";
import { projectCase, projectPlacement } from "./records/application-row.ts";
import { projectRequest } from "./requests/row.ts";
import { projectTransferred } from "./transfers/row.ts";

/** What one event of a stream changes in the lists. */
type Projection<K extends StreamKind> = (unit: Unit, id: string, event: Logged<K>) => Promise<void>;

/** Read from its stream, and stands in no list. */
const inNoList = (): Promise<void> => Promise.resolve();

const projections: { readonly [K in StreamKind]: Projection<K> } = {
  application: projectCase,
  placement: projectPlacement,
  access: inNoList,
  "access-flag": inNoList,
  eid: inNoList,
  request: projectRequest,
  "request-words": inNoList,
  "request-keys": inNoList,
  export: projectExport,
  answer: inNoList,
  erasure: projectErasure,
  consent: inNoList,
  "retention-facts": (unit, id, { data }) => unit.facts.put(id, data),
  hold: projectHold,
  keep: (unit, id) => unit.keeps.remove(id),
  disposal: projectDisposal,
  certificate: inNoList,
  disclosure: inNoList,
  "disposal-notice": inNoList,
  handover: inNoList,
  transfer: inNoList,
  "transfer-examined": inNoList,
  transferred: projectTransferred,
  review: inNoList,
  reviews: inNoList,
  notice: inNoList,
  keys: inNoList,
  "key-document": inNoList,
  "log-key": inNoList,
};

async function projectAs<K extends StreamKind>(unit: Unit, kind: K, event: StoredEvent): Promise<void> {
  if (isOf(event, kind)) await projections[kind](unit, idIn(event), event);
}

function isKind(name: string): name is StreamKind {
  return Object.hasOwn(projections, name);
}

/** What no room knows of stands in no list. */
export async function project(unit: Unit, events: readonly StoredEvent[]): Promise<void> {
  for (const event of events) {
    const kind = event.stream.slice(0, event.stream.indexOf("/"));
    if (isKind(kind)) await projectAs(unit, kind, event);
  }
}
