import type { Kysely } from "kysely";
import type { Engine } from "../engine.ts";
import { StoreError } from "../errors.ts";
import type { Envelopes, EnvelopeKind, Recipients, SignedDocument, Slot, StoredSection } from "../store.ts";
import type { SectionTable } from "../schema/envelope-tables.ts";
import type { Tables } from "../schema/tables.ts";
import { uploadsOf } from "./uploads.ts";

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
    ...uploadsOf(db, engine, controller),
  };
}

function sectionOf({ id, class: of, size, hash, upload }: SectionTable): StoredSection {
  return { id, class: of, size, hash, upload: upload ?? undefined };
}
