/** Work that arrives while other work of the same kind is being written shares the next transaction. */
import { StoreError } from "./errors.ts";
import type { WholeSubmission } from "./store.ts";
import type { Outcome } from "./whole-submission.ts";

/** Submissions in one commit: enough to share the wait for the disk, few enough that nobody waits long. */
const most = 64;

interface Job {
  readonly whole: WholeSubmission;
  readonly resolve: (kept: boolean) => void;
  readonly reject: (reason: unknown) => void;
}

export type Keep = (controller: string, batch: readonly WholeSubmission[]) => Promise<readonly Outcome[]>;

/**
 * One lane for each controller, as each has a log of its own. Nobody gets an answer before the commit. If a
 * transaction fails, each of its submissions is tried once more alone, so that one that cannot be kept takes nobody
 * with it.
 */
export class Lanes {
  readonly #keep: Keep;
  readonly #waiting = new Map<string, Job[]>();

  constructor(keep: Keep) {
    this.#keep = keep;
  }

  submit(controller: string, whole: WholeSubmission): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const job: Job = { whole, resolve, reject };
      const lane = this.#waiting.get(controller);
      if (lane !== undefined) {
        lane.push(job);
        return;
      }
      this.#waiting.set(controller, [job]);
      void this.#drain(controller);
    });
  }

  async #drain(controller: string): Promise<void> {
    const lane = this.#waiting.get(controller) ?? [];
    while (lane.length > 0) {
      await this.#write(controller, lane.splice(0, most));
      // Whoever has arrived while this was written is let in before the next begins.
      await new Promise(setImmediate);
    }
    this.#waiting.delete(controller);
  }

  async #write(controller: string, jobs: readonly Job[]): Promise<void> {
    try {
      await this.#try(controller, jobs);
    } catch {
      // Also when there was only one: another process may have kept the same one a moment ago, and now it is known.
      for (const job of jobs) await this.#try(controller, [job]).catch(job.reject);
    }
  }

  async #try(controller: string, jobs: readonly Job[]): Promise<void> {
    const outcomes = await this.#keep(
      controller,
      jobs.map(({ whole }) => whole),
    );
    for (const [n, job] of jobs.entries()) answer(job, outcomes[n]);
  }
}

function answer(job: Job, outcome: Outcome | undefined): void {
  if (outcome === undefined) job.reject(new StoreError("STORE_VERSION_CONFLICT", "Nothing was written."));
  else if ("refused" in outcome) job.reject(outcome.refused);
  else job.resolve(outcome.kept);
}
