/**
 * What a stranger gets from the registry: packs every published package, checks the tarballs with publint and
 * arethetypeswrong and for the files their READMEs link to, installs them all in an empty project, compiles against
 * every type without those of a browser, imports each by ESM and CommonJS, and runs `tillit` from there. Needs a build (`turbo run build`). Exits 1 on any fault.
 */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

const run = promisify(execFile);
const root = join(import.meta.dirname, "..");
const bin = (name: string): string => join(root, "node_modules", ".bin", name);

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly bin?: Readonly<Record<string, string>>;
}

interface Package {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** pnpm as it runs us, else from the registry's cache. */
async function pnpm(args: readonly string[], cwd: string): Promise<string> {
  const started = process.env["npm_execpath"];
  const [command, before] =
    started?.includes("pnpm") === true
      ? /\.[cm]?js$/.test(started)
        ? [process.execPath, [started]]
        : [started, []]
      : ["npx", ["-y", "pnpm@12"]];
  // The project under test is not ours: what pnpm was told about ours must not reach it.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm|pnpm)_/i.test(name)));
  const { stdout } = await run(command, [...before, ...args], { cwd, env, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

async function published(): Promise<readonly Package[]> {
  const folders = (await readdir(join(root, "packages"))).map((name) => join(root, "packages", name));
  const all = await Promise.all(
    folders.map(async (folder) => ({
      folder,
      manifest: JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as Manifest,
    })),
  );
  return all.filter(({ manifest }) => manifest.private !== true);
}

/** Every file that an export leads to. */
function targets(exported: unknown): readonly string[] {
  if (typeof exported === "string") return exported.includes("/dist/") ? [exported] : [];
  return Object.values(exported ?? {}).flatMap(targets);
}

/** Packages whose build is not there; everything else would follow from that. */
function unbuilt(packages: readonly Package[]): readonly string[] {
  return packages
    .filter(({ folder, manifest }) =>
      targets(manifest.exports).some((file) => !existsSync(join(folder, file))),
    )
    .map(({ manifest }) => `${manifest.name} is not built: turbo run build`);
}

async function pack(packages: readonly Package[], into: string): Promise<ReadonlyMap<string, string>> {
  const filters = packages.map(({ manifest }) => `--filter=${manifest.name}`);
  await pnpm([...filters, "--recursive", "pack", "--pack-destination", into], root);
  const files = await readdir(into);
  return new Map(
    packages.map(({ manifest: { name } }) => {
      const start = `${name.replace("@", "").replace("/", "-")}-`;
      const file = files.find((each) => each.startsWith(start) && /^\d/.test(each.slice(start.length)));
      if (file === undefined) throw new Error(`${name}: no tarball`);
      return [name, join(into, file)];
    }),
  );
}

async function lint(tarball: string): Promise<readonly string[]> {
  const data = await readFile(tarball);
  const { messages, pkg } = await publint({
    pack: { tarball: data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) },
    strict: true,
  });
  return messages.map((message) => `publint: ${formatMessage(message, pkg) ?? message.code}`);
}

async function types(tarball: string): Promise<readonly string[]> {
  try {
    await run(bin("attw"), [tarball, "--profile", "node16", "--format", "ascii", "--no-color"]);
    return [];
  } catch (error) {
    const { stdout = "", message } = error as { stdout?: string; message: string };
    return [`attw: ${stdout.trim() || message}`];
  }
}

/** A file that a README links to must come with it: on the registry's page and in node_modules there is no repository. */
async function links(tarball: string): Promise<readonly string[]> {
  const { stdout: list } = await run("tar", ["-tzf", tarball]);
  const { stdout: readme } = await run("tar", ["-xzOf", tarball, "package/README.md"]);
  const files = list.split("\n");
  const there = (target: string): boolean =>
    files.some((file) => file === `package/${target}` || file.startsWith(`package/${target}/`));
  const targets = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = ""]) => target);
  return targets
    .filter((target) => !there(target))
    .map((target) => `README.md links to ${target}: not packed`);
}

async function install(tarballs: ReadonlyMap<string, string>, project: string): Promise<void> {
  const files = Object.fromEntries([...tarballs].map(([name, file]) => [name, `file:${file}`]));
  await writeFile(
    join(project, "package.json"),
    JSON.stringify({
      name: "stranger",
      private: true,
      type: "module",
      dependencies: { ...files, "@types/node": "^24.0.0" },
    }),
  );
  // The packages ask the registry for each other; here they must get the tarballs beside them.
  await writeFile(
    join(project, "pnpm-workspace.yaml"),
    JSON.stringify({ packages: ["."], overrides: files }),
  );
  await pnpm(["install", "--prefer-offline", "--ignore-scripts", "--no-frozen-lockfile"], project);
}

/** Every entry point of every package, as a program names it. */
function entriesOf(packages: readonly Package[]): readonly string[] {
  return packages
    .filter(({ manifest }) => manifest.bin === undefined)
    .flatMap(({ manifest }) =>
      Object.keys(manifest.exports)
        .filter((entry) => entry !== "./package.json" && !entry.endsWith(".json"))
        .map((entry) => manifest.name + entry.slice(1)),
    );
}

/** Every declaration, read by a project for a server: the types of Node, none of a browser, and no file passed over. */
async function compile(packages: readonly Package[], project: string): Promise<readonly string[]> {
  const lines = entriesOf(packages).map((entry, n) => `export type * as e${n} from "${entry}";`);
  await writeFile(join(project, "types.ts"), lines.join("\n"));
  const options = { strict: true, module: "nodenext", target: "es2022", lib: ["es2022"], types: ["node"] };
  await writeFile(
    join(project, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { ...options, noEmit: true }, files: ["types.ts"] }),
  );
  try {
    await run(bin("tsc"), ["-p", project], { cwd: project });
    return [];
  } catch (error) {
    const { stdout = "", message } = error as { stdout?: string; message: string };
    return (stdout.trim() || message).split("\n").map((line) => `tsc: ${line}`);
  }
}

/** Every entry point by import and by require; both must export the same names. */
async function load(packages: readonly Package[], project: string): Promise<readonly string[]> {
  const entries = entriesOf(packages);
  const program = join(project, "load.mjs");
  await writeFile(
    program,
    `import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const faults = [];
const names = (module) => Object.keys(module).filter((name) => !["default", "module.exports", "__esModule"].includes(name)).sort().join();
for (const entry of ${JSON.stringify(entries)}) {
  try {
    const [byImport, byRequire] = [names(await import(entry)), names(require(entry))];
    if (byImport === "") faults.push(entry + " exports nothing");
    if (byImport !== byRequire) faults.push(entry + " exports other names by require than by import");
  } catch (error) {
    faults.push(entry + " does not load: " + error.message);
  }
}
console.log(JSON.stringify(faults));
`,
  );
  const { stdout } = await run(process.execPath, [program], { cwd: project });
  return JSON.parse(stdout) as string[];
}

async function command(project: string): Promise<readonly string[]> {
  const tillit = join(project, "node_modules", ".bin", "tillit");
  // Its first line asks the path for node: let that be the one that runs this.
  const env = {
    ...process.env,
    PATH: `${dirname(process.execPath)}${delimiter}${process.env["PATH"] ?? ""}`,
  };
  const { stdout } = await run(tillit, ["calendar", "2026-12-24"], { cwd: project, env });
  const { eve } = JSON.parse(stdout) as { eve?: unknown };
  return eve === true ? [] : ["tillit calendar: 2026-12-24 is an eve, and it does not say so"];
}

async function check(place: string): Promise<readonly string[]> {
  const packages = await published();
  const missing = unbuilt(packages);
  if (missing.length > 0) return missing;
  const tarballs = await pack(packages, place);
  const faults: string[] = [];
  const project = await mkdtemp(join(place, "project-"));
  const installed = install(tarballs, project);
  for (const { manifest } of packages) {
    const tarball = tarballs.get(manifest.name) ?? "";
    const found = await lint(tarball);
    // A command has no types to resolve.
    const more = manifest.bin === undefined ? await types(tarball) : [];
    faults.push(
      ...[...found, ...more, ...(await links(tarball))].map((fault) => `${basename(tarball)}: ${fault}`),
    );
  }
  await installed;
  faults.push(
    ...(await compile(packages, project)),
    ...(await load(packages, project)),
    ...(await command(project)),
  );
  if (faults.length === 0) process.stdout.write(`${packages.length} packages pack, install and load\n`);
  return faults;
}

const place = await mkdtemp(join(tmpdir(), "tillit-packed-"));
try {
  const faults = await check(place);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await rm(place, { recursive: true, force: true });
}
