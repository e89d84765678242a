/** What can go wrong by misuse or broken input. A lawful "no" is a {@link Refusal}, not one of these. */
export type DsarErrorCode =
  | "KEY_UNKNOWN"
  | "CLOCK_MALFORMED"
  | "COMMAND_MALFORMED"
  | "SPAN_OUT_OF_RANGE"
  | "LETTER_UNKNOWN"
  | "LETTER_NOT_FOR_CASE"
  | "LETTER_FACT_MISSING"
  | "LETTER_FACT_MALFORMED"
  | "LETTER_ADDRESS_PROTECTED"
  | "PDF_FONT_MISSING"
  | "EXPORT_INCOMPLETE"
  | "PROTECTED_SPAN_LEAKS"
  | "SEAL_FAILED"
  | "ERASURE_INCOMPLETE";

/** The one error of this package. The message never contains the input. */
export class DsarError extends Error {
  override readonly name = "DsarError";
  /** Stable; removing or renaming one is a major change. */
  readonly code: DsarErrorCode;

  constructor(code: DsarErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
