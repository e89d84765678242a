import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { actOnConsent, consentsAbout, consentsOf, myConsents } from "./consents.ts";
import { caseOf } from "../records/load-application.ts";
import { desk, mine } from "../http/guard.ts";
import { json, jsonBody, refusals } from "../openapi/answers.ts";
import { router } from "../openapi/router.ts";
import { controllerId, language, recordId } from "../openapi/shapes.ts";

const lang = z.object({ lang: language });

const consent = z
  .object({
    purpose: z.string(),
    title: z.string(),
    text: z.string(),
    data: z.array(z.string()),
    retention: z.string(),
    notice: z.object({ version: z.string(), title: z.string() }),
    withdrawal: z.string().optional(),
  })
  .openapi("Consent");

const standing = {
  state: z.string(),
  usable: z.boolean(),
  since: z.string().optional(),
  history: z.array(z.object({ type: z.string(), at: z.string() })),
};

const ownConsent = consent
  .extend({ application: recordId, controller: z.string(), ...standing })
  .openapi("OwnConsent");
const effect = z.object({ title: z.string(), reason: z.string() });

export function consentRoutes(deps: Deps) {
  const gate = mine(deps);
  const list = createRoute({
    method: "get",
    path: "/api/controllers/{id}/consents",
    tags: ["Public"],
    summary: "The consents a controller asks for: only where consent is the ground",
    request: { params: z.object({ id: controllerId }), query: lang },
    responses: {
      200: json(z.object({ consents: z.array(consent) }), "None, where everything rests on another ground."),
      ...refusals,
    },
  });
  const own = createRoute({
    method: "get",
    path: "/api/mine/consents",
    tags: ["My pages"],
    summary: "Where my consents stand",
    ...gate,
    request: { query: lang },
    responses: {
      200: json(z.object({ consents: z.array(ownConsent) }), "For each application."),
      ...refusals,
    },
  });
  const act = createRoute({
    method: "post",
    path: "/api/mine/consents",
    tags: ["My pages"],
    summary: "Give, refuse or withdraw a consent",
    description: "A withdrawal answers with what stops at once and what goes on, and why.",
    ...gate,
    request: {
      query: lang,
      body: jsonBody(
        z.strictObject({
          application: recordId,
          purpose: z.string().regex(/^[a-z0-9-]{1,64}\/[a-z0-9-]{1,64}$/),
          act: z.enum(["give", "refuse", "withdraw"]),
          notice: z.string().regex(/^[0-9a-f]{64}$/),
        }),
      ),
    },
    responses: {
      201: json(
        z.object({ purpose: z.string(), ...standing, stops: z.array(effect), goesOn: z.array(effect) }),
        "Where it stands now.",
      ),
      ...refusals,
    },
  });
  const about = createRoute({
    method: "get",
    path: "/api/desk/applications/{id}/consents",
    tags: ["Desk"],
    summary: "Where the applicant's consents stand",
    ...desk(deps, "case:list"),
    request: { params: z.object({ id: recordId }), query: lang },
    responses: {
      200: json(z.object({ consents: z.array(ownConsent) }), "What may rest on consent."),
      ...refusals,
    },
  });
  return router()
    .openapi(list, async (c) => {
      const { id } = c.req.valid("param");
      return c.json({ consents: await consentsOf(deps, id, c.req.valid("query").lang) }, 200);
    })
    .openapi(own, async (c) => {
      const consents = await myConsents(deps, c.get("applicant"), c.req.valid("query").lang);
      return c.json({ consents }, 200);
    })
    .openapi(act, async (c) => {
      const { lang: asked } = c.req.valid("query");
      return c.json(await actOnConsent(deps, c.get("applicant"), c.req.valid("json"), asked), 201);
    })
    .openapi(about, async (c) => {
      const { id } = c.req.valid("param");
      const { controller } = c.get("staff");
      await deps.store.read(controller, (unit) => caseOf(unit, c.get("staff"), id, "see"));
      const consents = await consentsAbout(deps, controller, id, c.req.valid("query").lang);
      return c.json({ consents }, 200);
    });
}
