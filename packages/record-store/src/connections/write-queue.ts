/** Work that arrives while other work of the same kind is being written shares the next transaction. */
import { StoreError } from "../errors.ts";
import type { WholeSubmission } from "../store.ts";
import type { Outcome } from "../submissions/submission-transaction.ts";

/** Submissions in one commit: enough to share the wait for the disk, few enough that nobody waits long. */
const most = 64;

interface Job {
  readonly whole: WholeSubmission;
  readonly resolve: (kept: boolean) => void;
  readonly reject: (reason: unknown) => void;
}

export type Keep = (controller: string, batch: readonly WholeSubmission[]) => Promise<readonly Outcome[]>;

interface Lane {
  readonly jobs: Job[];
  /** Batches that are being written. */
  writing: number;
}

/**
 * One lane for each controller, as each has a log of its own. Nobody gets an answer before the commit. If a
 * transaction fails, each of its submissions is tried once more alone, so that one that cannot be kept takes nobody
 * with it.
 */
export class Lanes {
  readonly #keep: Keep;
  readonly #atOnce: number;
  readonly #lanes = new Map<string, Lane>();

  /** @param atOnce - batches of one controller that `keep` may be given before the first is answered */
  constructor(keep: Keep, atOnce: number) {
    this.#keep = keep;
    this.#atOnce = atOnce;
  }

  submit(controller: string, whole: WholeSubmission): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const job: Job = { whole, resolve, reject };
      const lane = this.#lanes.get(controller);
      if (lane !== undefined) {
        lane.jobs.push(job);
        this.#next(controller, lane);
        return;
      }
      const opened: Lane = { jobs: [job], writing: 0 };
      this.#lanes.set(controller, opened);
      this.#next(controller, opened);
    });
  }

  #next(controller: string, lane: Lane): void {
    while (lane.jobs.length > 0 && lane.writing < this.#atOnce) {
      // What waits is shared out: one batch is made ready while another is written.
      const share = Math.ceil(lane.jobs.length / (this.#atOnce - lane.writing));
      lane.writing += 1;
      void this.#write(controller, lane.jobs.splice(0, Math.min(share, most))).then(() => {
        // Whoever has arrived while this was written is let in before the next begins.
        setImmediate(() => {
          lane.writing -= 1;
          this.#next(controller, lane);
        });
      });
    }
    if (lane.writing === 0) this.#lanes.delete(controller);
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
