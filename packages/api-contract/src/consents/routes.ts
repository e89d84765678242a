import { createRoute, z } from "@hono/zod-openapi";
import { desk, mine } from "../ground/gates.ts";
import { json, jsonBody, refusals } from "../ground/answers.ts";
import { controllerId, language, recordId } from "../ground/shapes.ts";

export const lang = z.object({ lang: language });

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

export const gate = mine();

export const list = createRoute({
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

export const own = createRoute({
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

export const act = createRoute({
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

export const about = createRoute({
  method: "get",
  path: "/api/desk/applications/{id}/consents",
  tags: ["Desk"],
  summary: "Where the applicant's consents stand",
  ...desk("case:list"),
  request: { params: z.object({ id: recordId }), query: lang },
  responses: {
    200: json(z.object({ consents: z.array(ownConsent) }), "What may rest on consent."),
    ...refusals,
  },
});
