/** Takes recurring work one job at a time; any number of processes may do so on one database. */
import { instant } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { jobKinds } from "./jobs.ts";

const claimMs = 5 * 60_000;
/** A job that takes longer than a claim says so, and keeps it. */
const renewMs = 60_000;

function claimedUntil({ clock }: Pick<Deps, "clock">): string {
  return instant(new Date(clock().getTime() + claimMs));
}

/** Does what is due; returns how many jobs that was. */
export async function workOnce(deps: Deps, worker: string): Promise<number> {
  for (const kind of Object.keys(jobKinds)) await deps.store.jobs.ensure(kind, instant(deps.clock()));
  let done = 0;
  for (;;) {
    const job = await deps.store.jobs.claim(worker, instant(deps.clock()), claimedUntil(deps));
    const kind = job && jobKinds[job.kind];
    if (job === undefined || kind === undefined) return done;
    const about = { job: job.kind, controller: job.controller };
    const still = setInterval(() => {
      void deps.store.jobs.renew(job, worker, claimedUntil(deps)).catch(() => undefined);
    }, renewMs);
    still.unref();
    try {
      const counts = await kind.run(deps, job.controller);
      const next = instant(new Date(deps.clock().getTime() + kind.every * 60_000));
      await deps.store.jobs.finish(job, worker, next);
      deps.log.info({ ...about, ...counts }, "worked");
      done += 1;
    } catch (error) {
      // The claim runs out, and then it is tried again; everyone else's work goes on meanwhile.
      deps.log.error({ ...about, error: error instanceof Error ? error.name : "unknown" }, "work failed");
    } finally {
      clearInterval(still);
    }
  }
}

export interface Worker {
  /** Finishes the job under way. */
  stop(): Promise<void>;
}

/** Looks for work at once and then every minute. */
export function startWorker(deps: Deps, worker: string, pauseMs = 60_000): Worker {
  let running: Promise<unknown> = Promise.resolve();
  const look = (): void => {
    running = running
      .then(() => workOnce(deps, worker))
      .catch((error: unknown) => {
        deps.log.error({ error: error instanceof Error ? error.name : "unknown" }, "work failed");
      });
  };
  look();
  const timer = setInterval(look, pauseMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
