import { sql, type Kysely, type RawBuilder } from "kysely";
import type { Engine } from "../engine.ts";
import { StoreError } from "../errors.ts";
import type { Envelopes, EnvelopeKind, Recipients, SignedDocument, Slot, StoredSection } from "../store.ts";
import type { SectionTable, Tables } from "../schema/tables.ts";

/** Sealed envelopes of one controller: the immutable manifest, the mutable key slots, the bytes. */
export function envelopesOf(db: Kysely<Tables>, engine: Engine, controller: string): Envelopes {
  const slotOf = (record: string, section: string, slot: Slot) => ({
    controller,
    record,
    section,
    slot: JSON.stringify(slot),
  });
  return {
    async add(envelope, sections, slots) {
      const added = await db
        .insertInto("envelopes")
        .values({
          controller,
          id: envelope.id,
          kind: envelope.kind,
          parent: envelope.parent ?? null,
          app: envelope.app,
          applicant: envelope.applicant,
          cid: envelope.cid,
          digest: envelope.digest,
          manifest: JSON.stringify(envelope.manifest),
          recipients: JSON.stringify(envelope.recipients),
          facts: JSON.stringify(envelope.facts),
          created_at: envelope.createdAt,
          complete: envelope.complete ? 1 : 0,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (added.numInsertedOrUpdatedRows === 0n) {
        throw new StoreError("STORE_DUPLICATE", "An envelope with this digest is already stored.");
      }
      await db
        .insertInto("sections")
        .values(
          sections.map(({ id, class: of, size, hash, upload }) => ({
            controller,
            record: envelope.id,
            id,
            class: of,
            size,
            hash,
            upload: upload ?? null,
          })),
        )
        .execute();
      await db
        .insertInto("slots")
        .values(Object.entries(slots).map(([section, slot]) => slotOf(envelope.id, section, slot)))
        .execute();
    },
    async get(id) {
      const row = await db
        .selectFrom("envelopes")
        .selectAll()
        .where("controller", "=", controller)
        .where("id", "=", id)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return {
        id: row.id,
        kind: row.kind as EnvelopeKind,
        parent: row.parent ?? undefined,
        app: row.app,
        applicant: row.applicant,
        cid: row.cid,
        digest: row.digest,
        manifest: JSON.parse(row.manifest) as SignedDocument,
        recipients: JSON.parse(row.recipients) as Recipients,
        facts: JSON.parse(row.facts) as Readonly<Record<string, unknown>>,
        createdAt: row.created_at,
        complete: row.complete === 1,
      };
    },
    async lock(id) {
      // SQLite has one writer at a time, which is a lock already.
      if (engine === "sqlite") return;
      await db
        .selectFrom("envelopes")
        .select("id")
        .where("controller", "=", controller)
        .where("id", "=", id)
        .forUpdate()
        .execute();
    },
    async complete(id) {
      await db
        .updateTable("envelopes")
        .set({ complete: 1 })
        .where("controller", "=", controller)
        .where("id", "=", id)
        .execute();
    },
    async abandoned(before, limit) {
      const rows = await db
        .selectFrom("envelopes")
        .select("id")
        .where("controller", "=", controller)
        .where("complete", "=", 0)
        .where("created_at", "<", before)
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },
    async sections(id) {
      const rows = await db
        .selectFrom("sections")
        .selectAll()
        .where("controller", "=", controller)
        .where("record", "=", id)
        .orderBy("id")
        .execute();
      return rows.map(sectionOf);
    },
    async section(id, section) {
      const row = await db
        .selectFrom("sections")
        .selectAll()
        .where("controller", "=", controller)
        .where("record", "=", id)
        .where("id", "=", section)
        .executeTakeFirst();
      return row && sectionOf(row);
    },
    async keyring(id) {
      const row = await db
        .selectFrom("envelopes")
        .select("recipients")
        .where("controller", "=", controller)
        .where("id", "=", id)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const slots = await db
        .selectFrom("slots")
        .select(["section", "slot"])
        .where("controller", "=", controller)
        .where("record", "=", id)
        .execute();
      return {
        ...(JSON.parse(row.recipients) as Recipients),
        slots: Object.fromEntries(slots.map((one) => [one.section, JSON.parse(one.slot) as Slot])),
      };
    },
    async sectionDestroyed(id, section) {
      const row = await db
        .selectFrom("slots")
        .select("slot")
        .where("controller", "=", controller)
        .where("record", "=", id)
        .where("section", "=", section)
        .executeTakeFirst();
      return row !== undefined && typeof JSON.parse(row.slot) !== "string";
    },
    async putSlot(id, section, slot) {
      await db
        .updateTable("slots")
        .set({ slot: JSON.stringify(slot) })
        .where("controller", "=", controller)
        .where("record", "=", id)
        .where("section", "=", section)
        .execute();
    },
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

function sectionOf({ id, class: of, size, hash, upload }: SectionTable): StoredSection {
  return { id, class: of, size, hash, upload: upload ?? undefined };
}
