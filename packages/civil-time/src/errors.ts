/** What can go wrong with a date, a period or a question about the calendar. */
export type CivilTimeErrorCode =
  | "DATE_MALFORMED"
  | "DATE_OUT_OF_RANGE"
  | "PERIOD_MALFORMED"
  | "AMOUNT_NOT_WHOLE"
  | "HOLIDAYS_NOT_KNOWN";

/** The one error of this package. The message never contains the input. */
export class CivilTimeError extends Error {
  override readonly name = "CivilTimeError";
  /** Stable; removing or renaming one is a major change. */
  readonly code: CivilTimeErrorCode;

  constructor(code: CivilTimeErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
