/** A database of every earlier version, with data in it, comes to the newest one with the data still there. */
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { openStore } from "../../src/index.ts";
import { migrate, versions } from "../../src/store/migrations.ts";
import { connect } from "../../src/store/open-store.ts";
import { engines, freshDatabase } from "../setup/databases.ts";

const earlier = versions.slice(0, -1);

test("a server that does not answer is not taken for one of another version", async () => {
  await expect(openStore("postgres://nobody:secret@127.0.0.1:1/none")).rejects.toMatchObject({
    code: "STORE_UNREACHABLE",
    message: expect.not.stringContaining("secret"),
  });
});

describe.each(engines)("migrations on %s", (engine) => {
  test.each(earlier)("from %s with data", async (version) => {
    const url = await freshDatabase(engine);
    const old = connect(url);
    expect(await migrate(old.db, engine, version)).toStrictEqual(
      versions.slice(0, versions.indexOf(version) + 1),
    );
    await old.db
      .insertInto("controllers")
      .values({
        id: "one",
        kind: "public-authority",
        name: "N",
        place: null,
        phone: null,
        accepts: "[]",
        profile_id: "p",
        plan: null,
      })
      .execute();
    await old.write("one", async (db) => {
      await db
        .insertInto("events")
        .values({
          controller: "one",
          seq: 0,
          stream: "s",
          version: 1,
          type: "T",
          at: "t",
          entry: '{"stream":"s"}',
        })
        .execute();
    });
    await old.write("one", async (db) => {
      await sql`insert into cases (controller, id, app, number, received_at, status, assignments, last_entry)
        values ('one', 'c', 'a', '1', 't', 'submitted', '[]', 't')`.execute(db);
    });
    await old.close();

    const store = await openStore(url);
    expect(await store.read("one", (unit) => unit.projections.case("c"))).toMatchObject({ number: "1" });
    expect((await store.controllers()).map(({ id }) => id)).toStrictEqual(["one"]);
    expect(await store.read("one", (unit) => unit.log.entries(0, 10))).toHaveLength(1);
    await store.jobs.ensure("k", "2026-01-01T00:00:00Z");
    expect(await store.jobs.claim("w", "2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z")).toMatchObject({
      kind: "k",
    });
    await store.close();
  });

  test("opening an up-to-date database changes nothing", async () => {
    const url = await freshDatabase(engine);
    await (await openStore(url)).close();
    const again = connect(url);
    expect(await migrate(again.db, engine)).toStrictEqual([]);
    await again.close();
  });

  test("a database that a newer program has been at is left alone", async () => {
    const url = await freshDatabase(engine);
    await (await openStore(url)).close();
    const later = connect(url);
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')`.execute(
      later.db,
    );
    await later.close();
    await expect(openStore(url)).rejects.toMatchObject({ code: "STORE_SCHEMA_AHEAD" });
  });
});
