import { createRoute, z } from "@hono/zod-openapi";
import { json, refusals } from "../ground/answers.ts";
import { controllerId, dsseSchema, language } from "../ground/shapes.ts";

const controllerSchema = z
  .object({
    id: controllerId,
    kind: z.enum(["public-authority", "private-provider"]),
    name: z.string(),
    place: z.string().optional(),
    contact: z.object({ phone: z.string() }),
    accepts: z.array(z.string()),
    healthy: z.boolean(),
  })
  .openapi("Controller");

const noticeSchema = z
  .object({
    controller: z.string(),
    lang: z.string(),
    version: z.string(),
    title: z.string(),
    blocks: z.array(
      z.object({
        kind: z.string(),
        ref: z.string(),
        text: z.string(),
        items: z.array(z.object({ term: z.string(), text: z.string() })).optional(),
        rows: z.array(z.array(z.string())).optional(),
      }),
    ),
  })
  .openapi("Notice");

export const list = createRoute({
  method: "get",
  path: "/api/controllers",
  tags: ["Public"],
  summary: "The controllers one can send an application to",
  responses: {
    200: json(z.object({ controllers: z.array(controllerSchema) }), "All controllers of this service."),
    ...refusals,
  },
});

export const keys = createRoute({
  method: "get",
  path: "/api/controllers/{id}/keys",
  tags: ["Public"],
  summary: "The controller's signed key document",
  request: { params: z.object({ id: controllerId }) },
  responses: {
    200: json(z.object({ document: dsseSchema }), "To be verified against pinned root keys before sealing."),
    ...refusals,
  },
});

export const notice = createRoute({
  method: "get",
  path: "/api/controllers/{id}/notice",
  tags: ["Public"],
  summary: "What the controller tells applicants about their data",
  description: "The version is noted before it is shown; an application must name one that has been shown.",
  request: {
    params: z.object({ id: controllerId }),
    query: z.object({ lang: language }),
  },
  responses: {
    200: json(noticeSchema, "The notice, block by block."),
    ...refusals,
  },
});

export const versions = createRoute({
  method: "get",
  path: "/api/controllers/{id}/notice/versions",
  tags: ["Public"],
  summary: "Which versions of the notice there have been, and since when",
  request: { params: z.object({ id: controllerId }) },
  responses: {
    200: json(
      z.object({
        current: z.string(),
        versions: z.array(z.object({ version: z.string(), since: z.string(), until: z.string().optional() })),
      }),
      "Oldest first, as noted in the log.",
    ),
    ...refusals,
  },
});
