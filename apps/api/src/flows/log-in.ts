import { seconds } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { PendingLogin } from "../identity/authenticator.ts";
import { staffMember } from "../identity/claim-mapping.ts";
import type { Session } from "../identity/session.ts";
import { Problem } from "../problem.ts";

/** A member of staff came back from the identity provider: check, map to controller and role, begin a new session. */
export async function finishLogin(
  deps: Deps,
  query: URLSearchParams,
  pending: PendingLogin,
): Promise<Session> {
  const claims = await deps.authenticator.finish(query, pending);
  const member = staffMember(deps.claims, claims, deps.session.secret);
  if (member === undefined || (await deps.store.controller(member.controller)) === undefined) {
    throw new Problem("LOGIN_NOT_ALLOWED");
  }
  const now = seconds(deps.clock());
  const text = (): string => Buffer.from(deps.random(24)).toString("base64url");
  return { ...member, id: text(), csrf: text(), began: now, seen: now };
}
