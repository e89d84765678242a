/** The figures of one run as the page BENCHMARKS.md. */
import { cpus, loadavg, totalmem } from "node:os";

/** One line: what was measured, the figure in words, and the target with whether it was met. */
export interface Line {
  readonly what: string;
  readonly figure: string;
  readonly target?: string;
  readonly met?: boolean;
}

export const times = (a: number, b: number): string => `${(a / b).toFixed(a / b < 10 ? 2 : 0)}×`;

const load = (): string => loadavg()[0]?.toFixed(1) ?? "unknown";
const began = { at: new Date(), load: load() };

function table(lines: readonly Line[]): string {
  const rows = lines.map(({ what, figure, target = "", met }) => {
    const verdict = met === undefined ? "" : met ? "met" : "**missed**";
    return `| ${what} | ${figure} | ${target} | ${verdict} |`;
  });
  return `| what | measured | target | |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
}

const notes = `What the figures do and do not say:

- Figures are CPU time (user and system, all threads) of the process that did the work; seconds by the clock are what a person waits. On a crowded machine CPU time is longer too, by more for what touches much memory, but ratios are of work that took its turns in the same minutes.
- The peers answer less: zen-engine and json-rules-engine give the outcome only, no dates, window, version or reason; date-fns and the hand-written version hold only the rules these records meet. All answers are compared before anything is timed.
- Reading and splitting is \`bench/split.ts\`: the file as text in chunks of 1 MiB, split at line ends and at commas. It and the command line run as plain JavaScript, as users run them, process start included.
- Of the command line's time some 0.2 s is Node, the engine and the rules before the first record; of its memory some 110 MB.
- The synthetic records are \`bench/records.ts\`; the hand-written version \`bench/hand-written.ts\`.
`;

/** The whole page. */
export function page(sections: readonly (readonly [title: string, lines: readonly Line[]])[]): string {
  const seconds = ((Date.now() - began.at.getTime()) / 1000).toFixed(0);
  const machine = `${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} logical cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.version}`;
  const missed = sections.flatMap(([, lines]) => lines).filter(({ met }) => met === false).length;
  return `# Benchmarks

\`pnpm bench\` measures everything below in one run; \`pnpm bench --write\` keeps it here. The command line is built first where it is not.

${began.at.toISOString().slice(0, 16).replace("T", " ")} UTC · ${machine} · load average ${began.load} at the start, ${load()} at the end · ${seconds} s · ${missed === 0 ? "every target met" : `targets missed: ${missed}`}

${sections.map(([title, lines]) => `## ${title}\n\n${table(lines)}`).join("\n")}
${notes}`;
}
