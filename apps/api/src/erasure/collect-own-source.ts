/** The one source this service has itself: what is kept about an application, item by item, by reference and digest. */
import type { Item } from "@tillit/dsar-workflow";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import type { RequestRow, Unit } from "@tillit/record-store";
import { commandsOf } from "../requests/handle-request.ts";
import { controllerOf } from "../records/load-controller.ts";
import { actOnRequest } from "../requests/request-events.ts";
import { liveRequest } from "../requests/request-reach.ts";
import { staffName } from "../kernel/staff-name.ts";

/** The name under which a request's list of sources has it. */
export const ownSource = "applications";

const wordsPrefix = "words-";

/** Every section of the application, and every text that was written about it. Nothing of them leaves here. */
export async function itemsOf(unit: Unit, record: string): Promise<readonly Item[]> {
  const sections = await unit.envelopes.sections(record);
  const words = await unit.projections.words(record);
  const written: Item[] = [];
  for (const { id, kind } of words) {
    const envelope = await unit.envelopes.get(id);
    if (envelope !== undefined) {
      written.push({ id: wordsPrefix + id, section: kind, sha256: envelope.digest });
    }
  }
  return [...sections.map(({ id, class: of, hash }) => ({ id, section: of, sha256: hash })), ...written];
}

/** The words that an item stands for; undefined for a section of the application itself. */
export function wordsOfItem(item: string): string | undefined {
  return item.startsWith(wordsPrefix) ? item.slice(wordsPrefix.length) : undefined;
}

/** Answers the own source with what there is; another source is answered by hand, with what was found there. */
export async function collectOwnSource(deps: Deps, staff: Session, id: string): Promise<RequestRow> {
  const controller = await controllerOf(deps, staff);
  return deps.store.write(staff.controller, async (unit) => {
    const { application } = await liveRequest(unit, staff, id);
    const items = await itemsOf(unit, application);
    if (items.length === 0) throw new Problem("GONE");
    const commands = commandsOf(staff, { type: "AnswerSource", source: ownSource, items });
    return actOnRequest(deps, { unit, controller }, id, commands, staffName(staff));
  });
}
