import type { Deps } from "../deps.ts";
import { finishLogin, issuerSession } from "./log-in.ts";
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
import { router } from "../openapi/router.ts";
import { Problem, problemOf } from "../problem.ts";
import { instant, seconds } from "../clock.ts";
import * as routes from "@tillit/api-contract/staff/login-routes";

export function authRoutes(deps: Deps) {
  return router(deps)
    .openapi(routes.login, async (c) => {
      const { url, pending } = await deps.authenticator.begin();
      await rememberLogin(c, deps.session, pending);
      return c.redirect(url, 302);
    })
    .openapi(routes.callback, async (c) => {
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
    .openapi(routes.loggedOut, async (c) => {
      const ours = await cameFromLeaving(c, deps.session, c.req.query("state"));
      return c.redirect(ours ? new URL("utloggad", deps.desk).href : deps.desk, 302);
    })
    .openapi(routes.backChannel, async (c) => {
      if (deps.authenticator.ended === undefined) throw new Problem("NOT_FOUND");
      const sid = await deps.authenticator.ended(c.req.valid("form").logout_token);
      const expires = new Date((seconds(deps.clock()) + deps.session.absoluteSeconds) * 1000);
      await deps.store.endSession(issuerSession(sid), instant(expires));
      return c.body(null, 204);
    })
    .openapi(routes.session, async (c) => {
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
    .openapi(routes.logout, async (c) => {
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
