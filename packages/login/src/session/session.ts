/** The staff session: sealed in a cookie, with an idle and an absolute limit, ended for good by logging out. */
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { sealData } from "iron-session";
import type { PendingLogin } from "../oidc/authenticator.ts";
import type { StaffMember } from "../oidc/claim-mapping.ts";
import { unsealWithAny, type SealingSecrets } from "./sealing-secrets.ts";

export interface SessionSettings extends SealingSecrets {
  /** False only where the desk is served over plain HTTP on one's own machine. */
  readonly secure: boolean;
  readonly idleSeconds: number;
  readonly absoluteSeconds: number;
}

export interface Session extends StaffMember {
  readonly id: string;
  /** The login at the identity provider, hashed: when it ends there, this ends too. */
  readonly issuer?: string | undefined;
  readonly csrf: string;
  readonly began: number;
  readonly seen: number;
}

const loginSeconds = 600;

/** A cookie with a `__Host-` name cannot be planted by a neighbouring domain. */
function cookieName(settings: SessionSettings, name: string): string {
  return settings.secure ? `__Host-${name}` : name;
}

/** Keeps a value with the browser, sealed; `ttl` in seconds. */
export async function put(
  c: Context,
  s: SessionSettings,
  name: string,
  value: object,
  ttl: number,
): Promise<void> {
  setCookie(c, cookieName(s, name), await sealData(value, { password: s.secret, ttl }), {
    httpOnly: true,
    sameSite: "Lax",
    secure: s.secure,
    path: "/",
    maxAge: ttl,
  });
}

export function drop(c: Context, settings: SessionSettings, name: string): void {
  deleteCookie(c, cookieName(settings, name), { path: "/", secure: settings.secure });
}

/** What {@link put} kept; nothing of it when the seal is broken or the time is out. */
export async function take<T extends object>(
  c: Context,
  s: SessionSettings,
  name: string,
  ttl: number,
): Promise<Partial<T>> {
  const sealed = getCookie(c, cookieName(s, name));
  if (sealed === undefined || sealed.length > 4096) return {};
  return unsealWithAny<T>(sealed, s, ttl);
}

export function rememberLogin(c: Context, settings: SessionSettings, pending: PendingLogin): Promise<void> {
  return put(c, settings, "tillit-login", pending, loginSeconds);
}

/** Gives what was remembered, once. */
export async function recallLogin(c: Context, settings: SessionSettings): Promise<PendingLogin | undefined> {
  const { state, nonce, verifier } = await take<PendingLogin>(c, settings, "tillit-login", loginSeconds);
  drop(c, settings, "tillit-login");
  if (state === undefined || nonce === undefined || verifier === undefined) return undefined;
  return { state, nonce, verifier };
}

export function startSession(c: Context, settings: SessionSettings, session: Session): Promise<void> {
  return put(c, settings, "tillit-session", session, settings.absoluteSeconds);
}

/** The session of the request, if it is whole and within both limits; `now` in seconds. */
export async function readSession(
  c: Context,
  settings: SessionSettings,
  now: number,
): Promise<Session | undefined> {
  const session = await take<Session>(c, settings, "tillit-session", settings.absoluteSeconds);
  if (session.id === undefined || session.began === undefined || session.seen === undefined) return undefined;
  if (now - session.began > settings.absoluteSeconds || now - session.seen > settings.idleSeconds)
    return undefined;
  return session as Session;
}

/** Moves the idle limit, at most once a minute so that most answers set no cookie. */
export async function keepAlive(
  c: Context,
  settings: SessionSettings,
  session: Session,
  now: number,
): Promise<void> {
  if (now - session.seen >= 60) await startSession(c, settings, { ...session, seen: now });
}

export function clearSession(c: Context, settings: SessionSettings): void {
  drop(c, settings, "tillit-session");
}
