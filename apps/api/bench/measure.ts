/** Time and tables. */
import { cpus, loadavg, totalmem } from "node:os";

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

export function percentile(values: readonly number[], share: number): number {
  return (
    values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
  );
}

/** How many a second, with so many under way at a time. */
export async function rate(
  count: number,
  atOnce: number,
  work: (n: number) => Promise<void>,
): Promise<number> {
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < count) {
        const n = next;
        next += 1;
        await work(n);
      }
    }),
  );
  return (count / (performance.now() - began)) * 1000;
}

export function machine(): string {
  const gigabytes = Math.round(totalmem() / 1e9);
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return `${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${gigabytes} GB, Node ${process.version}, load average ${load} when it began`;
}

export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly target: string;
  readonly met: boolean | undefined;
}

export function table(rows: readonly Row[]): string {
  const line = ({ what, measured, target, met }: Row): string =>
    `| ${what} | ${measured} | ${target} | ${met === undefined ? "" : met ? "met" : "**missed**"} |`;
  return ["| what | measured | target | |", "| --- | --- | --- | --- |", ...rows.map(line)].join("\n");
}
