import { createRoute, z } from "@hono/zod-openapi";
import { desk } from "../ground/gates.ts";
import { json, jsonBody, refusals } from "../ground/answers.ts";
import { recordId } from "../ground/shapes.ts";

export const recipientKinds = [
  "authority",
  "municipality",
  "provider",
  "court",
  "supervisor",
  "care",
  "processor",
] as const;

const tags = ["Disposal"];

const record = z.object({ id: recordId });

export const list = z.object({ id: z.string().regex(/^d-[0-9a-f]{20}$/) });

const disclosure = z
  .strictObject({
    recipient: z.string().regex(/^[a-z0-9][a-z0-9-]{1,63}$/),
    kind: z.enum(recipientKinds),
    on: z.iso.date(),
  })
  .openapi("Disclosure");

export const notice = z
  .object({
    id: z.string(),
    notice: z.object({
      format: z.literal("tillit-disposal-notice/1"),
      controller: z.string(),
      record: z.string(),
      recipient: z.string(),
      kind: z.string(),
      result: z.string(),
      rule: z.string(),
      on: z.string(),
    }),
    settled: z.object({ at: z.string(), how: z.string() }).optional(),
  })
  .openapi("DisposalNotice");

export const note = createRoute({
  method: "post",
  path: "/api/desk/applications/{id}/recipients",
  tags,
  summary: "Note who has been given data of a record: they are told when it is disposed of",
  description: "A code of the controller's own register of recipients, no person.",
  ...desk("facts:state"),
  request: { params: record, body: jsonBody(disclosure) },
  responses: { 204: { description: "Noted in the log." }, ...refusals },
});

export const given = createRoute({
  method: "get",
  path: "/api/desk/applications/{id}/recipients",
  tags,
  summary: "Who has been given data of a record",
  ...desk("case:list"),
  request: { params: record },
  responses: { 200: json(z.object({ recipients: z.array(disclosure) }), "Oldest first."), ...refusals },
});

export const notices = createRoute({
  method: "get",
  path: "/api/desk/disposals/{id}/notices",
  tags,
  summary: "Notices to recipients that a carried-out list has given rise to",
  ...desk("retention:plan"),
  request: { params: list },
  responses: {
    200: json(z.object({ notices: z.array(notice) }), "Each as a machine may send it, and whether it was."),
    ...refusals,
  },
});

export const settle = createRoute({
  method: "post",
  path: "/api/desk/disposals/{id}/notices/{notice}/settlement",
  tags,
  summary: "Say that a recipient has been told, or cannot be",
  ...desk("disposal:propose"),
  request: {
    params: list.extend({ notice: z.string().regex(/^[0-9a-f]{32}$/) }),
    body: jsonBody(z.strictObject({ how: z.enum(["sent", "impossible", "disproportionate"]) })),
  },
  responses: { 204: { description: "In the log." }, ...refusals },
});
