/** What the desk itself refuses; each code has a sentence in the texts. */
export type DeskErrorCode =
  | "KEY_FILE"
  | "KEY_LOG_MISSING"
  | "KEY_LOG_ROLLED_BACK"
  | "KEY_LOG_SPLIT"
  | "KEY_LOG_UNSIGNED"
  | "KEY_OF_OTHER"
  | "KEYS_UNTRUSTED"
  | "NO_PINS"
  | "NO_SUBJECT_KEYS"
  | "PACKAGE_TOO_LARGE"
  | "SECTION_MALFORMED"
  | "SENDER_UNKNOWN"
  | "TRANSFER_MISFIT"
  | "TRANSFER_UNPROVED";

export class DeskError extends Error {
  override readonly name = "DeskError";
  readonly code: DeskErrorCode;

  constructor(code: DeskErrorCode) {
    super(code);
    this.code = code;
  }
}
