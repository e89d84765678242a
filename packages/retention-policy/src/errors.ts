/** Codes of {@link RetentionError}; each has a line in the package README. */
export type RetentionErrorCode =
  | "DAY_MALFORMED"
  | "PERIOD_MALFORMED"
  | "RULES_MALFORMED"
  | "RULES_TOO_LARGE"
  | "RULES_INCONSISTENT"
  | "FACTS_MALFORMED"
  | "FACTS_UNKNOWN_FIELD"
  | "FACTS_VALUE_REFUSED"
  | "OUT_OF_SUPPORT"
  | "COLUMNS_MISMATCH"
  | "CSV_LINE_TOO_LONG"
  | "CSV_ENCODING"
  | "CSV_QUOTE"
  | "CSV_HEADER"
  | "MAPPING_MALFORMED"
  | "PROOF_MALFORMED"
  | "PACKAGE_MALFORMED";

/** Misuse or broken input. A lawful "no" is never an error; messages never hold the input. */
export class RetentionError extends Error {
  override readonly name = "RetentionError";
  readonly code: RetentionErrorCode;
  /** Where in the input, as a path of keys, where that is known. */
  readonly at: string | undefined;
  constructor(code: RetentionErrorCode, message: string, at?: string) {
    super(message);
    this.code = code;
    this.at = at;
  }
}
