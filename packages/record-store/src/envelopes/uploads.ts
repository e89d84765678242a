import { sql, type Kysely, type RawBuilder } from "kysely";
import type { Engine } from "../engine.ts";
import { StoreError } from "../errors.ts";
import type { Tables } from "../schema/tables.ts";
import type { Envelopes } from "../store.ts";

type Uploads = Pick<
  Envelopes,
  "addChunk" | "chunk" | "finishUpload" | "dropUpload" | "uploads" | "keepUpload" | "dropChunks"
>;

/** The bytes of sections as they come in, upload by upload. */
export function uploadsOf(db: Kysely<Tables>, engine: Engine, controller: string): Uploads {
  return {
    async addChunk(id, section, upload, seq, body) {
      const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
      const added = await db
        .insertInto("chunks")
        .values({ controller, record: id, section, upload, seq, body: bytes })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (added.numInsertedOrUpdatedRows === 0n) {
        throw new StoreError("STORE_DUPLICATE", "The upload has this chunk already.");
      }
    },
    async chunk(id, section, upload, seq) {
      const row = await db
        .selectFrom("chunks")
        .select("body")
        .where("controller", "=", controller)
        .where("record", "=", id)
        .where("section", "=", section)
        .where("upload", "=", upload)
        .where("seq", "=", seq)
        .executeTakeFirst();
      return row && new Uint8Array(row.body.buffer, row.body.byteOffset, row.body.byteLength);
    },
    async finishUpload(id, section, upload) {
      const won = await db
        .updateTable("sections")
        .set({ upload })
        .where("controller", "=", controller)
        .where("record", "=", id)
        .where("id", "=", section)
        .where("upload", "is", null)
        .executeTakeFirst();
      return won.numUpdatedRows === 1n;
    },
    async dropUpload(id, section, upload) {
      await db
        .deleteFrom("chunks")
        .where("controller", "=", controller)
        .where("record", "=", id)
        .where("section", "=", section)
        .where("upload", "=", upload)
        .execute();
    },
    async uploads(id, section) {
      const rows = await db
        .selectFrom("chunks")
        .select((all) => ["upload", all.fn.countAll<number>().as("chunks"), sizeOf(engine).as("size")])
        .where("controller", "=", controller)
        .where("record", "=", id)
        .where("section", "=", section)
        .groupBy("upload")
        // One whose beginning has been cleared away while it went on is no beginning to go on from.
        .having(sql<boolean>`max(seq) = count(*) - 1`)
        .orderBy("size", "desc")
        .orderBy("upload")
        .execute();
      return rows.map(({ upload, chunks, size }) => ({ upload, chunks: Number(chunks), size: Number(size) }));
    },
    async keepUpload(id, section, upload) {
      await db
        .deleteFrom("chunks")
        .where("controller", "=", controller)
        .where("record", "=", id)
        .where("section", "=", section)
        .where("upload", "<>", upload)
        .execute();
    },
    async dropChunks(id, section) {
      await db
        .deleteFrom("chunks")
        .where("controller", "=", controller)
        .where("record", "=", id)
        .where("section", "=", section)
        .execute();
    },
  };
}

/** Both engines know the length of a value without reading it. */
function sizeOf(engine: Engine): RawBuilder<number> {
  return engine === "sqlite" ? sql<number>`sum(length(body))` : sql<number>`sum(octet_length(body))`;
}
