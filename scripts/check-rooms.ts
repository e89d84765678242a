/**
 * The rooms of the API as ARCHITECTURE.md tells them: which may import which, how large each may be, and that the log is
 * reached through the kernel. Everywhere: a folder's files and a file's lines. No app casts by way of `unknown`. Exits 1
 * on any breach.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize, relative, sep } from "node:path";

const source = join("apps", "api", "src");
const most = { edges: 45, files: 12, lines: 1300, linesOfFile: 250 };

/** What every story may use, the lowest first; each uses only what stands before it, or beside it. */
const ground = new Set(["kernel", "http", "openapi", "envelopes", "records"]);
/** What puts the stories together, and may use them all. */
const shell = new Set([".", "config", "work", "commands"]);

/** One story that needs another one; what is not listed is forbidden. */
const edges: Readonly<Record<string, readonly string[]>> = {
  answers: ["controllers", "erasure", "keys", "log", "requests"],
  applications: ["retention"],
  consents: ["controllers"],
  controllers: ["keys", "requests"],
  disclosures: ["disposal"],
  disposal: ["answers", "disclosures", "extensions", "log", "retention", "transfers"],
  erasure: ["answers", "disposal", "requests", "retention"],
  extensions: ["holds", "retention"],
  health: [],
  holds: ["disposal", "retention"],
  keys: ["log"],
  log: [],
  mine: ["answers", "log", "requests"],
  requests: ["answers", "erasure", "retention"],
  retention: ["extensions", "holds", "requests"],
  review: ["log"],
  staff: [],
  submissions: ["controllers", "keys"],
  transfers: ["disposal", "keys", "log", "retention"],
};

const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => join(source, name));

function roomOf(file: string): string {
  const [room = ".", ...rest] = relative(source, file).split(sep);
  return rest.length === 0 ? "." : room;
}

const breaches: string[] = [];
const used = new Set<string>();
const lines = new Map<string, number>();
const inFolder = new Map<string, number>();
for (const file of files) {
  const room = roomOf(file);
  const text = readFileSync(file, "utf8");
  const folder = dirname(file);
  if (room !== "kernel" && /\blog\.(load|append|streams)\(/.test(text))
    breaches.push(`${file}: the log is read and written through the kernel`);
  lines.set(room, (lines.get(room) ?? 0) + text.split("\n").length - 1);
  for (const [, path = ""] of text.matchAll(/from "(\.\.?\/[^"]+)"/g)) {
    const target = normalize(join(folder, path));
    if (!target.startsWith(source)) continue;
    const other = roomOf(target);
    if (other === room || shell.has(room) || ground.has(other) || other === ".") continue;
    if (edges[room]?.includes(other) !== true) breaches.push(`${file}: ${room} may not use ${other}`);
    used.add(`${room} ${other}`);
  }
}

for (const home of ["packages", "apps"]) {
  for (const name of readdirSync(home)) {
    const folder = join(home, name, "src");
    if (!existsSync(folder)) continue;
    for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      if (!/\.tsx?$/.test(path)) continue;
      const file = join(folder, path);
      const text = readFileSync(file, "utf8");
      const length = text.split("\n").length - 1;
      inFolder.set(dirname(file), (inFolder.get(dirname(file)) ?? 0) + 1);
      if (length > most.linesOfFile)
        breaches.push(`${file} has ${length} lines, at most ${most.linesOfFile}`);
      // A value is typed where it comes in, and never made into another behind the compiler's back.
      if (home === "apps" && text.includes("as unknown as")) breaches.push(`${file}: as unknown as`);
    }
  }
}

const listed = Object.entries(edges).flatMap(([room, others]) => others.map((other) => `${room} ${other}`));
for (const edge of listed) {
  if (!used.has(edge)) breaches.push(`${edge.replace(" ", " uses ")}: listed, and not so`);
}
if (listed.length > most.edges) breaches.push(`${listed.length} edges between rooms, at most ${most.edges}`);
for (const [room, count] of lines) {
  const known = room in edges || ground.has(room) || shell.has(room);
  if (!known) breaches.push(`${room}: not in the list of ${basename(import.meta.filename)}`);
  if (count > most.lines) breaches.push(`${room} has ${count} lines, at most ${most.lines}`);
}
for (const [folder, count] of inFolder) {
  if (count > most.files) breaches.push(`${folder} has ${count} files, at most ${most.files}`);
}

for (const breach of breaches) process.stderr.write(`${breach}\n`);
process.stdout.write(
  breaches.length === 0 ? `rooms hold, ${listed.length} edges\n` : `${breaches.length} breaches\n`,
);
process.exitCode = breaches.length === 0 ? 0 : 1;
