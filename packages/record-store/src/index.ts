export { fileJournal, readJournal, readWholeJournal, replayErasures } from "./backup/erasure-journal.ts";
export type { Erasure, ErasureJournal, Intent } from "./backup/erasure-journal.ts";
export { restoreBackup, takeBackup } from "./backup/portable.ts";
export { unmarkRestoring } from "./backup/restoring.ts";
export { postgresConnections } from "./connections/connections.ts";
export type { Connections } from "./connections/connections.ts";
export { kyselyStore } from "./connections/kysely-store.ts";
export { checkpointsBeside } from "./connections/wal-checkpointer.ts";
export { engineOf } from "./engine.ts";
export { StoreError } from "./errors.ts";
export type { Json, JsonObject } from "./json.ts";
export { holdsOf } from "./lists/holds.ts";
export { plansOf } from "./lists/plans.ts";
export { projectionsOf } from "./lists/projections.ts";
export { transfersOf } from "./lists/transfers.ts";
export { readEntry } from "./log/entries.ts";
export { connect, connectWhole, openStore } from "./open-store.ts";
export { migrate, versions } from "./schema/migrations.ts";
export type { Tables } from "./schema/tables.ts";
export type { CertificateDue, Destruction } from "./registers/destructions.ts";
export type { Controller, NamedPersons, Store, Unit, Whereabouts, WholeSubmission } from "./store.ts";
export type {
  EnvelopeKind,
  Recipients,
  SignedDocument,
  Slot,
  Slots,
  StoredEnvelope,
  StoredSection,
  UploadProgress,
} from "./stored-envelopes.ts";
export type { NewEvent, StoredEvent } from "./stored-events.ts";
export type { CaseRow, ExportRow, Placement, Reach, RequestRow, WordsRow } from "./stored-lists.ts";
export type { HoldRow, HoldScope, KeepRow, PlanRow, TransferRow, TransferWords } from "./stored-retention.ts";
