/** `pnpm bench` measures and prints; `pnpm bench --write` keeps it in BENCHMARKS.md; a name runs one part. */
import { writeFileSync } from "node:fs";
import { attachment } from "./attachment.ts";
import { inbox } from "./inbox.ts";
import { machine, table, type Row } from "./measure.ts";
import { routes } from "./routes.ts";
import { postgresSubmissions, sqliteSubmissions } from "./submissions.ts";
import { runSql } from "../test/setup/databases.ts";
import { startPostgres } from "../test/setup/postgres.ts";

const args = new Set(process.argv.slice(2));
const large = Number(process.env["BENCH_ATTACHMENT_MIB"] ?? "1024");

const parts: Readonly<Record<string, () => Promise<Row[]>>> = {
  sqlite: sqliteSubmissions,
  async postgres() {
    const { url, stop } = await startPostgres();
    await runSql(`${url}/postgres`, "create database bench");
    const rows = await postgresSubmissions(`${url}/bench`);
    await stop();
    return rows;
  },
  inbox,
  routes,
  attachment: () => attachment(large),
};

const chosen = Object.keys(parts).filter((name) => args.has(name));
const about = machine();
const rows: Row[] = [];
for (const name of chosen.length === 0 ? Object.keys(parts) : chosen) {
  const found = await parts[name]?.();
  rows.push(...(found ?? []));
  for (const { what, measured } of found ?? []) process.stderr.write(`${what}: ${measured}\n`);
}
const text = `# Benchmarks

${new Date().toISOString().slice(0, 10)}, ${about}. On a shared machine the absolute figures move a lot, the ratios less; both sides of a ratio take turns in one run, in a process with the memory setting of image and unit.

${table(rows)}

A durable submission is envelope, sections, slots, bytes, event, Merkle tree and inbox row, in one durable transaction that those who come meanwhile share. It is held against what is alike: a bare insert of 20 000 bytes in a durable transaction of its own, by as many clients, on an engine of the same durability. One client alone shares with nobody, and then the number of pages decides: a submission writes four times as many as its bytes alone, and that row is reported without a target. "With every check" adds JSON, schema, Ed25519 signature, keyring and tree hash, which is processor time on one thread and nothing that an insert does; in two requests there are also two transactions. These rows are reported and have no target: the fairer of them sets it against a bare Hono route on the same server that reads the same body and makes the bare insert. How much a commit costs decides the ratios: where the disk takes a millisecond and more for it, sharing gains most; where it takes a tenth of one, the processor is the limit. \`pnpm bench\` runs this, \`pnpm bench --write\` keeps it.
`;
process.stdout.write(text);
if (args.has("--write")) writeFileSync(new URL("../BENCHMARKS.md", import.meta.url), text);
