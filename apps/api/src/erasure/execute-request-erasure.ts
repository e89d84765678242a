/**
 * Erasure as the outcome of a request: one person assessed each part, another signed, and whoever carries it out is not
 * the one who signed. What is destroyed, and what outlives it by which law, is planned and certified by `dsar-workflow`.
 */
import type { CaseState, ErasureCertificate, ErasurePlan, ErasurePort } from "@tillit/dsar-workflow";
import { certificateDigest, executeErasure, planErasure } from "@tillit/dsar-workflow/erasure";
import { instant, swedishDay } from "../clock.ts";
import { append } from "../kernel/act.ts";
import { idsOf, load } from "../kernel/load.ts";
import type { Deps } from "../deps.ts";
import type { Session } from "@tillit/login";
import { Problem } from "../problem.ts";
import { foldRequest } from "../requests/row.ts";
import type { RequestRow, Unit } from "@tillit/record-store";
import { itemsOf, wordsOfItem } from "./collect-own-source.ts";
import {
  certificateSalt,
  certifyExport,
  destroyExport,
  type GoneExport,
} from "../answers/destroy-exports.ts";
import { type Certify, destroyForGood, settleDestructions } from "../envelopes/destroy-for-good.ts";
import { erasureAnswer } from "./erasable-items.ts";
import { commandsOf } from "../requests/handle-request.ts";
import { controllerOf } from "../records/load-controller.ts";
import { actOnRequest, awaitsCertificate, rehearsalOf } from "../requests/request-events.ts";
import { liveRequest } from "../requests/request-reach.ts";
import { staffName } from "../kernel/staff-name.ts";
import type { Gone } from "./events.ts";

/** Named in the erasure journal, and in the place of a key that has been destroyed. */
export const requestErasureRule = "request-erasure";

const here = "tillit";

/**
 * What is destroyed is certified, and the request goes on, when the files of the database hold nothing of it any more.
 * Asked for again, it goes on with that.
 *
 * @throws Problem NOT_FOUND · GONE · STATE_CONFLICT with the refusal as reason · CERTIFICATE_PENDING when it has been
 * destroyed, and the certificate waits
 */
export async function executeRequestErasure(deps: Deps, staff: Session, id: string): Promise<RequestRow> {
  const controller = await controllerOf(deps, staff);
  const at = instant(deps.clock());
  const by = staffName(staff);
  const certifiers = { request: certifyRequestErasure, export: certifyExport };
  const begunBefore = await destroyForGood(deps, controller.id, certifiers, async (unit) => {
    const { application: record } = await liveRequest(unit, staff, id);
    if (await awaitsCertificate(unit, id)) return { value: true, gone: [], certificates: [] };
    const state = foldRequest(await load(unit, "request", id));
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
    const exports: GoneExport[] = [];
    // By how it stands before: what has been destroyed is not found to be kept any more.
    const rehearse = await rehearsalOf(deps, { unit, controller }, id);
    const port = portOf({ deps, unit, record, gone, at, by, exports });
    const salt = certificateSalt(deps, controller.id);
    const certificates = await executeErasure(plan, port, { salt, at, by: staff.ref });
    // Asked before it is too late; decided for good when it is certified.
    rehearse(executing(staff, certificates));
    const { role, ref } = staff;
    const facts = { plan, record, by, role, ref };
    const day = swedishDay(deps.clock());
    return {
      value: false,
      gone: [
        ...gone.map((one) => Object.assign({ rule: requestErasureRule, at: day }, one)),
        ...exports.map(({ erasure }) => erasure),
      ],
      certificates: [{ kind: "request", of: id, facts }, ...exports.map(({ due }) => due)],
    };
  });
  const settled = () => deps.store.read(controller.id, async (unit) => !(await awaitsCertificate(unit, id)));
  if (begunBefore) await settleDestructions(deps, controller.id, certifiers);
  if (!(await settled())) throw new Problem("CERTIFICATE_PENDING");
  return deps.store.read(controller.id, (unit) => liveRequest(unit, staff, id));
}

type Actor = Pick<Session, "role" | "ref">;

function executing(actor: Actor, certificates: readonly ErasureCertificate[]) {
  return commandsOf(actor, { type: "ExecuteErasure", certificates: certificates.map(certificateDigest) });
}

/** Every store is asked once more whether it returns anything; then the certificates stand in the log. */
export const certifyRequestErasure: Certify = async (deps, { unit, controller }, { of: id, facts }) => {
  const { plan, record, by, ...actor } = facts as Actor & {
    readonly plan: ErasurePlan;
    readonly record: string;
    readonly by: string;
  };
  const at = instant(deps.clock());
  const salt = certificateSalt(deps, controller.id);
  const port = goneAlready(unit, record);
  const certificates = await executeErasure(plan, port, { salt, at, by: actor.ref });
  const data = { certificates };
  await append(unit, "erasure", id, "any", { type: "RequestErasureCertified", at, by, data });
  await actOnRequest(deps, { unit, controller }, id, executing(actor, certificates), by);
};

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
  /** Answers that end with it are added here. */
  readonly exports: GoneExport[];
}

function portOf({ deps, unit, record, gone, at, by, exports }: Carrying): ErasurePort {
  return {
    ...goneAlready(unit, record),
    async record({ case: request, destroy, survivors }) {
      const data = { destroy, survivors, erased: gone };
      await append(unit, "erasure", request, "any", { type: "RequestErasureBegun", at, by, data });
    },
    async destroy(_store, _section, items) {
      for (const one of gone) await destroyOne(unit, one, at);
      return { method: "crypto-shred", count: items.length };
    },
    async killExport(request) {
      const row = await unit.exports.ofRequest(request);
      if (row !== undefined) exports.push(await destroyExport(deps, unit, row, by));
    },
  };
}

/** The store when everything has been destroyed: it only answers whether that is so. */
function goneAlready(unit: Unit, record: string): ErasurePort {
  return {
    record: () => Promise.resolve(),
    destroy: (_store, _section, items) => Promise.resolve({ method: "crypto-shred", count: items.length }),
    async holds(_store, item) {
      const words = wordsOfItem(item);
      if (words !== undefined) return (await unit.envelopes.get(words)) !== undefined;
      const keyring = await unit.envelopes.keyring(record);
      return typeof keyring?.slots[item] === "string";
    },
    killExport: () => Promise.resolve(),
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
  const ids = await idsOf(unit, "erasure");
  const events = (await Promise.all(ids.map((id) => load(unit, "erasure", id)))).flat();
  return events.flatMap((event) => {
    const gone = event.type === "RequestErasureBegun" ? event.data.erased : [];
    return gone.map((one) => Object.assign({ at: event.at.slice(0, 10) }, one));
  });
}
