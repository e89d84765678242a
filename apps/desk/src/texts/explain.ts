/** Turns a failure into a sentence for a caseworker. Unknown failures get one honest sentence, never their insides. */
import type { Texts } from "./sv.ts";

/** The code an error carries, whichever package or server it came from. */
export function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null || !("status" in error)) return undefined;
  return typeof error.status === "number" ? error.status : undefined;
}

export function explain(error: unknown, texts: Texts): string {
  if (codeOf(error).startsWith("DEPLOYMENT_")) return texts.failures.DEPLOYMENT;
  const byCode: Readonly<Record<string, string>> = texts.failures;
  const known = byCode[codeOf(error)];
  if (known !== undefined) return known;
  switch (statusOf(error)) {
    case 401:
      return texts.failures.LOGGED_OUT;
    case 403:
      return texts.failures.FORBIDDEN;
    case 404:
      return texts.failures.NOT_FOUND;
    case 409:
      return texts.failures.CONFLICT;
    case undefined:
      return texts.failures.UNKNOWN;
    default:
      return texts.failures.SERVER;
  }
}
