/**
 * Measures what the README promises, in one run: `pnpm bench`; `--quick` takes a tenth of the records, `--write` keeps
 * the page in BENCHMARKS.md. Every engine answers the same records, and the answers are compared before anything is
 * timed.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { evaluation, oneByOne, ruleSets } from "./evaluation.ts";
import { files } from "./files.ts";
import { type Line, page } from "./report.ts";

const quick = process.argv.includes("--quick");
if (quick && process.argv.includes("--write"))
  throw new Error("a quick run is not kept: the start of a process weighs too much in it");
const scale = quick ? 0.1 : 1;

const sections: [string, Line[]][] = [];
for (const [title, measure] of [
  ["The command line and streams", files],
  ["Columns against other ways", evaluation],
  ["One record", oneByOne],
  ["Rule sets", ruleSets],
] as const) {
  const lines = await measure(scale);
  sections.push([title, lines]);
  for (const { what, figure, target = "", met } of lines)
    process.stderr.write(
      `${what}: ${figure}${target && `, ${target}: ${met === true ? "met" : "missed"}`}\n`,
    );
}
const text = page(sections);
process.stdout.write(text);
if (process.argv.includes("--write")) writeFileSync(join(import.meta.dirname, "../BENCHMARKS.md"), text);
