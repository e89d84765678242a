/** What can be wrong with a question to a log, a checkpoint or an exported log. */
export type AuditErrorCode =
  | "SAMPLE_INVALID"
  | "CHECKPOINT_MALFORMED"
  | "CHECKPOINT_NOT_SIGNED"
  | "KEY_MALFORMED"
  | "LOG_MALFORMED";

/** The one error of this package. The message never contains the input. */
export class AuditError extends Error {
  override readonly name = "AuditError";
  /** Stable; removing or renaming one is a major change. */
  readonly code: AuditErrorCode;

  constructor(code: AuditErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
