/** Looking for words where none may be. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runSql } from "./databases.ts";

/** A value as bytes may carry it: plain, in JSON escapes, percent-encoded, base64 at each offset, hex, UTF-16. */
export function dresses(value: string): readonly string[] {
  const bytes = Buffer.from(value);
  const offsets = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
    return text.slice(offset === 0 ? 0 : 4, -4);
  });
  return [
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    ...offsets,
    ...offsets.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
    bytes.toString("hex"),
    Buffer.from(value, "utf16le").toString("latin1"),
  ];
}

/** Those of the values that are somewhere in the bytes. */
export function found(typed: readonly string[], haystack: Buffer): readonly string[] {
  return typed.filter((value) =>
    dresses(value).some(
      (dress) => haystack.includes(Buffer.from(dress)) || haystack.includes(Buffer.from(dress, "latin1")),
    ),
  );
}

/** All that a database holds, with its write-ahead log where that is a file. */
export async function everything(url: string): Promise<Buffer> {
  if (!url.startsWith("postgres")) {
    const folder = dirname(url);
    return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
  }
  const tables = await runSql(url, "select tablename from pg_tables where schemaname = 'public'");
  const rows: Buffer[] = [];
  for (const { tablename } of tables) {
    const table = await runSql(url, `select * from "${String(tablename)}"`);
    for (const row of table) {
      for (const value of Object.values(row))
        rows.push(Buffer.isBuffer(value) ? value : Buffer.from(String(value)));
    }
  }
  return Buffer.concat(rows);
}
