/** What the desk itself refuses; each code has a sentence in the texts. */
export type DeskErrorCode =
  | "KEY_FILE"
  | "KEY_OF_OTHER"
  | "KEYS_UNTRUSTED"
  | "NO_PINS"
  | "NO_SUBJECT_KEYS"
  | "SECTION_MALFORMED";

export class DeskError extends Error {
  override readonly name = "DeskError";
  readonly code: DeskErrorCode;

  constructor(code: DeskErrorCode) {
    super(code);
    this.code = code;
  }
}
