/** Ending the login at the identity provider: its token is kept for that, apart from the session, and read there only. */
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { sealData } from "iron-session";
import { unsealWithAny } from "../session/sealing-secrets.ts";
import { drop, put, take, type SessionSettings } from "../session/session.ts";

const path = "/api/auth";
/** What fits in a cookie when it is sealed; a longer token is done without. */
const mostBytes = 2600;
const leavingSeconds = 600;

function nameOf({ secure }: SessionSettings): string {
  return secure ? "__Secure-tillit-login-token" : "tillit-login-token";
}

export async function keepToken(
  c: Context,
  settings: SessionSettings,
  idToken: string | undefined,
): Promise<void> {
  if (idToken === undefined || idToken.length > mostBytes) return;
  const ttl = settings.absoluteSeconds;
  const sealed = await sealData({ idToken }, { password: settings.secret, ttl });
  const { secure } = settings;
  setCookie(c, nameOf(settings), sealed, { httpOnly: true, sameSite: "Strict", secure, path, maxAge: ttl });
}

/** The token, once. */
export async function takeToken(c: Context, settings: SessionSettings): Promise<string | undefined> {
  const sealed = getCookie(c, nameOf(settings));
  if (sealed === undefined) return undefined;
  deleteCookie(c, nameOf(settings), { path, secure: settings.secure });
  return (await unsealWithAny<{ idToken: string }>(sealed, settings, settings.absoluteSeconds)).idToken;
}

export function rememberLeaving(c: Context, settings: SessionSettings, state: string): Promise<void> {
  return put(c, settings, "tillit-leaving", { state }, leavingSeconds);
}

/** Whether the browser left for the identity provider from here, with that state. Answers once. */
export async function cameFromLeaving(
  c: Context,
  settings: SessionSettings,
  state: string | undefined,
): Promise<boolean> {
  const { state: kept } = await take<{ state: string }>(c, settings, "tillit-leaving", leavingSeconds);
  drop(c, settings, "tillit-leaving");
  return kept !== undefined && kept === state;
}
