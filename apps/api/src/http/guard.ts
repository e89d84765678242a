/** The gates in front of routes: a session with a permission, or a receipt's token. */
import { timingSafeEqual } from "node:crypto";
import { createMiddleware } from "hono/factory";
import { seconds } from "../clock.ts";
import type { Deps } from "../deps.ts";
import type { Env } from "../openapi/router.ts";
import { Problem } from "../problem.ts";
import {
  type Applicant,
  keepAlive,
  may,
  type Permission,
  readSession,
  readToken,
  type Session,
} from "@tillit/login";

/** Logged out here, or at the identity provider. */
function hasEnded({ store }: Deps, { id, issuer }: Session): Promise<boolean> {
  return store.sessionEnded(issuer === undefined ? [id] : [id, issuer]);
}

/** Any valid session. */
export function loggedIn(deps: Deps) {
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

/** The gate of a desk route and what the OpenAPI document says about it. */
export function desk(deps: Deps, permission: Permission | "any", { whole = false } = {}) {
  const allowed = createMiddleware<Env>(async (c, next) => {
    if (permission !== "any" && !may(c.get("staff").role, permission)) throw new Problem("ROLE_NOT_ALLOWED");
    await next();
  });
  return {
    middleware: [loggedIn(deps), unforged(), allowed, ...(whole ? [wholeController()] : [])],
    security: [{ session: [] }],
    "x-permission": permission,
  };
}

/** A link that has been taken away, or whose record is gone, ends what was opened by it. */
async function stillLinked({ store }: Deps, { app, key, pseudonyms = [] }: Applicant): Promise<boolean> {
  const reached = pseudonyms.length === 0 ? [] : await store.eidLinks.reached(pseudonyms);
  return reached.some((where) => where.app === app && where.applicant === key);
}

/**
 * The gate of the applicant's own routes: the token's application must be the one in the address, if one is there.
 * With `receipt` a login by e-identification is not enough.
 */
export function mine(deps: Deps, { receipt = false } = {}) {
  const holder = createMiddleware<Env>(async (c, next) => {
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
  return { middleware: [holder], security: [{ receipt: [] }] };
}
