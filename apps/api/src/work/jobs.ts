/** The recurring work of each controller. Every job may run twice and does nothing the second time. */
import { instant, swedishDay } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { makeCheckpoint } from "../log/audit-log.ts";
import { countOverdueReviews } from "../review/judge-review.ts";
import { urgencyOf } from "../requests/list-requests.ts";
import { certifyExport, destroyExports } from "../answers/destroy-exports.ts";
import { certifyList } from "../disposal/execute-disposal.ts";
import { destructionJob, settleDestructions } from "../envelopes/destroy-for-good.ts";
import { certifyRequestErasure } from "../erasure/execute-request-erasure.ts";
import { noteNotice } from "../controllers/notice-changes.ts";
import { sweepPlans } from "../retention/plan-sweep.ts";
import { reconcileTransfers } from "../transfers/reconcile-transfers.ts";

export interface JobKind {
  /** Minutes until it is due again. */
  readonly every: number;
  /** What was done, as counts only. */
  run(deps: Deps, controller: string): Promise<Readonly<Record<string, number>>>;
}

const hour = 60;
const day = 24 * hour;
/** How long an application may lack parts before what there is of it is thrown away. */
const patienceMs = day * 60_000;

export const jobKinds: Readonly<Record<string, JobKind>> = {
  checkpoint: {
    every: hour,
    run: async (deps, controller) => ({ size: (await makeCheckpoint(deps, controller)).size }),
  },
  "abandoned-uploads": {
    every: hour,
    async run(deps, controller) {
      const before = instant(new Date(deps.clock().getTime() - patienceMs));
      return deps.store.write(controller, async (unit) => {
        const ids = await unit.envelopes.abandoned(before, 100);
        for (const id of ids) await unit.destroy(id);
        return { destroyed: ids.length };
      });
    },
  },
  [destructionJob]: {
    every: hour,
    run: async (deps, controller) =>
      settleDestructions(deps, controller, {
        export: certifyExport,
        list: certifyList,
        request: certifyRequestErasure,
      }),
  },
  exports: {
    every: hour,
    run: async (deps, controller) => ({ destroyed: await destroyExports(deps, controller) }),
  },
  notice: {
    every: day,
    run: async (deps, controller) => ({ changed: Number(await noteNotice(deps, controller)) }),
  },
  reviews: { every: day, run: countOverdueReviews },
  plans: { every: day, run: async (deps, controller) => sweepPlans(deps, controller) },
  transfers: {
    every: hour,
    run: async (deps, controller) => ({ completed: await reconcileTransfers(deps, controller) }),
  },
  deadlines: {
    every: day,
    async run(deps, controller) {
      const requests = await deps.store.read(controller, (unit) => unit.projections.openRequests());
      const today = swedishDay(deps.clock());
      const counts = { near: 0, late: 0 };
      for (const row of requests) {
        const urgency = urgencyOf(row, today);
        if (urgency !== undefined) counts[urgency] += 1;
      }
      return counts;
    },
  },
};
