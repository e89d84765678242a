/** A progress bar on a terminal, silence in a pipe. */
import { onInterrupt } from "./interrupt.ts";
import type { Io } from "./io.ts";

/** Counts what is done; `stop` clears the bar. */
export type Progress = { readonly advance: (done: number) => void; readonly stop: () => void };

const silent: Progress = { advance: () => {}, stop: () => {} };

/**
 * Starts a bar on standard error.
 *
 * @param total - how much there is to do, in the unit of `advance`; 0 when unknown
 */
export async function startProgress(io: Io, label: string, total: number): Promise<Progress> {
  if (io.stderr.isTTY !== true || total === 0) return silent;
  const { default: progress } = await import("cli-progress");
  const bar = new progress.SingleBar({
    stream: io.stderr as NodeJS.WritableStream,
    format: `${label} {bar} {percentage} % {eta_formatted}`,
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(total, 0);
  // Otherwise the terminal would be left without a cursor.
  const settled = onInterrupt(() => {
    bar.stop();
  });
  return {
    advance: (done) => {
      bar.increment(done);
    },
    stop: () => {
      bar.stop();
      settled();
    },
  };
}
