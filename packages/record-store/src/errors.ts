export type StoreErrorCode =
  | "STORE_VERSION_CONFLICT"
  | "STORE_DUPLICATE"
  | "STORE_URL_UNSUPPORTED"
  | "STORE_UNREACHABLE"
  | "STORE_SCHEMA_AHEAD"
  | "STORE_MIGRATION_FAILED"
  | "STORE_NOT_EMPTY"
  | "STORE_RESTORING"
  | "STORE_BACKUP_DAMAGED"
  | "STORE_KEY_WEAK"
  | "STORE_KEY_CHANGED"
  | "STORE_KEY_UNCONFIRMED"
  | "STORE_JOURNAL_MISSING"
  | "STORE_JOURNAL_UNWRITABLE"
  | "STORE_JOURNAL_DAMAGED"
  | "STORE_JOURNAL_NOT_REPLAYED";

/** A store that refuses. Messages name the rule that was broken, never the row. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
