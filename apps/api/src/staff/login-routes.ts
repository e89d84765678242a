import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { finishLogin, issuerSession } from "./log-in.ts";
import { desk } from "../http/guard.ts";
import {
  cameFromLeaving,
  clearSession,
  keepToken,
  recallLogin,
  rememberLeaving,
  rememberLogin,
  startSession,
  takeToken,
} from "@tillit/login";
import { json, refusals } from "../openapi/answers.ts";
import { router } from "../openapi/router.ts";
import { Problem, problemOf } from "../problem.ts";
import { instant, seconds } from "../clock.ts";

const login = createRoute({
  method: "get",
  path: "/api/auth/login",
  tags: ["Session"],
  summary: "Begin logging in at the identity provider",
  responses: { 302: { description: "To the identity provider." }, ...refusals },
});

const callback = createRoute({
  method: "get",
  path: "/api/auth/callback",
  tags: ["Session"],
  summary: "Where the identity provider sends the browser back",
  description: "A browser that is refused is sent to the desk, which says why in words.",
  responses: { 302: { description: "To the desk, logged in." }, ...refusals },
});

const loggedOut = createRoute({
  method: "get",
  path: "/api/auth/logged-out",
  tags: ["Session"],
  summary: "Where the identity provider sends the browser after ending the login there",
  responses: { 302: { description: "To the desk." }, ...refusals },
});

const backChannel = createRoute({
  method: "post",
  path: "/api/auth/backchannel-logout",
  tags: ["Session"],
  summary: "Where the identity provider says that a login has ended there",
  description: "OpenID Connect Back-Channel Logout 1.0, with the issuer's session id.",
  request: {
    body: {
      required: true,
      content: {
        "application/x-www-form-urlencoded": {
          schema: z.strictObject({ logout_token: z.string().max(16_384) }),
        },
      },
    },
  },
  responses: { 204: { description: "Sessions of that login have ended here too." }, ...refusals },
});

const sessionSchema = z
  .object({
    user: z.object({
      name: z.string(),
      role: z.string(),
      ref: z.string(),
      unit: z.string().optional(),
      controller: z.string(),
      controllerName: z.string(),
    }),
    csrf: z.string(),
  })
  .openapi("Session");

export function authRoutes(deps: Deps) {
  const session = createRoute({
    method: "get",
    path: "/api/session",
    tags: ["Session"],
    summary: "Who is logged in",
    ...desk(deps, "any"),
    responses: { 200: json(sessionSchema, "The session."), ...refusals },
  });
  const logout = createRoute({
    method: "post",
    path: "/api/auth/logout",
    tags: ["Session"],
    summary: "End the session, on the server too",
    ...desk(deps, "any"),
    responses: {
      200: json(
        z.object({ url: z.string() }),
        "Logged out here; the browser goes on to this address, to be logged out at the identity provider too.",
      ),
      204: { description: "Logged out; the identity provider has no way to end its login." },
      ...refusals,
    },
  });
  return router()
    .openapi(login, async (c) => {
      const { url, pending } = await deps.authenticator.begin();
      await rememberLogin(c, deps.session, pending);
      return c.redirect(url, 302);
    })
    .openapi(callback, async (c) => {
      const pending = await recallLogin(c, deps.session);
      try {
        if (pending === undefined) throw new Problem("LOGIN_INVALID");
        const began = await finishLogin(deps, new URL(c.req.url).searchParams, pending);
        await startSession(c, deps.session, began.session);
        await keepToken(c, deps.session, began.idToken);
        return c.redirect(deps.desk, 302);
      } catch (error) {
        const { code } = problemOf(error);
        deps.log.warn({ requestId: c.get("requestId"), code }, "login refused");
        // A person sits before the browser: the desk has the words, in both languages.
        if (code === "INTERNAL" || c.req.header("accept")?.includes("text/html") !== true) throw error;
        return c.redirect(new URL(`inloggning/${code}`, deps.desk).href, 302);
      }
    })
    .openapi(loggedOut, async (c) => {
      const ours = await cameFromLeaving(c, deps.session, c.req.query("state"));
      return c.redirect(ours ? new URL("utloggad", deps.desk).href : deps.desk, 302);
    })
    .openapi(backChannel, async (c) => {
      if (deps.authenticator.ended === undefined) throw new Problem("NOT_FOUND");
      const sid = await deps.authenticator.ended(c.req.valid("form").logout_token);
      const expires = new Date((seconds(deps.clock()) + deps.session.absoluteSeconds) * 1000);
      await deps.store.endSession(issuerSession(sid), instant(expires));
      return c.body(null, 204);
    })
    .openapi(session, async (c) => {
      const { name, role, ref, unit, controller, csrf } = c.get("staff");
      const { name: controllerName } = (await deps.store.controller(controller)) ?? { name: "" };
      return c.json(
        {
          user: { name, role, ref, ...(unit === undefined ? {} : { unit }), controller, controllerName },
          csrf,
        },
        200,
      );
    })
    .openapi(logout, async (c) => {
      const { id, began } = c.get("staff");
      const expires = new Date((began + deps.session.absoluteSeconds) * 1000);
      await deps.store.endSession(id, instant(expires));
      clearSession(c, deps.session);
      const idToken = await takeToken(c, deps.session);
      const state = Buffer.from(deps.random(24)).toString("base64url");
      // An issuer that does not answer keeps nobody logged in here.
      const url = await deps.authenticator.leave?.(state, idToken).catch(() => undefined);
      if (url === undefined) return c.body(null, 204);
      await rememberLeaving(c, deps.session, state);
      return c.json({ url }, 200);
    });
}
