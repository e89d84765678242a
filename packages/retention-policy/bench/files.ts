/** Files: the command line as users run it, against merely reading and splitting, and memory while streaming. */
import { spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { csvColumns, csvLine, records } from "./records.ts";
import { type Line, times } from "./report.ts";
import { processesInTurns } from "./time.ts";

const here = import.meta.dirname;
const packages = join(here, "../..");

function writeCsv(path: string, count: number): void {
  const file = openSync(path, "w");
  let text = `${csvColumns.join(",")}\n`;
  for (const facts of records(count)) {
    text += `${csvLine(facts)}\n`;
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = "";
    }
  }
  writeSync(file, text);
  closeSync(file);
}

/** When the newest file of a folder was written; 0 where there is none. */
function newest(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((last, { parentPath, name }) => Math.max(last, statSync(join(parentPath, name)).mtimeMs), 0);
  } catch {
    return 0;
  }
}

/** Builds what was changed since it was built: what is measured is what is shipped. */
function builtCommand(): string {
  for (const name of readdirSync(packages)) {
    const folder = join(packages, name);
    if (!existsSync(join(folder, "tsup.config.ts"))) continue;
    const sources = Math.max(newest(join(folder, "src")), newest(join(folder, "rules")));
    if (newest(join(folder, "dist")) >= sources) continue;
    const { status } = spawnSync(join(folder, "node_modules/.bin/tsup"), ["--no-dts", "--no-clean"], {
      cwd: folder,
      stdio: "ignore",
    });
    if (status !== 0) throw new Error(`${name} could not be built`);
  }
  return join(packages, "cli/dist/main.js");
}

/** A program of this folder as plain JavaScript: nobody who is compared shall pay for stripping types. */
function plain(name: string, folder: string): string {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, stripTypeScriptTypes(readFileSync(join(here, `${name}.ts`), "utf8")));
  return path;
}

export function files(scale: number): Line[] {
  const command = builtCommand();
  const folder = mkdtempSync(join(tmpdir(), "retention-bench-"));
  try {
    const count = 1_000_000 * scale;
    const path = join(folder, "records.csv");
    writeCsv(path, count);
    const usage = plain("usage", folder);
    const formats = ["table", "csv", "ndjson"];
    const plan = (format: string): string[] => [
      command,
      "retention",
      "plan",
      path,
      "--as-of",
      "2026-11-21",
      "--format",
      format,
    ];
    const [reading, ...plans] = processesInTurns(5, usage, [
      [plain("split", folder), path],
      ...formats.map((format) => plan(format)),
    ]) as [ReturnType<typeof processesInTurns>[number], ...ReturnType<typeof processesInTurns>];
    const lines: Line[] = [
      {
        what: `reading and splitting a CSV of ${count} rows (${(statSync(path).size / 1e6).toFixed(0)} MB)`,
        figure: `${reading.cpu.toFixed(2)} s, ${reading.wall.toFixed(2)} s by the clock`,
      },
      ...plans.map((used, at) => ({
        what: `\`tillit retention plan --format ${formats[at]}\``,
        figure: `${used.cpu.toFixed(2)} s, ${times(used.cpu, reading.cpu)} the splitting; ${used.wall.toFixed(2)} s by the clock, ${times(used.wall, reading.wall)}; ${used.rss.toFixed(0)} MB`,
        target: "≤ 2.0×",
        met: used.cpu <= 2 * reading.cpu,
      })),
    ];
    const many = 10_000_000 * scale;
    const stream = ["--max-semi-space-size=8", "--conditions=@tillit/source", join(here, "stream.ts")];
    const [streamed] = processesInTurns(1, usage, [[...stream, String(many)]]);
    lines.push({
      what: `${many} records through \`engine.stream\`, \`--max-semi-space-size=8\``,
      figure: `${streamed?.cpu.toFixed(0)} s, ${streamed?.rss.toFixed(0)} MB`,
      target: "< 200 MB",
      met: (streamed?.rss ?? Number.POSITIVE_INFINITY) < 200,
    });
    return lines;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
