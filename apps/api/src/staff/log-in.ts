import { createHash } from "node:crypto";
import { seconds } from "../clock.ts";
import type { Deps } from "../deps.ts";
import { type PendingLogin, type Session, staffMember, strongEnough, withEmployer } from "@tillit/login";
import { Problem } from "../problem.ts";
import { noteColleague } from "./list-colleagues.ts";

/** The issuer's session as sessions are ended by it: a hash, since the name itself is the issuer's. */
export function issuerSession(sid: string): string {
  return `issuer:${createHash("sha256").update(sid).digest("base64url")}`;
}

/**
 * A member of staff came back from the identity provider: check, map to controller and role, begin a new session.
 *
 * @throws Problem LOGIN_INVALID · LOGIN_CANCELLED · LOGIN_TOO_WEAK · LOGIN_NOT_ALLOWED
 */
export async function finishLogin(
  deps: Deps,
  query: URLSearchParams,
  pending: PendingLogin,
): Promise<{ readonly session: Session; readonly idToken: string | undefined }> {
  const { claims: said, idToken } = await deps.authenticator.finish(query, pending);
  if (!strongEnough(deps.claims, said)) throw new Problem("LOGIN_TOO_WEAK");
  const claims = withEmployer(said);
  const member = claims && staffMember(deps.claims, claims, deps.pseudonyms);
  if (member === undefined || (await deps.store.controller(member.controller)) === undefined) {
    throw new Problem("LOGIN_NOT_ALLOWED");
  }
  await noteColleague(deps, member);
  const now = seconds(deps.clock());
  const text = (): string => Buffer.from(deps.random(24)).toString("base64url");
  const { sid } = said;
  const session = { ...member, id: text(), csrf: text(), began: now, seen: now };
  return {
    session: typeof sid === "string" ? { ...session, issuer: issuerSession(sid) } : session,
    idToken,
  };
}
