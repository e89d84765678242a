import { createRoute, z } from "@hono/zod-openapi";
import { mine } from "../ground/gates.ts";
import { json, jsonBody, refusals } from "../ground/answers.ts";
import { recordId } from "../ground/shapes.ts";

const tags = ["My pages"];

export const offer = createRoute({
  method: "get",
  path: "/api/mine/eid",
  tags,
  summary: "Whether e-identification is offered here",
  responses: { 200: json(z.object({ offered: z.boolean() }), "The answer."), ...refusals },
});

export const login = createRoute({
  method: "get",
  path: "/api/mine/eid/login",
  tags,
  summary: "Begin logging in with e-identification",
  responses: { 302: { description: "To the e-identification service." }, ...refusals },
});

export const callback = createRoute({
  method: "get",
  path: "/api/mine/eid/callback",
  tags,
  summary: "Where the e-identification service sends the browser back",
  responses: { 302: { description: "To my pages, with what came of it after the hash sign." }, ...refusals },
});

export const session = createRoute({
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

export const gate = mine();

export const link = createRoute({
  method: "post",
  path: "/api/mine/eid/link",
  tags,
  summary: "Link my e-identification to what my receipt reaches",
  ...mine({ receipt: true }),
  responses: {
    200: json(
      z.object({ url: z.string() }),
      "Where the browser goes on to, at the e-identification service.",
    ),
    ...refusals,
  },
});

export const linked = createRoute({
  method: "get",
  path: "/api/mine/eid/link",
  tags,
  summary: "Whether an e-identification is linked to my application",
  ...gate,
  responses: { 200: json(z.object({ linked: z.boolean() }), "The answer."), ...refusals },
});

export const unlink = createRoute({
  method: "delete",
  path: "/api/mine/eid/link",
  tags,
  summary: "Take the link away",
  ...gate,
  responses: { 204: { description: "The receipt is the only way again." }, ...refusals },
});

export const withdraw = createRoute({
  method: "post",
  path: "/api/mine/eid/withdrawals",
  tags,
  summary: "Withdraw an application by e-identification",
  ...gate,
  request: { body: jsonBody(z.strictObject({ application: recordId })) },
  responses: { 200: json(z.object({ status: z.literal("withdrawn") }), "Withdrawn."), ...refusals },
});
