/** `pnpm bench`: medians and ratios in one run, as tables; `--write` puts them into BENCHMARKS.md. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { browserPath, openPage } from "../test/browser/chromium.ts";
import type { Page } from "../test/browser/page.ts";
import { bundleSize, uses } from "./bundle.ts";
import { checks } from "./checks.ts";
import type { Memory } from "./memory.ts";
import { recipients } from "./recipients.ts";
import { streams } from "./streams.ts";
import { against, table } from "./table.ts";

declare const page: Page;
const mebibyte = 1024 * 1024;

async function inChromium(): Promise<string> {
  if (browserPath === undefined) return "No Chromium was found; not measured.\n";
  const { close, tab } = await openPage();
  try {
    const rows: string[][] = [];
    for (const [size, runs] of [
      [1, 41],
      [4, 25],
      [16, 15],
    ] as const) {
      const [bytes, times] = [size * mebibyte, runs];
      const { ours, single } = await tab.evaluate(([length, count]) => page.speed(length, count), [
        bytes,
        times,
      ] as const);
      const ratio = ours / single;
      rows.push([
        `${size} MiB`,
        single.toFixed(0),
        ours.toFixed(0),
        ratio.toFixed(2),
        "≥ 0.60",
        against(ratio, 0.6, "higher"),
      ]);
    }
    const version = tab.context().browser()?.version() ?? "";
    return `${table([`Chromium ${version}`.trim(), "one call MB/s", "ours MB/s", "ratio", "target", ""], rows)}`;
  } finally {
    await close();
  }
}

function memory(): string {
  const script = fileURLToPath(new URL("memory.ts", import.meta.url));
  const output = execFileSync(process.execPath, ["--expose-gc", script, "1024"]);
  const { openMb, sealMb, seconds } = JSON.parse(output.toString()) as Memory;
  const row = (what: string, figure: number): string[] => [
    what,
    figure.toFixed(0),
    "< 120",
    against(figure, 120, "lower"),
  ];
  return `${table(["1 GiB through a file, growth of the resident set", "MB", "target", ""], [row("sealing", sealMb), row("sealing, then opening", openMb)])}
Both together took ${seconds.toFixed(0)} s.
`;
}

async function bundle(): Promise<string> {
  const rows: string[][] = [];
  for (const [use, names] of Object.entries(uses)) {
    const { allInScript, withXwing, without } = await bundleSize(names);
    rows.push([
      use,
      (without / 1000).toFixed(1),
      against(without, 22_500, "lower"),
      (withXwing / 1000).toFixed(1),
      against(withXwing, 30_500, "lower"),
      (allInScript / 1000).toFixed(1),
    ]);
  }
  return `${table(["A page that", "KB", "≤ 22", "KB with X-Wing in JavaScript", "≤ 30", "KB without WebCrypto"], rows)}
A bundle is what the exports that a page uses import at once, minified and gzipped by esbuild. X-Wing, X25519 and AES in JavaScript are chunks that are fetched only where the browser lacks them: the second figure is for a browser with WebCrypto and without X-Wing, the third for a page on an insecure origin.
`;
}

const load = loadavg()[0] ?? 0;
const machine = `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${(cpus()[0]?.model ?? "unknown").trim()}, ${(totalmem() / 1e9).toFixed(0)} GB, ${process.platform}; load average ${load.toFixed(1)} when it began${load > cpus().length ? ", so the machine was busy with other work" : ""}`;
const parts = [
  `# Benchmarks\n\nLast run: ${machine}.\n\nMedians of several rounds in which everything takes its turn; ratios are of medians of the same run. On a shared machine figures by the clock move a lot; those by CPU time (user and system, all threads) move little, and count work that a second processor would have done at the same time. MB are 10^6 bytes. Streams and memory are of the built package, as it is published. \`pnpm bench\` runs this, \`pnpm bench --write\` keeps it.\n`,
];
const show = (heading: string, text: string): void => {
  parts.push(`## ${heading}\n\n${text}`);
  process.stdout.write(`\n## ${heading}\n\n${text}`);
};
process.stdout.write(`${machine}\n`);
show(
  "Streams",
  `${streams(5)}
CE1 hashes every sealed byte with SHA-256; where the processor has vector AES, that alone takes two to three times as long as AES-256-GCM in one pass. \`./node\` hashes on a second thread while the first one encrypts. Where other work keeps the second processor, both threads share one, and the clock shows no more than the CPU time does; the second row is the cipher with that hash on one thread.

\`./node\` has two rows. In the first, memory is used again: the sink is lent its pieces and the reader brings one buffer of 1 MiB. In the second every piece is memory of its own, as a \`WritableStream\` and a plain reader ask for; node:crypto always works like that. The targets are of the first row.
`,
);
show("Recipients", await recipients(5));
show("Checks", await checks(9));
show("Chromium", await inChromium());
show("Memory", memory());
show("Bundle", await bundle());
if (process.argv.includes("--write")) {
  writeFileSync(fileURLToPath(new URL("../BENCHMARKS.md", import.meta.url)), parts.join("\n"));
}
