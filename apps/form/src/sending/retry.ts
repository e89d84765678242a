import { ApiProblem } from "@tillit/web-kit";

/** What stops a try for a while: no connection, or a server that does not answer. */
export type Pause = "offline" | "retrying";

export interface RetryDeps {
  /** Resolves after that many milliseconds, or at once when the connection comes back. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly isOnline: () => boolean;
  readonly onPause: (pause: Pause | undefined) => void;
}

/** An upload that broke off: the next try asks where it goes on. */
const goesOn: ReadonlySet<string> = new Set(["UPLOAD_BROKEN", "UPLOAD_OFFSET"]);

const longestWait = 30_000;
const tries = 5;

/**
 * Tries again while the fault may pass: with growing pauses, up to five times while online; while the device is
 * offline it waits as long as it takes. Any other fault is thrown at once.
 */
export async function withRetry<T>(attempt: () => Promise<T>, deps: RetryDeps): Promise<T> {
  let failures = 0;
  for (;;) {
    try {
      const value = await attempt();
      deps.onPause(undefined);
      return value;
    } catch (error) {
      if (!(error instanceof ApiProblem) || !(error.temporary || goesOn.has(error.code))) throw error;
      const online = deps.isOnline();
      if (online) failures += 1;
      if (failures >= tries) throw error;
      deps.onPause(online ? "retrying" : "offline");
      await deps.wait(Math.min(longestWait, 500 * 2 ** failures));
    }
  }
}
