/** Why a value has no canonical form, or why a text is not JSON. */
export type CanonicalJsonErrorCode =
  | "JSON_MALFORMED"
  | "JSON_DUPLICATE_KEY"
  | "JSON_TOO_DEEP"
  | "JSON_NOT_CANONICAL"
  | "NUMBER_NOT_FINITE"
  | "TEXT_NOT_UNICODE"
  | "VALUE_NOT_JSON"
  | "VALUE_CYCLIC";

/** The one error of this package. The message never contains the input. */
export class CanonicalJsonError extends Error {
  override readonly name = "CanonicalJsonError";
  /** Stable; removing or renaming one is a major change. */
  readonly code: CanonicalJsonErrorCode;

  constructor(code: CanonicalJsonErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
