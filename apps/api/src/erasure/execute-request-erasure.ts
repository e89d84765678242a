/**
 * Erasure as the outcome of a request: one person assessed each part, another signed, and whoever carries it out is not
 * the one who signed. What is destroyed, and what outlives it by which law, is planned and certified by `dsar-workflow`.
 */
import {
  certificateDigest,
  executeErasure,
  planErasure,
  type CaseState,
  type ErasurePort,
} from "@tillit/dsar-workflow";
import { activityOf } from "../kernel/activities.ts";
import { instant, swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import { project } from "../projections.ts";
import { foldRequest, requestStream } from "../requests/row.ts";
import type { Erasure, JsonObject, NewEvent, RequestRow, Unit } from "@tillit/record-store";
import { itemsOf, wordsOfItem } from "./collect-own-source.ts";
import { certificateSalt, destroyExport } from "../answers/destroy-exports.ts";
import { erasureAnswer } from "./erasable-items.ts";
import { commandsOf } from "../requests/handle-request.ts";
import { controllerOf } from "../records/load-controller.ts";
import { actOnRequest } from "../requests/request-events.ts";
import { liveRequest } from "../requests/request-reach.ts";
import { staffName } from "../kernel/staff-name.ts";

/** Named in the erasure journal, and in the place of a key that has been destroyed. */
export const requestErasureRule = "request-erasure";

const prefix = "erasure/";
const here = "tillit";

/** What of a record is gone: all of it, or one section, or words about it by their own id. */
type Gone = Pick<Erasure, "record" | "section">;

export async function executeRequestErasure(deps: Deps, staff: Session, id: string): Promise<RequestRow> {
  const controller = await controllerOf(deps, staff);
  const at = instant(deps.clock());
  const by = staffName(staff);
  const done = await deps.store.write(controller.id, async (unit) => {
    const { application: record } = await liveRequest(unit, staff, id);
    const state = foldRequest(await unit.log.load(requestStream(id)));
    if (state.phase === "none" || state.decision === undefined) {
      throw new Problem("STATE_CONFLICT", "DSAR_ILLEGAL_TRANSITION");
    }
    if (state.decision.signer === staff.ref) throw new Problem("STATE_CONFLICT", "SAME_PERSON");
    const answer = await erasureAnswer(deps, unit, controller, record);
    const keeps = answer?.keeps !== false;
    const kept = Object.keys(state.items).map((item) => ({ item, keeps }));
    const gone = await goneWith(unit, record, state);
    const plan = planErasure(
      state,
      erased(state).map((item) => ({ item, store: here, section: item })),
      kept,
      { exports: await exportsOf(unit, record), tokens: [] },
    );
    const port = portOf({ deps, unit, record, gone, at, by });
    const certificates = await executeErasure(plan, port, {
      salt: certificateSalt(deps, controller.id),
      at,
      by: staff.ref,
    });
    const digests = certificates.map(certificateDigest);
    const commands = commandsOf(staff, { type: "ExecuteErasure", certificates: digests });
    const row = await actOnRequest(deps, { unit, controller }, id, commands, by);
    const event: NewEvent = {
      type: "RequestErasureCertified",
      at,
      by,
      activity: activityOf(unit.controller),
      data: { certificates, erased: gone } as unknown as JsonObject,
    };
    await project(unit, await unit.log.append(prefix + id, "any", [event]));
    return { row, gone };
  });
  const day = swedishDay(deps.clock());
  const rule = requestErasureRule;
  await deps.erasures?.add(done.gone.map((one) => ({ controller: controller.id, ...one, rule, at: day })));
  return done.row;
}

function erased({ items }: CaseState): readonly string[] {
  return Object.keys(items).filter((item) => items[item]?.outcome?.kind === "erase");
}

/** With everything erased the record goes as a whole, as in disposal; else section by section. */
async function goneWith(unit: Unit, record: string, state: CaseState): Promise<readonly Gone[]> {
  const going = erased(state);
  const all = await itemsOf(unit, record);
  if (all.every(({ id }) => going.includes(id))) return [{ record }];
  return going.map((item) => {
    const words = wordsOfItem(item);
    return words === undefined ? { record, section: item } : { record: words };
  });
}

async function exportsOf(unit: Unit, record: string): Promise<readonly string[]> {
  const requests = await unit.projections.requestsOf(record);
  const found = await Promise.all(requests.map(({ id }) => unit.exports.ofRequest(id)));
  return found.flatMap((row) => (row === undefined ? [] : [row.request]));
}

interface Carrying {
  readonly deps: Deps;
  readonly unit: Unit;
  readonly record: string;
  readonly gone: readonly Gone[];
  readonly at: string;
  readonly by: string;
}

function portOf({ deps, unit, record, gone, at, by }: Carrying): ErasurePort {
  return {
    async record({ case: request, destroy, survivors }) {
      const data = { destroy, survivors } as unknown as JsonObject;
      const event = { type: "RequestErasureBegun", at, by, activity: activityOf(unit.controller), data };
      await unit.log.append(prefix + request, "any", [event]);
    },
    async destroy(_store, _section, items) {
      for (const one of gone) await destroyOne(unit, one, at);
      return { method: "crypto-shred", count: items.length };
    },
    async holds(_store, item) {
      const words = wordsOfItem(item);
      if (words !== undefined) return (await unit.envelopes.get(words)) !== undefined;
      const keyring = await unit.envelopes.keyring(record);
      const slots = (keyring?.["slots"] ?? {}) as JsonObject;
      return typeof slots[item] === "string";
    },
    async killExport(request) {
      const row = await unit.exports.ofRequest(request);
      if (row !== undefined) await destroyExport(deps, unit, row, by);
    },
    killToken: () => Promise.resolve(),
  };
}

/** Repeating it does nothing. */
async function destroyOne(unit: Unit, { record, section }: Gone, at: string): Promise<void> {
  if (section === undefined) await unit.destroy(record);
  else await unit.destroySection(record, section, { shredded: at, rule: requestErasureRule });
}

/** What a crash may have kept out of the journal: everything that a request has had erased. */
export async function erasedByRequests(unit: Unit): Promise<readonly (Gone & { readonly at: string })[]> {
  const streams = await unit.log.streams(prefix);
  const events = (await Promise.all(streams.map((stream) => unit.log.load(stream)))).flat();
  return events.flatMap(({ at, data }) => {
    const gone = (data["erased"] ?? []) as unknown as readonly Gone[];
    return gone.map((one) => Object.assign({ at: at.slice(0, 10) }, one));
  });
}
