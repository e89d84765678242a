/** The first schema is made whole or not at all; a database of another program is left alone. */
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { openStore } from "../../src/index.ts";
import { connect, migrate, versions } from "@tillit/record-store";
import { engines, emptyDatabase } from "../setup/databases.ts";

test("a server that does not answer is not taken for one of another version", async () => {
  await expect(openStore("postgres://nobody:secret@127.0.0.1:1/none")).rejects.toMatchObject({
    code: "STORE_UNREACHABLE",
    message: expect.not.stringContaining("secret"),
  });
});

describe.each(engines)("migrations on %s", (engine) => {
  test("one that was cut off behind the schema's commit goes on at the next start", async () => {
    const url = await emptyDatabase(engine);
    const first = connect(url, 1);
    await migrate(first.db, engine);
    if (engine === "sqlite") await sql`delete from kysely_migration`.execute(first.db);
    await first.close();
    const store = await openStore(url);
    expect(await store.controllers()).toStrictEqual([]);
    await store.close();
  });

  test("a schema that cannot be made whole is not made at all", async () => {
    const url = await emptyDatabase(engine);
    const bare = connect(url, 1);
    await sql`create table transfers (id text)`.execute(bare.db);
    await expect(migrate(bare.db, engine)).rejects.toMatchObject({ code: "STORE_MIGRATION_FAILED" });
    await sql`drop table transfers`.execute(bare.db);
    expect(await migrate(bare.db, engine)).toStrictEqual(versions);
    await bare.close();
  });

  test("opening an up-to-date database changes nothing", async () => {
    const url = await emptyDatabase(engine);
    await (await openStore(url)).close();
    const again = connect(url);
    expect(await migrate(again.db, engine)).toStrictEqual([]);
    await again.close();
  });

  test("a database that a newer program has been at is left alone", async () => {
    const url = await emptyDatabase(engine);
    await (await openStore(url)).close();
    const later = connect(url);
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')`.execute(
      later.db,
    );
    await later.close();
    await expect(openStore(url)).rejects.toMatchObject({ code: "STORE_SCHEMA_AHEAD" });
  });
});
