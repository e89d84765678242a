/** A fresh database on each engine. */
import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

export const engines = ["sqlite", "postgres"] as const;
export type EngineName = (typeof engines)[number];

export async function freshDatabase(engine: EngineName): Promise<string> {
  if (engine === "sqlite") return join(mkdtempSync(join(tmpdir(), "tillit-store-")), "tillit.db");
  const { inject } = await import("vitest");
  const name = `t_${randomBytes(6).toString("hex")}`;
  await runSql(`${inject("postgres")}/postgres`, `create database ${name}`);
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
