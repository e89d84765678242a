/** Every refusal of the API by its code (RFC 9457): HTTP status and title. Never anything of what was sent. */
import type { ContentfulStatusCode } from "hono/utils/http-status";

export const problems = {
  INPUT_INVALID: [400, "The request does not fit its schema."],
  JSON_INVALID: [400, "The body is not well-formed JSON."],
  CURSOR_INVALID: [400, "The place to go on from is none of this list; begin again."],
  JSON_BOUNDS: [400, "The body has more values, or more of them inside each other, than this route takes."],
  ENVELOPE_INVALID: [400, "The sealed envelope does not verify."],
  ENVELOPE_CONTEXT: [400, "The envelope was sealed for another controller, purpose or schema."],
  ENVELOPE_KEY_UNKNOWN: [400, "The envelope is not sealed to the controller's current keys."],
  KEYRING_INVALID: [400, "The keyring does not belong to the manifest."],
  ASSIGNMENT_NOT_ACCEPTED: [400, "The controller does not accept that kind of assignment."],
  NOTICE_UNKNOWN: [400, "The controller has never shown a notice of that version."],
  UNIT_UNKNOWN: [400, "The controller has no such unit."],
  BLOB_SIZE: [400, "The size differs from what the manifest says."],
  BLOB_HASH: [400, "The bytes differ from what the manifest says."],
  EXPORT_KEY: [400, "An export is sealed to the subject's own key, and to nobody else who could open it."],
  WORDS_UNKNOWN: [400, "The words that this names have not been kept."],
  UPLOAD_BROKEN: [400, "The upload ended before its last byte; it may go on from what was kept."],
  STATEMENT_INVALID: [400, "The statement is not signed by the applicant."],
  LOGIN_INVALID: [400, "The login could not be completed. Start again."],
  LOGIN_CANCELLED: [400, "The login was cancelled at the identity provider."],
  NOT_LOGGED_IN: [401, "Log in first."],
  PROOF_INVALID: [401, "The proof does not show possession of the receipt."],
  CSRF_TOKEN: [403, "The request lacks the session's token."],
  ROLE_NOT_ALLOWED: [403, "The role of the session does not allow this."],
  UNIT_NOT_ALLOWED: [403, "This concerns the whole controller; the session is limited to a unit."],
  LOGIN_TOO_WEAK: [
    403,
    "The login was not strong enough: a higher level of assurance or several factors are required.",
  ],
  LOGIN_NOT_ALLOWED: [403, "The account has no role here."],
  RECEIPT_NEEDED: [403, "This takes the receipt; e-identification is not enough."],
  NOT_FOUND: [404, "There is nothing here."],
  EID_NOT_OFFERED: [404, "E-identification is not offered here."],
  METHOD_NOT_ALLOWED: [405, "The method is not used here."],
  VERSION_CONFLICT: [409, "Someone else was first. Read again."],
  STATE_CONFLICT: [409, "The state of the matter does not allow this."],
  UPLOAD_OFFSET: [409, "The upload goes on at another byte; the Upload-Offset header says which."],
  NOT_COMPLETE: [409, "Parts of the application are still missing."],
  KEYS_UNHEALTHY: [409, "The controller has no key that can be sealed to."],
  CERTIFICATE_PENDING: [
    409,
    "It has been destroyed; its certificate waits until the files of the database hold nothing of it. Ask again.",
  ],
  GONE: [410, "The content has been destroyed."],
  RECORD_RESTRICTED: [
    423,
    "Processing of the record is restricted: it is stored, and nothing else (GDPR art. 18).",
  ],
  IDEMPOTENCY_KEY_USED: [
    422,
    "The key was sent before with something else. Send this with a key of its own.",
  ],
  LENGTH_REQUIRED: [411, "Say how long the body is."],
  TOO_LARGE: [413, "The body is larger than this route takes."],
  MEDIA_TYPE: [415, "The body has another content type than this route takes."],
  TOO_MANY_REQUESTS: [429, "Too many requests. Wait a little."],
  INTERNAL: [500, "Something failed here. Nothing was lost that was acknowledged."],
  ISSUER_UNREACHABLE: [503, "The identity provider does not answer."],
  NOT_READY: [503, "Not ready yet."],
  JOURNAL_UNWRITABLE: [503, "The erasure journal cannot be written, so nothing has been destroyed."],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>;

export type ProblemCode = keyof typeof problems;

/** Stable: a client may tell them apart by these. */
export const problemCodes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]];
