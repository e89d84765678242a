/**
 * Checks the types of every workspace as its own tsconfig says. Workspaces that ask for the same options are one
 * program, so that what they share is read and checked once. Arguments go on to the compiler.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

type Json = Readonly<Record<string, unknown>>;
type Config = {
  readonly extends: string;
  readonly compilerOptions?: Json;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
};

const root = join(import.meta.dirname, "..");
const made = join(root, "node_modules", ".cache", "typecheck");

function read(path: string): Config {
  return JSON.parse(readFileSync(path, "utf8")) as Config;
}

/** Options in one order, those of a config of the same folder that is extended included; where output goes left out. */
function options(folder: string, config: Config): Json {
  const base = config.extends.startsWith("./") ? options(folder, read(join(folder, config.extends))) : {};
  const { rootDir: _, ...own } = config.compilerOptions ?? {};
  return Object.fromEntries(
    Object.entries({ ...base, ...own }).sort(([one], [other]) => one.localeCompare(other)),
  );
}

const programs = new Map<string, { options: Json; include: string[]; exclude: string[] }>();
for (const workspaces of ["packages", "apps"]) {
  for (const name of readdirSync(join(root, workspaces))) {
    const folder = join(root, workspaces, name);
    for (const file of ["tsconfig.json", "tsconfig.test.json"]) {
      if (!existsSync(join(folder, file))) continue;
      const config = read(join(folder, file));
      const compilerOptions = options(folder, config);
      // What is left out of one workspace must not be left out of another that imports it.
      const key = JSON.stringify([compilerOptions, config.exclude === undefined ? "" : folder]);
      const program = programs.get(key) ?? { options: compilerOptions, include: [], exclude: [] };
      program.include.push(...(config.include ?? []).map((path) => resolve(folder, path)));
      program.exclude.push(...(config.exclude ?? []).map((path) => resolve(folder, path)));
      programs.set(key, program);
    }
  }
}

mkdirSync(made, { recursive: true });
const compiler = join(root, "node_modules", "typescript-7", "bin", "tsc");
let failed = false;
for (const [at, { options: compilerOptions, include, exclude }] of [...programs.values()].entries()) {
  const config = join(made, `program-${at}.json`);
  writeFileSync(
    config,
    JSON.stringify({
      extends: join(root, "tsconfig.base.json"),
      compilerOptions: {
        ...compilerOptions,
        rootDir: root,
        incremental: true,
        tsBuildInfoFile: `${config}.tsbuildinfo`,
      },
      include,
      exclude,
    }),
  );
  const args = [compiler, "-p", config, ...process.argv.slice(2)];
  if (spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" }).status !== 0) failed = true;
}
if (failed) process.exitCode = 1;
