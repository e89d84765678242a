/** What the browser carries while an applicant is away at the e-identification service, and just after. */
import type { Context } from "hono";
import type { Applicant } from "./applicant-token.ts";
import type { PendingLogin } from "../oidc/authenticator.ts";
import { drop, put, take, type SessionSettings } from "../session/session.ts";

/** On the way: to link what a receipt reaches, or to log in. */
export interface PendingEid extends PendingLogin {
  readonly link?: Applicant | undefined;
}

const awaySeconds = 600;
const readySeconds = 120;

export function rememberEid(c: Context, settings: SessionSettings, pending: PendingEid): Promise<void> {
  return put(c, settings, "tillit-eid", pending, awaySeconds);
}

/** Gives what was remembered, once. */
export async function recallEid(c: Context, settings: SessionSettings): Promise<PendingEid | undefined> {
  const found = await take<PendingEid>(c, settings, "tillit-eid", awaySeconds);
  drop(c, settings, "tillit-eid");
  const { state, nonce, verifier, link } = found;
  if (state === undefined || nonce === undefined || verifier === undefined) return undefined;
  return { state, nonce, verifier, link };
}

/** Who has just logged in, until the page has asked for its tokens. */
export function rememberPerson(
  c: Context,
  settings: SessionSettings,
  pseudonyms: readonly string[],
): Promise<void> {
  return put(c, settings, "tillit-eid-person", { pseudonyms }, readySeconds);
}

export async function recallPerson(c: Context, settings: SessionSettings): Promise<readonly string[]> {
  const { pseudonyms = [] } = await take<{ pseudonyms: string[] }>(
    c,
    settings,
    "tillit-eid-person",
    readySeconds,
  );
  drop(c, settings, "tillit-eid-person");
  return pseudonyms;
}
