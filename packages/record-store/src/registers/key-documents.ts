import type { Kysely } from "kysely";
import type { KeyDocuments, SignedDocument } from "../store.ts";
import type { Tables } from "../schema/tables.ts";

/** Every version of every controller's key document: public, and never changed once it is here. */
export function keyDocumentsOf(db: Kysely<Tables>): KeyDocuments {
  return {
    async count() {
      const { found } = await db
        .selectFrom("key_documents")
        .select((all) => all.fn.countAll<number>().as("found"))
        .executeTakeFirstOrThrow();
      return Number(found);
    },
    async all() {
      const rows = await db
        .selectFrom("key_documents")
        .selectAll()
        .orderBy("controller")
        .orderBy("seq")
        .execute();
      return rows.map(({ controller, seq, document, added_at }) => ({
        controller,
        seq,
        document: JSON.parse(document) as SignedDocument,
        at: added_at,
      }));
    },
  };
}
