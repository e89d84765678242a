/** Why a text is no number this package takes. */
export type IdentityErrorCode =
  | "IDENTITY_MALFORMED"
  | "IDENTITY_INTERIM"
  | "IDENTITY_DATE_INVALID"
  | "IDENTITY_BORN_IN_FUTURE"
  | "IDENTITY_CHECKSUM";

/** The one error of this package. The message never contains the number. */
export class IdentityError extends Error {
  override readonly name = "IdentityError";
  /** Stable; removing or renaming one is a major change. */
  readonly code: IdentityErrorCode;

  constructor(code: IdentityErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
