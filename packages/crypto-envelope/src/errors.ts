/** Every way CE1 can refuse. Removing or renaming a code is a breaking change. */
export type EnvelopeErrorCode =
  | "FORMAT"
  | "LIMIT"
  | "VERSION"
  | "SUITE"
  | "SIGNATURE"
  | "CONTEXT"
  | "NO_KEY"
  | "UNWRAP"
  | "COMMITMENT"
  | "CORRUPT"
  | "TRUNCATED"
  | "SHREDDED"
  | "PASSPHRASE"
  | "DIRECTORY"
  | "POLICY"
  | "PLATFORM";

/** What may be told over a network: the four ways decryption fails are one, so that nobody can probe for keys. */
export type PublicEnvelopeErrorCode =
  | Exclude<EnvelopeErrorCode, "UNWRAP" | "COMMITMENT" | "CORRUPT" | "TRUNCATED">
  | "DECRYPT";

/**
 * The one error of this package. `code` is stable; `message` says what failed and what was expected and never
 * contains a secret, plaintext or any other input. UNWRAP has what a decapsulator threw as its `cause`.
 */
export class EnvelopeError extends Error {
  override readonly name = "EnvelopeError";
  readonly code: EnvelopeErrorCode;

  constructor(code: EnvelopeErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** The code to send to anyone else: UNWRAP, COMMITMENT, CORRUPT and TRUNCATED all become DECRYPT. */
  get publicCode(): PublicEnvelopeErrorCode {
    const { code } = this;
    return code === "UNWRAP" || code === "COMMITMENT" || code === "CORRUPT" || code === "TRUNCATED"
      ? "DECRYPT"
      : code;
  }
}

/**
 * Whether something that was thrown is an `EnvelopeError`. Unlike `instanceof`, this also knows the errors of another
 * copy of this package: its CommonJS build beside its ESM build, or another version.
 */
export function isEnvelopeError(cause: unknown): cause is EnvelopeError {
  return cause instanceof Error && cause.name === "EnvelopeError" && "publicCode" in cause;
}

/** FORMAT: something else stands where `expected` should. */
export function unexpected(what: string, expected: string): EnvelopeError {
  return new EnvelopeError("FORMAT", `${what}: ${expected} expected`);
}

/** LIMIT: larger, longer or more than `most`. */
export function beyond(what: string, most: number, unit = ""): EnvelopeError {
  return new EnvelopeError("LIMIT", `${what}: more than ${most} ${unit}`.trimEnd());
}
