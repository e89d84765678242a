/**
 * A README's program is a file that runs: the first ```ts block of every package README must equal
 * examples/quickstart.ts byte for byte, and every file of examples/ must run to its end. Every code in the sources
 * stands in the README of its package. In the root README every table row with `expression` → `value` is evaluated
 * against the package it names. Exits 1 on any difference.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// What the programs share is compiled once.
process.env["NODE_COMPILE_CACHE"] = join("node_modules", ".cache", "compiled");
const faults: string[] = [];
let checked = 0;
for (const name of readdirSync("packages")) {
  const folder = join("packages", name);
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest) || readFileSync(manifest, "utf8").includes('"private": true')) continue;
  if (name === "cli") continue;
  const readme = join(folder, "README.md");
  const program = join(folder, "examples", "quickstart.ts");
  if (!existsSync(readme) || !existsSync(program)) {
    faults.push(`${folder}: README.md and examples/quickstart.ts are both needed`);
    continue;
  }
  const block = /```ts\n([\s\S]*?)```/.exec(readFileSync(readme, "utf8"))?.[1];
  if (block !== readFileSync(program, "utf8")) faults.push(`${readme}: its program differs from ${program}`);
  for (const file of readdirSync(join(folder, "examples"))) {
    const example = join(folder, "examples", file);
    const run = spawnSync(process.execPath, ["--conditions=@tillit/source", example], { encoding: "utf8" });
    if (run.status !== 0) faults.push(`${example} failed: ${run.stderr.split("\n").slice(0, 8).join("\n")}`);
    checked += 1;
  }
}
/** Codes are what programs compare: `"LIKE_THIS"` in a source. Node's own begin with ERR_. */
for (const name of readdirSync("packages")) {
  const readme = join("packages", name, "README.md");
  const src = join("packages", name, "src");
  if (!existsSync(readme) || !existsSync(src)) continue;
  const documented = readFileSync(readme, "utf8");
  const codes = readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => readFileSync(join(src, file), "utf8").match(/"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+"/g) ?? [])
    .map((code) => code.slice(1, -1));
  for (const code of new Set(codes)) {
    if (!code.startsWith("ERR_") && !documented.includes(`\`${code}\``))
      faults.push(`${readme}: ${code} is not in it`);
  }
}
/** Rows of the root README's package table: | [`name`](…) | what | `expression` → `value` | */
const rows = readFileSync("README.md", "utf8").matchAll(
  /^\| \[`([a-z-]+)`\].*\| `([^`]+)` → `([^`]+)` \|$/gm,
);
let examples = 0;
for (const [, name, expression, value] of rows) {
  const program = [
    `import * as exports from "@tillit/${name}";`,
    `Object.assign(globalThis, exports);`,
    `const value = await (${expression});`,
    `process.stdout.write(typeof value === "string" ? value : JSON.stringify(value));`,
  ].join("\n");
  const run = spawnSync(
    process.execPath,
    ["--conditions=@tillit/source", "--input-type=module", "--eval", program],
    { cwd: join("packages", name ?? ""), encoding: "utf8" },
  );
  if (run.status !== 0 || run.stdout !== value)
    faults.push(`README.md: the example of ${name} gives another value`);
  examples += 1;
}
if (examples < 8) faults.push("README.md: the table of packages has fewer examples than packages");

for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stdout.write(
  faults.length === 0
    ? `${checked} programs and ${examples} examples of the READMEs run\n`
    : `${faults.length} faults\n`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
