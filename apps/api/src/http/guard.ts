/** The gates in front of routes: a session with a permission, or a receipt's token. */
import { timingSafeEqual } from "node:crypto";
import type { Gated } from "@tillit/api-contract/ground/gates";
import { may, type Permission } from "@tillit/api-contract/ground/roles";
import type { MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import { seconds } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Env } from "../openapi/env.ts";
import { Problem } from "../problem.ts";
import { type Applicant, keepAlive, readSession, readToken, type Session } from "@tillit/login";

/** Logged out here, or at the identity provider. */
function hasEnded({ store }: Deps, { id, issuer }: Session): Promise<boolean> {
  return store.sessionEnded(issuer === undefined ? [id] : [id, issuer]);
}

/** Any valid session. */
function loggedIn(deps: Deps) {
  return createMiddleware<Env>(async (c, next) => {
    const now = seconds(deps.clock());
    const session = await readSession(c, deps.session, now);
    if (session === undefined || (await hasEnded(deps, session))) throw new Problem("NOT_LOGGED_IN");
    c.set("staff", session);
    await keepAlive(c, deps.session, session, now);
    await next();
  });
}

function holdsToken(csrf: string, sent: string | undefined): boolean {
  const expected = Buffer.from(csrf);
  const given = Buffer.from(sent ?? "");
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** A change of state needs the session's token in a header, which no other site can send. */
function unforged() {
  return createMiddleware<Env>(async (c, next) => {
    const { method } = c.req;
    const safe = method === "GET" || method === "HEAD";
    if (!safe && !holdsToken(c.get("staff").csrf, c.req.header("x-csrf-token")))
      throw new Problem("CSRF_TOKEN");
    await next();
  });
}

/** What concerns the whole controller is not for a session that is limited to a unit. */
function wholeController() {
  return createMiddleware<Env>(async (c, next) => {
    if (c.get("staff").unit !== undefined) throw new Problem("UNIT_NOT_ALLOWED");
    await next();
  });
}

/** Only for a role that may. */
function permitted(permission: Permission) {
  return createMiddleware<Env>(async (c, next) => {
    if (!may(c.get("staff").role, permission)) throw new Problem("ROLE_NOT_ALLOWED");
    await next();
  });
}

/** A link that has been taken away, or whose record is gone, ends what was opened by it. */
async function stillLinked({ store }: Deps, { app, key, pseudonyms = [] }: Applicant): Promise<boolean> {
  const reached = pseudonyms.length === 0 ? [] : await store.eidLinks.reached(pseudonyms);
  return reached.some((where) => where.app === app && where.applicant === key);
}

/** The token's application must be the one in the address, if one is there. */
function holder(deps: Deps, receipt: boolean) {
  return createMiddleware<Env>(async (c, next) => {
    const [scheme, token] = (c.req.header("authorization") ?? "").split(" ");
    if (scheme !== "Bearer" || token === undefined) throw new Problem("NOT_LOGGED_IN");
    const applicant = await readToken(token, deps.session, seconds(deps.clock()));
    if (applicant === undefined) throw new Problem("NOT_LOGGED_IN");
    const app = c.req.param("app");
    if (app !== undefined && app !== applicant.app) throw new Problem("NOT_FOUND");
    if (applicant.by === "eid" && !(await stillLinked(deps, applicant))) throw new Problem("NOT_LOGGED_IN");
    if (receipt && applicant.by === "eid") throw new Problem("RECEIPT_NEEDED");
    c.set("applicant", applicant);
    await next();
  });
}

/** The gates that the contract asks for in front of a route. One that names no staff and no applicant is a stranger's. */
export function gatesOf(deps: Deps, route: Gated): MiddlewareHandler<Env>[] {
  const named = (scheme: string): boolean => route.security?.some((one) => scheme in one) === true;
  if (named("receipt")) return [holder(deps, route["x-receipt"] === true)];
  const permission = route["x-permission"];
  if (!named("session") || permission === undefined) return [];
  return [
    loggedIn(deps),
    unforged(),
    ...(permission === "any" ? [] : [permitted(permission)]),
    ...(route["x-whole-controller"] === true ? [wholeController()] : []),
  ];
}
