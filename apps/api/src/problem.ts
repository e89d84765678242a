/** RFC 9457 answers. The only file that knows HTTP status codes of refusals; details never contain what was sent. */
import type { Context } from "hono";
import { LoginError } from "@tillit/login";
import { HTTPException } from "hono/http-exception";
import { type ProblemCode, problems } from "@tillit/api-contract/ground/problems";

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
