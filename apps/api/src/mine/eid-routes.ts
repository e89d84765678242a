import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { eidOf, finishEid, isLinked, tokensByEid, unlinkEid, withdrawByEid } from "./link-eid.ts";
import { recallEid, recallPerson, rememberEid, rememberPerson } from "@tillit/login";
import { mine } from "../http/guard.ts";
import { json, jsonBody, refusals } from "../openapi/answers.ts";
import { router } from "../openapi/router.ts";
import { recordId } from "../openapi/shapes.ts";
import { Problem, problemOf } from "../problem.ts";

const tags = ["My pages"];

const offer = createRoute({
  method: "get",
  path: "/api/mine/eid",
  tags,
  summary: "Whether e-identification is offered here",
  responses: { 200: json(z.object({ offered: z.boolean() }), "The answer."), ...refusals },
});

const login = createRoute({
  method: "get",
  path: "/api/mine/eid/login",
  tags,
  summary: "Begin logging in with e-identification",
  responses: { 302: { description: "To the e-identification service." }, ...refusals },
});

const callback = createRoute({
  method: "get",
  path: "/api/mine/eid/callback",
  tags,
  summary: "Where the e-identification service sends the browser back",
  responses: { 302: { description: "To my pages, with what came of it after the hash sign." }, ...refusals },
});

const session = createRoute({
  method: "post",
  path: "/api/mine/eid/session",
  tags,
  summary: "Fetch the tokens of the login just made, once",
  responses: {
    200: json(
      z.object({
        applications: z.array(z.object({ app: z.uuid(), token: z.string(), expires: z.string() })),
      }),
      "One for each application that this e-identification is linked to.",
    ),
    ...refusals,
  },
});

export function mineEidRoutes(deps: Deps) {
  const gate = mine(deps);
  const link = createRoute({
    method: "post",
    path: "/api/mine/eid/link",
    tags,
    summary: "Link my e-identification to what my receipt reaches",
    ...mine(deps, { receipt: true }),
    responses: {
      200: json(
        z.object({ url: z.string() }),
        "Where the browser goes on to, at the e-identification service.",
      ),
      ...refusals,
    },
  });
  const linked = createRoute({
    method: "get",
    path: "/api/mine/eid/link",
    tags,
    summary: "Whether an e-identification is linked to my application",
    ...gate,
    responses: { 200: json(z.object({ linked: z.boolean() }), "The answer."), ...refusals },
  });
  const unlink = createRoute({
    method: "delete",
    path: "/api/mine/eid/link",
    tags,
    summary: "Take the link away",
    ...gate,
    responses: { 204: { description: "The receipt is the only way again." }, ...refusals },
  });
  const withdraw = createRoute({
    method: "post",
    path: "/api/mine/eid/withdrawals",
    tags,
    summary: "Withdraw an application by e-identification",
    ...gate,
    request: { body: jsonBody(z.strictObject({ application: recordId })) },
    responses: { 200: json(z.object({ status: z.literal("withdrawn") }), "Withdrawn."), ...refusals },
  });
  return router()
    .openapi(offer, (c) => c.json({ offered: deps.eid !== undefined }, 200))
    .openapi(login, async (c) => {
      const { url, pending } = await eidOf(deps).authenticator.begin();
      await rememberEid(c, deps.session, pending);
      return c.redirect(url, 302);
    })
    .openapi(callback, async (c) => {
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
    .openapi(session, async (c) => {
      eidOf(deps);
      // A page of ours must ask, not one that only brings the cookie along.
      if (!deps.origins.includes(c.req.header("origin") ?? "")) throw new Problem("NOT_LOGGED_IN");
      const pseudonyms = await recallPerson(c, deps.session);
      if (pseudonyms.length === 0) throw new Problem("NOT_LOGGED_IN");
      return c.json({ applications: await tokensByEid(deps, pseudonyms) }, 200);
    })
    .openapi(link, async (c) => {
      const { url, pending } = await eidOf(deps).authenticator.begin();
      await rememberEid(c, deps.session, { ...pending, link: c.get("applicant") });
      return c.json({ url }, 200);
    })
    .openapi(linked, async (c) => {
      eidOf(deps);
      return c.json({ linked: await isLinked(deps, c.get("applicant")) }, 200);
    })
    .openapi(unlink, async (c) => {
      eidOf(deps);
      await unlinkEid(deps, c.get("applicant"));
      return c.body(null, 204);
    })
    .openapi(withdraw, async (c) => {
      eidOf(deps);
      await withdrawByEid(deps, c.get("applicant"), c.req.valid("json").application);
      return c.json({ status: "withdrawn" as const }, 200);
    });
}
