/** The second wall: with the where clauses gone, PostgreSQL still shows a transaction its own controller only. */
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Connections, postgresConnections } from "@tillit/record-store";
import { freshDatabase, runSql } from "../setup/databases.ts";
import { harness, privateProvider, publicAuthority, type Harness } from "../setup/harness.ts";

let h: Harness;
let url: string;
let connections: Connections;
beforeAll(async () => {
  url = await freshDatabase("postgres");
  h = await harness({ url });
  await h.submitted(publicAuthority);
  await h.submitted(privateProvider);
  connections = postgresConnections(url, 2);
});
afterAll(async () => {
  await connections.close();
  await h.close();
});

const walled = ["envelopes", "sections", "slots", "chunks", "events", "chain_heads", "cases"];

test.each(walled)("a query of %s without a filter gives the own rows only", async (table) => {
  const found = await connections.read(publicAuthority, async (db) => {
    const { rows } = await sql<{
      controller: string;
    }>`select distinct controller from ${sql.table(table)}`.execute(db);
    return rows.map(({ controller }) => controller);
  });
  expect(found).toStrictEqual([publicAuthority]);
});

test("another's row can be neither written, changed nor deleted", async () => {
  const insert = connections.write(publicAuthority, async (db) => {
    await sql`insert into checkpoints (controller, size, note, at) values (${privateProvider}, 1, 'x', 't')`.execute(
      db,
    );
  });
  await expect(insert).rejects.toThrow("row-level security");
  const changed = await connections.write(publicAuthority, async (db) => {
    const updated = await sql`update cases set status = 'x' where controller = ${privateProvider}`.execute(
      db,
    );
    const deleted = await sql`delete from chunks where controller = ${privateProvider}`.execute(db);
    return [updated.numAffectedRows, deleted.numAffectedRows];
  });
  expect(changed).toStrictEqual([0n, 0n]);
});

test.each([
  ["directory", "controller"],
  ["key_documents", "controller"],
  ["controllers", "id"],
])("of %s, which all share, it sees and changes the own rows only", async (table, column) => {
  await connections.write(publicAuthority, async (db) => {
    const { rows } = await sql<{ own: string }>`select distinct ${sql.ref(column)} as own
      from ${sql.table(table)}`.execute(db);
    expect(rows).toStrictEqual([{ own: publicAuthority }]);
    const gone =
      await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${privateProvider}`.execute(db);
    expect(gone.numAffectedRows).toBe(0n);
  });
});

test("without a controller there is nothing, and a partition is no way round", async () => {
  expect(
    await connections.read("", async (db) => (await sql`select 1 from events`.execute(db)).rows),
  ).toStrictEqual([]);
  for (let n = 0; n < 8; n += 1) {
    const direct = connections.read(publicAuthority, async (db) => {
      await sql.raw(`select 1 from events_${n}`).execute(db);
    });
    await expect(direct).rejects.toThrow("permission denied");
  }
});

test("the role of the API's transactions is bound by the wall", async () => {
  const [role] = await runSql(
    url,
    "select rolsuper, rolbypassrls from pg_roles where rolname = 'tillit_app'",
  );
  expect(role).toStrictEqual({ rolsuper: false, rolbypassrls: false });
});

test("every table with a controller in it has the wall", async () => {
  const tables = await runSql(
    url,
    `select c.relname, c.relrowsecurity, c.relkind from pg_class c join pg_attribute a on a.attrelid = c.oid
     where a.attname = 'controller' and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  );
  const open = tables.filter(({ relrowsecurity }) => relrowsecurity !== true).map(({ relname }) => relname);
  // Recurring work is shared by all, and the role has no right to it.
  expect(open).toStrictEqual(["jobs"]);
});
