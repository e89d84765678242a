/** A database of its own for each test, on each engine. */
import { randomBytes } from "node:crypto";
import { copyFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openStore } from "../../src/index.ts";

export const engines = ["sqlite", "postgres"] as const;
export type EngineName = (typeof engines)[number];

/** One that no program has been at. */
export async function emptyDatabase(engine: EngineName): Promise<string> {
  return engine === "sqlite" ? emptyFile() : postgresDatabase("template1");
}

/** What copies are made of: a database whose schema is up to date, made by this process once for each engine. */
const patterns = new Map<EngineName, Promise<string>>();

async function pattern(engine: EngineName): Promise<string> {
  const url = await emptyDatabase(engine);
  await (await openStore(url)).close();
  return url;
}

/** One without a row, its schema up to date. */
export async function freshDatabase(engine: EngineName): Promise<string> {
  const ready = patterns.get(engine) ?? pattern(engine);
  patterns.set(engine, ready);
  const from = await ready;
  if (engine === "postgres") return postgresDatabase(from.slice(from.lastIndexOf("/") + 1));
  const file = emptyFile();
  copyFileSync(from, file);
  return file;
}

function emptyFile(): string {
  return join(mkdtempSync(join(tmpdir(), "tillit-store-")), "tillit.db");
}

async function postgresDatabase(template: string): Promise<string> {
  const { inject } = await import("vitest");
  const name = `t_${randomBytes(6).toString("hex")}`;
  await runSql(`${inject("postgres")}/postgres`, `create database ${name} template ${template}`);
  return `${inject("postgres")}/${name}`;
}

export async function runSql(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(text);
    return rows;
  } finally {
    await client.end();
  }
}
