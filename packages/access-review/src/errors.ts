/** What a program can compare. */
export type AccessReviewErrorCode = "INPUT_MALFORMED" | "KEY_UNKNOWN" | "DRAW_MISSING";

/** The one error of this package. The message says what was expected, never what was given. */
export class AccessReviewError extends Error {
  override readonly name = "AccessReviewError";
  readonly code: AccessReviewErrorCode;

  constructor(code: AccessReviewErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
