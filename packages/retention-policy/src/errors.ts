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
  | "UNKNOWN_KEY"
  | "ID_EMPTY"
  | "ID_PADDED"
  | "ID_TWICE"
  | "OUT_OF_SUPPORT"
  | "COLUMNS_MISMATCH"
  | "CSV_LINE_TOO_LONG"
  | "CSV_ENCODING"
  | "CSV_QUOTE"
  | "CSV_HEADER"
  | "CSV_DELIMITER"
  | "MAPPING_MALFORMED"
  | "LIST_MALFORMED"
  | "COMMAND_MALFORMED"
  | "EVENT_MALFORMED"
  | "PROOF_MALFORMED"
  | "PACKAGE_MALFORMED";

/** Misuse or broken input. A lawful "no" is never an error; messages never hold the input. */
export class RetentionError extends Error {
  override readonly name = "RetentionError";
  readonly code: RetentionErrorCode;
  /** Where in the input, as a path of keys, where that is known. */
  readonly at: string | undefined;
  /** The known name that was probably meant, where a name is not known. */
  readonly meant: string | undefined;
  constructor(code: RetentionErrorCode, message: string, at?: string, meant?: string) {
    super(message);
    this.code = code;
    this.at = at;
    this.meant = meant;
  }
}
