export type ConsentBasisErrorCode =
  | "ACTIVITY_MALFORMED"
  | "REGISTER_EMPTY"
  | "REGISTER_MIXED_CONTROLLERS"
  | "LEDGER_MALFORMED"
  | "LEDGER_MIXED"
  | "LEDGER_NOT_APPEND_ONLY"
  | "OPTION_UNKNOWN"
  | "RECEIPT_NOT_GIVEN"
  | "RECEIPT_PURPOSE_MISMATCH"
  | "RECEIPT_NOTICE_MISMATCH";

/** The one error of this package. The message says what failed and what was expected, never the input. */
export class ConsentBasisError extends Error {
  override readonly name = "ConsentBasisError";
  readonly code: ConsentBasisErrorCode;
  /** Where in the input, as property names and indexes. */
  readonly path: readonly (string | number)[];

  constructor(code: ConsentBasisErrorCode, message: string, path: readonly (string | number)[] = []) {
    super(message);
    this.code = code;
    this.path = path;
  }
}
