/** Why a login could not be completed; messages say nothing of who tried. */
const messages = {
  LOGIN_INVALID: "The login could not be completed.",
  LOGIN_CANCELLED: "The login was cancelled at the identity provider.",
  ISSUER_UNREACHABLE: "The identity provider does not answer.",
} as const;

export type LoginErrorCode = keyof typeof messages;

export class LoginError extends Error {
  override readonly name = "LoginError";
  readonly code: LoginErrorCode;
  constructor(code: LoginErrorCode, options?: ErrorOptions) {
    super(messages[code], options);
    this.code = code;
  }
}
