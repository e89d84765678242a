import type { Deps } from "../deps.ts";
import { eidOf, finishEid, isLinked, tokensByEid, unlinkEid, withdrawByEid } from "./link-eid.ts";
import { recallEid, recallPerson, rememberEid, rememberPerson } from "@tillit/login";
import { router } from "../openapi/router.ts";
import { Problem, problemOf } from "../problem.ts";
import * as routes from "@tillit/api-contract/mine/eid-routes";

export function mineEidRoutes(deps: Deps) {
  return router(deps)
    .openapi(routes.offer, (c) => c.json({ offered: deps.eid !== undefined }, 200))
    .openapi(routes.login, async (c) => {
      const { url, pending } = await eidOf(deps).authenticator.begin();
      await rememberEid(c, deps.session, pending);
      return c.redirect(url, 302);
    })
    .openapi(routes.callback, async (c) => {
      const { myPages } = eidOf(deps);
      const pending = await recallEid(c, deps.session);
      try {
        if (pending === undefined) throw new Problem("LOGIN_INVALID");
        const ended = await finishEid(deps, new URL(c.req.url).searchParams, pending);
        if (ended !== "linked") await rememberPerson(c, deps.session, ended);
        return c.redirect(new URL(ended === "linked" ? "#eid=linked" : "#eid=ready", myPages).href, 302);
      } catch (error) {
        const { code } = problemOf(error);
        deps.log.warn({ requestId: c.get("requestId"), code }, "e-identification refused");
        if (code === "INTERNAL") throw error;
        return c.redirect(new URL(`#eid=${code}`, myPages).href, 302);
      }
    })
    .openapi(routes.session, async (c) => {
      eidOf(deps);
      // A page of ours must ask, not one that only brings the cookie along.
      if (!deps.origins.includes(c.req.header("origin") ?? "")) throw new Problem("NOT_LOGGED_IN");
      const pseudonyms = await recallPerson(c, deps.session);
      if (pseudonyms.length === 0) throw new Problem("NOT_LOGGED_IN");
      return c.json({ applications: await tokensByEid(deps, pseudonyms) }, 200);
    })
    .openapi(routes.link, async (c) => {
      const { url, pending } = await eidOf(deps).authenticator.begin();
      await rememberEid(c, deps.session, { ...pending, link: c.get("applicant") });
      return c.json({ url }, 200);
    })
    .openapi(routes.linked, async (c) => {
      eidOf(deps);
      return c.json({ linked: await isLinked(deps, c.get("applicant")) }, 200);
    })
    .openapi(routes.unlink, async (c) => {
      eidOf(deps);
      await unlinkEid(deps, c.get("applicant"));
      return c.body(null, 204);
    })
    .openapi(routes.withdraw, async (c) => {
      eidOf(deps);
      await withdrawByEid(deps, c.get("applicant"), c.req.valid("json").application);
      return c.json({ status: "withdrawn" as const }, 200);
    });
}
