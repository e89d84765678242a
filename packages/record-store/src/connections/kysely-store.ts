import { sql, type Kysely, type Selectable } from "kysely";
import type { Connections } from "./connections.ts";
import { colleaguesOf } from "../registers/colleagues.ts";
import { destroy, present } from "../envelopes/destroy.ts";
import { destructionsOf } from "../registers/destructions.ts";
import { eidLinksOf } from "../registers/eid-links.ts";
import { envelopesOf } from "../envelopes/envelopes.ts";
import { eventLogOf } from "../log/event-log.ts";
import { exportsOf } from "../lists/exports.ts";
import { jobsOf } from "../registers/jobs.ts";
import { disposedParts, noteDisposed } from "../registers/disposed-parts.ts";
import { holdsOf } from "../lists/holds.ts";
import { keepsOf } from "../lists/keeps.ts";
import { keyDocumentsOf } from "../registers/key-documents.ts";
import { plansOf } from "../lists/plans.ts";
import { recordFactsOf } from "../registers/record-facts.ts";
import { transfersOf } from "../lists/transfers.ts";
import { projectionsOf } from "../lists/projections.ts";
import { pseudonymMarksOf } from "../schema/pseudonym-marks.ts";
import { remembered } from "./ttl-cache.ts";
import type { Controller, DisposalPlan, SignedDocument, Store, Unit, Whereabouts } from "../store.ts";
import type { DirectoryTable } from "../schema/envelope-tables.ts";
import type { ControllerTable, Tables } from "../schema/tables.ts";

/** The store on either engine; only the connections know which. */
export function kyselyStore(connections: Connections): Store {
  const { db, engine } = connections;
  const inUnit =
    <T>(controller: string, work: (unit: Unit) => Promise<T>) =>
    (tx: Kysely<Tables>): Promise<T> =>
      work(unitOf(tx, engine, controller));
  const known = {
    controllers: remembered((id) => controllerOf(db, id)),
    keyDocuments: remembered((controller) => keyDocumentOf(db, controller)),
  };
  return {
    engine,
    async controllers() {
      const rows = await db.selectFrom("controllers").selectAll().orderBy("id").execute();
      return rows.map(toController);
    },
    controller: (id) => known.controllers.get(id),
    async putController(controller, keyDocument) {
      const row = fromController(controller);
      await connections.write(controller.id, async (tx) => {
        await tx
          .insertInto("controllers")
          .values(row)
          .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
          .execute();
        await tx
          .insertInto("key_documents")
          .values({
            controller: controller.id,
            seq: keyDocument.seq,
            document: JSON.stringify(keyDocument.document),
            added_at: keyDocument.at,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      });
      known.controllers.forget(controller.id);
      known.keyDocuments.forget(controller.id);
    },
    keyDocument: (controller) => keyDocumentOf(db, controller),
    recentKeyDocument: (controller) => known.keyDocuments.get(controller),
    async whereIs(record) {
      const row = await db
        .selectFrom("directory")
        .selectAll()
        .where("record", "=", record)
        .executeTakeFirst();
      return row && toWhereabouts(row);
    },
    async wasHere(record) {
      // Controller by controller, as the index of streams begins with it.
      const row = await db
        .selectFrom("controllers")
        .select("controllers.id")
        .where((where) =>
          where.exists(
            where
              .selectFrom("events")
              .select("events.seq")
              .whereRef("events.controller", "=", "controllers.id")
              .where("events.stream", "=", `application/${record}`)
              .where("events.version", "=", 1),
          ),
        )
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    async ofApplication(app) {
      const rows = await db
        .selectFrom("directory")
        .selectAll()
        .where("app", "=", app)
        .orderBy("controller")
        .execute();
      return rows.map(toWhereabouts);
    },
    read: (controller, work) => connections.read(controller, inUnit(controller, work)),
    write: (controller, work) => connections.write(controller, inUnit(controller, work)),
    submit: (controller, whole) => connections.submit(controller, whole),
    jobs: jobsOf(db, engine),
    eidLinks: eidLinksOf(db),
    pseudonymMarks: pseudonymMarksOf(db),
    keyDocuments: keyDocumentsOf(db),
    disposedParts: (tag) => disposedParts(db, tag),
    async spendNonce(nonce, expires) {
      const spent = await db
        .insertInto("spent_nonces")
        .values({ nonce, expires })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return spent.numInsertedOrUpdatedRows === 1n;
    },
    async endSession(id, expires) {
      await db
        .insertInto("ended_sessions")
        .values({ id, expires })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async sessionEnded(ids) {
      const row = await db
        .selectFrom("ended_sessions")
        .select("id")
        .where("id", "in", ids)
        .executeTakeFirst();
      return row !== undefined;
    },
    purge: () => connections.purge(),
    async ping() {
      await sql`select 1`.execute(db);
    },
    close: () => connections.close(),
  };
}

async function controllerOf(db: Kysely<Tables>, id: string): Promise<Controller | undefined> {
  const row = await db.selectFrom("controllers").selectAll().where("id", "=", id).executeTakeFirst();
  return row && toController(row);
}

async function keyDocumentOf(db: Kysely<Tables>, controller: string): Promise<SignedDocument | undefined> {
  const row = await db
    .selectFrom("key_documents")
    .select("document")
    .where("controller", "=", controller)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && (JSON.parse(row.document) as SignedDocument);
}

function unitOf(db: Kysely<Tables>, engine: Store["engine"], controller: string): Unit {
  return {
    controller,
    log: eventLogOf(db, engine, controller),
    envelopes: envelopesOf(db, engine, controller),
    projections: projectionsOf(db, controller),
    exports: exportsOf(db, controller),
    colleagues: colleaguesOf(db, controller),
    holds: holdsOf(db, controller),
    keeps: keepsOf(db, controller),
    plans: plansOf(db, controller),
    facts: recordFactsOf(db, controller),
    transfers: transfersOf(db, controller),
    destructions: destructionsOf(db, controller),
    noteDisposed: (part) => noteDisposed(db, { ...part, controller }),
    destroy: (record) => destroy(db, controller, record),
    present: (records) => present(db, controller, records),
    async destroySection(record, section, instead) {
      const envelopes = envelopesOf(db, engine, controller);
      await envelopes.putSlot(record, section, instead);
      await envelopes.dropChunks(record, section);
    },
    async publish({ record, app, applicant, cid }) {
      await db.insertInto("directory").values({ record, controller, app, applicant, cid }).execute();
    },
  };
}

function fromController(controller: Controller): ControllerTable {
  const { id, kind, name, place, contact, accepts, profileId, plan, requestPlan } = controller;
  return {
    id,
    kind,
    name,
    place: place ?? null,
    phone: contact.phone ?? null,
    accepts: JSON.stringify(accepts),
    profile_id: profileId,
    plan: plan === undefined ? null : JSON.stringify(plan),
    request_plan: requestPlan === undefined ? null : JSON.stringify(requestPlan),
  };
}

function toController(row: Selectable<ControllerTable>): Controller {
  return {
    id: row.id,
    kind: row.kind as Controller["kind"],
    name: row.name,
    place: row.place ?? undefined,
    contact: { phone: row.phone ?? undefined },
    accepts: JSON.parse(row.accepts) as string[],
    profileId: row.profile_id,
    plan: planOf(row.plan),
    requestPlan: planOf(row.request_plan),
  };
}

function planOf(text: string | null): DisposalPlan | undefined {
  return text === null ? undefined : (JSON.parse(text) as DisposalPlan);
}

function toWhereabouts(row: Selectable<DirectoryTable>): Whereabouts {
  const { record, controller, app, applicant, cid } = row;
  return { record, controller, app, applicant, cid };
}
