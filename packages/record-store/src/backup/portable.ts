/**
 * A backup that fits both engines: JSON lines, first what it is, then rows table by table, last a count and a hash.
 * Taken in one snapshot while the API works; restored on either engine, which is also the way from one to the other.
 */
import { createHash } from "node:crypto";
import { sql, type Kysely } from "kysely";
import type { Connections } from "../connections/connections.ts";
import { StoreError } from "../errors.ts";
import { migrate, versions } from "../schema/migrations.ts";
import { markRestoring } from "./restoring.ts";
import type { Tables } from "../schema/tables.ts";

const format = "tillit-backup/1";

/** Each table with its key, in an order that satisfies references. */
const kept: readonly (readonly [table: keyof Tables, key: readonly string[]])[] = [
  ["controllers", ["id"]],
  ["key_documents", ["controller", "seq"]],
  ["directory", ["record"]],
  ["envelopes", ["controller", "id"]],
  ["sections", ["controller", "record", "id"]],
  ["slots", ["controller", "record", "section"]],
  ["chunks", ["controller", "record", "section", "upload", "seq"]],
  ["events", ["controller", "seq"]],
  ["chain_heads", ["controller"]],
  ["checkpoints", ["controller", "size"]],
  ["cases", ["controller", "id"]],
  ["words", ["controller", "id"]],
  ["requests", ["controller", "id"]],
  ["exports", ["controller", "id"]],
  ["eid_links", ["record", "pseudonym"]],
  ["colleagues", ["controller", "ref"]],
  ["holds", ["controller", "id"]],
  ["keeps", ["controller", "record"]],
  ["plans", ["controller", "record"]],
  ["record_facts", ["controller", "record"]],
  ["disposed_parts", ["tag", "controller"]],
  ["transfers", ["id"]],
  ["destructions", ["controller", "id"]],
  ["spent_nonces", ["nonce"]],
  ["pseudonym_marks", ["persons"]],
  ["ended_sessions", ["id"]],
];

type Row = Readonly<Record<string, unknown>>;

function pack(_key: string, value: unknown): unknown {
  // A Buffer has turned itself into {type, data} before a replacer sees it.
  const buffer = value as { type?: unknown; data?: unknown } | null;
  if (
    buffer !== null &&
    typeof value === "object" &&
    buffer?.type === "Buffer" &&
    Array.isArray(buffer.data)
  ) {
    return { base64: Buffer.from(buffer.data as number[]).toString("base64") };
  }
  return value;
}

function unpack(_key: string, value: unknown): unknown {
  if (typeof value === "object" && value !== null && "base64" in value) {
    return Buffer.from(String(value.base64), "base64");
  }
  return value;
}

/** Chunks are a mebibyte each; of other rows many fit in memory. */
function pageOf(table: string): number {
  return table === "chunks" ? 4 : 500;
}

async function* rowsOf(
  db: Kysely<Tables>,
  table: keyof Tables,
  key: readonly string[],
): AsyncGenerator<Row, void, undefined> {
  const columns = sql.join(key.map((name) => sql.ref(name)));
  let last: Row | undefined;
  for (;;) {
    const after = last;
    const from =
      after === undefined
        ? sql`true`
        : sql`(${columns}) > (${sql.join(key.map((name) => sql.val(after[name])))})`;
    const { rows } = await sql<Row>`select * from ${sql.table(table)} where ${from}
      order by ${columns} limit ${sql.lit(pageOf(table))}`.execute(db);
    yield* rows;
    last = rows.at(-1);
    if (rows.length < pageOf(table)) return;
  }
}

/** The lines of a backup, each ended by a line feed. */
export async function takeBackup(
  { db, engine }: Connections,
  write: (line: string) => Promise<void>,
): Promise<{ readonly rows: number }> {
  const hash = createHash("sha256");
  let count = 0;
  const put = async (value: unknown): Promise<void> => {
    const line = `${JSON.stringify(value, pack)}\n`;
    hash.update(line);
    await write(line);
  };
  await db.connection().execute(async (snapshot) => {
    const begin = engine === "postgres" ? "begin isolation level repeatable read, read only" : "begin";
    await sql.raw(begin).execute(snapshot);
    await put({ backup: format, version: versions.at(-1) });
    for (const [table, key] of kept) {
      for await (const row of rowsOf(snapshot, table, key)) {
        await put({ table, row });
        count += 1;
      }
    }
    await sql`commit`.execute(snapshot);
  });
  await write(`${JSON.stringify({ rows: count, sha256: hash.digest("hex") })}\n`);
  return { rows: count };
}

/**
 * Puts a backup into an empty database, at the version it was taken at, and brings it up to date. All or nothing, and
 * marked: whoever calls carries out the erasures since and then takes the mark away.
 *
 * @throws StoreError STORE_NOT_EMPTY · STORE_BACKUP_DAMAGED · STORE_SCHEMA_AHEAD
 */
export async function restoreBackup(
  { db, engine }: Connections,
  lines: () => AsyncIterable<string>,
): Promise<{ readonly rows: number }> {
  const { version, rows } = await checked(lines());
  await migrate(db, engine, version);
  const { found } = await db
    .selectFrom("controllers")
    .select((all) => all.fn.countAll<number>().as("found"))
    .executeTakeFirstOrThrow();
  if (Number(found) > 0)
    throw new StoreError("STORE_NOT_EMPTY", "A backup is restored into an empty database only.");
  await markRestoring({ db, engine });
  await db.transaction().execute(async (tx) => {
    for await (const line of lines()) {
      const { table, row } = JSON.parse(line, unpack) as { table?: keyof Tables; row?: Row };
      if (table !== undefined && row !== undefined)
        await tx
          .insertInto(table)
          .values(row as never)
          .execute();
    }
  });
  await migrate(db, engine);
  return { rows };
}

interface Line {
  readonly backup?: string;
  readonly version?: string;
  readonly table?: string;
  readonly rows?: number;
  readonly sha256?: string;
}

function lineOf(line: string, damaged: StoreError): Line {
  try {
    return JSON.parse(line) as Line;
  } catch {
    // The fault's own message would repeat the row.
    throw damaged;
  }
}

/** Reads it once before anything is written: a backup that is cut off or changed is refused whole. */
async function checked(lines: AsyncIterable<string>): Promise<{ version: string; rows: number }> {
  const damaged = new StoreError("STORE_BACKUP_DAMAGED", "The backup is not whole or has been changed.");
  const hash = createHash("sha256");
  let version: string | undefined;
  let count = 0;
  let end: { rows: number; sha256: string } | undefined;
  for await (const line of lines) {
    if (end !== undefined) throw damaged;
    const value = lineOf(line, damaged);
    if (value.sha256 !== undefined && value.rows !== undefined) {
      end = { rows: value.rows, sha256: value.sha256 };
      continue;
    }
    if (version === undefined) {
      if (value.backup !== format || value.version === undefined) throw damaged;
      ({ version } = value);
    } else {
      const { table = "" } = value;
      if (!kept.some(([known]) => known === table)) throw damaged;
      count += 1;
    }
    hash.update(`${line}\n`);
  }
  if (version === undefined || end?.rows !== count || end.sha256 !== hash.digest("hex")) throw damaged;
  if (!versions.includes(version)) {
    throw new StoreError("STORE_SCHEMA_AHEAD", "The backup is of a newer version than this program.");
  }
  return { version, rows: count };
}
