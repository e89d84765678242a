/** Holds: what must not be disposed of for now. Placed with a ground in code and words under seal, released, never extended. */
import { sealingContexts } from "@tillit/application-case";
import type { RestrictedUse } from "@tillit/dsar-workflow";
import type { Language } from "@tillit/law-reference";
import { z } from "zod";
import { instant, swedishDay } from "../clock.ts";
import { append } from "../kernel/act.ts";
import { load } from "../kernel/load.ts";
import type { Deps } from "../deps.ts";
import { holdGround, type PlaceableHoldGround } from "@tillit/welfare-law";
import { covers } from "./hold-rules.ts";
import { reachesMatter, unitReach } from "../records/access-scope.ts";
import type { Session } from "@tillit/login";
import type { PageAsked } from "@tillit/api-contract/ground/pages";
import { cursorOf, pageOf } from "../openapi/pages.ts";
import { Problem } from "../problem.ts";
import type { HoldRow, HoldScope, Unit } from "@tillit/record-store";
import { logAccess } from "../records/access-log.ts";
import { listIds, loadList } from "../disposal/disposal-list.ts";
import { controllerOf } from "../records/load-controller.ts";
import { dueAmong, dueAsPlanned } from "../retention/plan-retention.ts";
import {
  holdsRequest,
  isRequestId,
  mattersOf,
  requestsNamed,
  requestsWithin,
} from "../retention/request-retention.ts";
import { replan, sweepSoon } from "../retention/plan-sweep.ts";
import { checkWords, keepWords, keptWords, type SealedWords } from "../envelopes/sealed-words.ts";
import { staffName } from "../kernel/staff-name.ts";

export interface Wanted {
  /** Chosen by the browser: the words are sealed with it as their application. */
  readonly id: string;
  readonly ground: PlaceableHoldGround;
  readonly scope: HoldScope;
  readonly words?: SealedWords | undefined;
  readonly dryRun: boolean;
}

/**
 * A session of a unit holds its unit's records, one by one or all of them; the rest concerns the whole controller.
 *
 * @throws Problem NOT_FOUND · UNIT_NOT_ALLOWED · STATE_CONFLICT with reason WORDS_NEEDED
 */
export async function placeHold(deps: Deps, staff: Session, wanted: Wanted) {
  const { id, ground, scope, words, dryRun } = wanted;
  const { controller } = staff;
  await deps.store.read(controller, (unit) => mayHold(unit, staff, scope));
  if (dryRun) return { dryRun: true, ...(await stoppedBy(deps, staff, scope)) };
  if (words === undefined) throw new Problem("STATE_CONFLICT", "WORDS_NEEDED");
  const checked = await checkWords(words, { ...sealingContexts.hold, controller, app: id });
  const stopped = await stoppedBy(deps, staff, scope);
  const at = instant(deps.clock());
  const by = staffName(staff);
  const own = await controllerOf(deps, staff);
  await deps.store.write(controller, async (unit) => {
    const data = {
      ground,
      scope,
      words: checked.digest,
      ...(staff.unit === undefined ? {} : { unit: staff.unit }),
    };
    await append(unit, "hold", id, 0, { type: "HoldPlaced", at, by, data });
    await keepWords(unit, checked, { kind: "hold", parent: id, at });
    if (scope.kind === "record") await replan(deps, unit, own, scope.of);
  });
  if (scope.kind !== "record") await sweepSoon(deps, controller);
  return { dryRun: false, id, ...stopped };
}

async function mayHold(unit: Unit, staff: Session, scope: HoldScope): Promise<void> {
  if (scope.kind === "record") {
    if (!(await reachesRecord(unit, staff, scope.of))) throw new Problem("NOT_FOUND");
    return;
  }
  const own = scope.kind === "unit" && scope.of === staff.unit;
  if (staff.unit !== undefined && !own) throw new Problem("UNIT_NOT_ALLOWED");
}

/** An application or a request that is there and within the unit's reach. */
export async function reachesRecord(unit: Unit, staff: Session, record: string): Promise<boolean> {
  const requests = await requestsWithin(unit, unitReach(staff), await requestsNamed(unit, [record]));
  if (requests.length > 0) return true;
  const row = await unit.projections.case(record);
  return row !== undefined && reachesMatter(unitReach(staff), row);
}

/** What a hold of this scope would stop: records that are due today, by the last plan where it is wide, and lists that have them. */
async function stoppedBy(deps: Deps, staff: Session, scope: HoldScope) {
  const controller = await deps.store.controller(staff.controller);
  if (controller === undefined) throw new Problem("NOT_FOUND");
  return deps.store.read(staff.controller, async (unit) => {
    const reach = unitReach(staff);
    const place = { unit, controller, reach };
    const { due, more } =
      scope.kind === "record"
        ? { due: await dueAmong(deps, place, await withRequests(unit, scope.of)), more: false }
        : await dueAsPlanned(deps, place);
    const held = await heldAmong(
      unit,
      scope,
      due.map(({ disposition }) => disposition.id),
    );
    const lists = await listsWith(unit, scope);
    return { due: held.toSorted(), lists, ...(more ? { more: true as const } : {}) };
  });
}

/** An application with the requests about it; a request alone. */
async function withRequests(unit: Unit, record: string): Promise<readonly string[]> {
  return [record, ...(await unit.projections.requestsOf(record)).map(({ id }) => id)];
}

async function heldAmong(unit: Unit, scope: HoldScope, ids: readonly string[]): Promise<string[]> {
  const rows = (await unit.projections.casesOf(ids)).filter((row) => covers(scope, row));
  const named = await requestsNamed(unit, ids);
  const matters = await mattersOf(unit, named);
  const requests = named.filter((row) => holdsRequest(scope, row, matters.get(row.application)));
  return [...rows, ...requests].map(({ id }) => id);
}

async function listsWith(unit: Unit, scope: HoldScope): Promise<string[]> {
  const found: string[] = [];
  for (const id of await listIds(unit)) {
    const { state: list } = await loadList(unit, id);
    if (list.status === "executed" || list.status === "aborted") continue;
    const records = list.items.map(({ record }) => record);
    if ((await heldAmong(unit, scope, records)).length > 0) found.push(id);
  }
  return found;
}

/**
 * @throws Problem NOT_FOUND · STATE_CONFLICT with reason HOLD_RELEASED when it no longer stands
 */
export async function releaseHold(deps: Deps, staff: Session, id: string, dryRun: boolean) {
  const { controller } = staff;
  const at = instant(deps.clock());
  const own = await controllerOf(deps, staff);
  const scope = await deps.store[dryRun ? "read" : "write"](controller, async (unit) => {
    const hold = await holdFor(unit, staff, id);
    if (hold.released !== undefined) throw new Problem("STATE_CONFLICT", "HOLD_RELEASED");
    if (!dryRun) {
      await append(unit, "hold", id, 1, { type: "HoldReleased", at, by: staffName(staff), data: {} });
      if (hold.scope.kind === "record") await replan(deps, unit, own, hold.scope.of);
    }
    return hold.scope;
  });
  if (!dryRun && scope.kind !== "record") await sweepSoon(deps, controller);
  const one = scope.kind === "record" && isRequestId(scope.of);
  const records = one ? 1 : await deps.store.read(controller, (unit) => unit.holds.covered(scope));
  return { dryRun, id, records };
}

/** The hold, if this person may act on it. */
async function holdFor(unit: Unit, staff: Session, id: string): Promise<HoldRow> {
  const hold = await unit.holds.get(id);
  if (hold === undefined || !(await concerns(unit, staff, hold))) throw new Problem("NOT_FOUND");
  return hold;
}

/** A session of a unit sees what it placed itself and what holds its records, but not whom else it holds. */
async function concerns(unit: Unit, staff: Session, { scope, unit: place }: HoldRow): Promise<boolean> {
  if (staff.unit === undefined) return true;
  if (scope.kind !== "record") return place === staff.unit;
  return reachesRecord(unit, staff, scope.of);
}

const cursor = cursorOf(
  "holds",
  z.object({ released: z.string().max(32).optional(), placed: z.string().max(32), id: z.string().max(64) }),
);

/** Those that stand and then the others, each the newest first; with the ground in words. */
export async function listHolds(deps: Deps, staff: Session, lang: Language, asked: PageAsked) {
  const today = swedishDay(deps.clock());
  return deps.store.read(staff.controller, async (unit) => {
    const { rows, next } = await pageOf(asked, cursor, {
      read: (after, most) => unit.holds.all(most, after),
      async keep(holds) {
        const own: HoldRow[] = [];
        for (const hold of holds) if (await concerns(unit, staff, hold)) own.push(hold);
        return own;
      },
    });
    const holds = rows.map(({ id, ground, scope, unit: place, placed, by, released }) => {
      const known = holdGround(ground);
      if (known === undefined) throw new Error("a hold on a ground that the register lacks");
      return {
        id,
        ground,
        text: known.text[lang],
        cite: known.cite,
        scope,
        unit: place,
        placed,
        by,
        released,
        stands: released === undefined || released >= today,
      };
    });
    return { holds, ...(next === undefined ? {} : { next }) };
  });
}

/** The sealed reason of a hold; logged first. */
export async function readHoldWords(
  deps: Deps,
  staff: Session,
  id: string,
  restrictedUse: RestrictedUse | undefined,
) {
  return deps.store.write(staff.controller, async (unit) => {
    const { scope } = await holdFor(unit, staff, id);
    const [placed] = await load(unit, "hold", id);
    const words = placed?.type === "HoldPlaced" ? placed.data.words : "";
    const part = Buffer.from(words, "base64url").toString("hex").slice(0, 32);
    const kept = await keptWords(unit, part, id);
    const at = instant(deps.clock());
    const about = scope.kind === "record" ? scope.of : undefined;
    const by = staffName(staff);
    await logAccess(unit, { record: id, about, at, by, purpose: "handling", part, restrictedUse });
    return kept;
  });
}
