import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { finishLogin } from "../flows/log-in.ts";
import { desk } from "../identity/guard.ts";
import { clearSession, recallLogin, rememberLogin, startSession } from "../identity/session.ts";
import { json, refusals } from "../openapi/answers.ts";
import { router } from "../openapi/router.ts";
import { Problem } from "../problem.ts";
import { instant } from "../clock.ts";

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
  responses: { 302: { description: "To the desk, logged in." }, ...refusals },
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
    responses: { 204: { description: "Logged out." }, ...refusals },
  });
  return router()
    .openapi(login, async (c) => {
      const { url, pending } = await deps.authenticator.begin();
      await rememberLogin(c, deps.session, pending);
      return c.redirect(url, 302);
    })
    .openapi(callback, async (c) => {
      const pending = await recallLogin(c, deps.session);
      if (pending === undefined) throw new Problem("LOGIN_INVALID");
      const began = await finishLogin(deps, new URL(c.req.url).searchParams, pending);
      await startSession(c, deps.session, began);
      return c.redirect(deps.desk, 302);
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
      return c.body(null, 204);
    });
}
