/** RFC 9457 answers. The only file that knows HTTP status codes of refusals; details never contain what was sent. */
import type { Context } from "hono";
import { LoginError } from "@tillit/login";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";

const problems = {
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

/** What a refusal is about, of what the service itself knows: never what was sent. */
export interface ProblemNames {
  readonly controller?: string | undefined;
  /** Kinds of assignment. */
  readonly assignments?: readonly string[] | undefined;
}

/** A refusal on its way to the client; thrown by flows, turned into an answer by {@link answerProblem}. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly code: ProblemCode;
  /** A stable code of the package that refused, where there is one. */
  readonly reason: string | undefined;
  readonly named: ProblemNames;
  constructor(
    code: ProblemCode,
    reason?: string,
    options: ErrorOptions & { readonly named?: ProblemNames } = {},
  ) {
    super(problems[code][1], options);
    this.code = code;
    this.reason = reason;
    this.named = options.named ?? {};
  }
}

export interface ProblemBody extends ProblemNames {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly reason?: string | undefined;
  readonly request?: string | undefined;
}

export function problemBody({ code, reason, named }: Problem, request?: string): ProblemBody {
  const [status, title] = problems[code];
  return {
    type: "about:blank",
    title,
    status,
    code,
    ...(reason === undefined ? {} : { reason }),
    ...named,
    ...(request === undefined ? {} : { request }),
  };
}

/** What the framework refuses by itself. */
const refused: Readonly<Record<number, ProblemCode>> = { 400: "JSON_INVALID", 415: "MEDIA_TYPE" };

/** Every error becomes one of the listed problems; what is not expected is INTERNAL, and says nothing more. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof LoginError) return new Problem(error.code, undefined, { cause: error });
  if (error instanceof HTTPException && error.status < 500)
    return new Problem(refused[error.status] ?? "INPUT_INVALID");
  if (error instanceof Error && "code" in error) {
    if (error.code === "STORE_VERSION_CONFLICT") return new Problem("VERSION_CONFLICT");
    if (error.code === "STORE_DUPLICATE") return new Problem("VERSION_CONFLICT");
    if (error.code === "STORE_JOURNAL_UNWRITABLE")
      return new Problem("JOURNAL_UNWRITABLE", undefined, { cause: error });
    if (error.name === "EnvelopeError") {
      return new Problem("ENVELOPE_INVALID", String("publicCode" in error ? error.publicCode : error.code));
    }
  }
  return new Problem("INTERNAL", undefined, { cause: error });
}

export function answerProblem(c: Context, problem: Problem, request?: string): Response {
  return c.body(JSON.stringify(problemBody(problem, request)), problems[problem.code][0], {
    "content-type": "application/problem+json",
  });
}
