/**
 * A README's program is a file that runs: the first ```ts block of every package README must equal
 * examples/quickstart.ts byte for byte, and that file must run to its end. Exits 1 on any difference.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

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
  const run = spawnSync(process.execPath, ["--conditions=@tillit/source", program], { encoding: "utf8" });
  if (run.status !== 0) faults.push(`${program} failed: ${run.stderr.split("\n").slice(0, 8).join("\n")}`);
  checked += 1;
}
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stdout.write(faults.length === 0 ? `${checked} README programs run\n` : `${faults.length} faults\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
