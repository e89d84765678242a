import { createRoute, z } from "@hono/zod-openapi";
import { desk } from "../ground/gates.ts";
import { json, jsonBody, refusals } from "../ground/answers.ts";
import {
  dsseSchema,
  keyringSchema,
  recordId,
  requestId,
  requestSummary,
  sectionId,
} from "../ground/shapes.ts";

const tags = ["Requests"];

export const id = z.object({ id: requestId });

const localized = z.object({ sv: z.string(), en: z.string() });

export const informationSchema = z
  .object({
    purposes: z.array(z.object({ purpose: localized, basis: z.array(localized) })),
    categories: z.array(localized),
    recipients: z.array(localized),
    retention: z.array(localized),
    rights: z.array(localized),
    complaint: localized,
    sources: z.array(localized),
    automatedDecisions: localized,
    transfers: z.array(localized),
  })
  .openapi("ProcessingInformation");

export const begin = createRoute({
  method: "post",
  path: "/api/desk/requests/{id}/export",
  tags,
  summary: "Hand in the answer to a request, sealed to the subject's own key, still without its parts",
  description: "Kept when every part has come; destroyed when fetched, or when its time is over.",
  ...desk("request:handle"),
  request: {
    params: id,
    body: jsonBody(
      z.strictObject({
        manifest: dsseSchema,
        keyring: keyringSchema,
        package: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    ),
  },
  responses: {
    201: json(
      z.object({
        id: recordId,
        blobs: z.array(z.object({ id: sectionId, size: z.int(), state: z.enum(["missing", "stored"]) })),
      }),
      "Now send the parts.",
    ),
    ...refusals,
  },
});

export const put = createRoute({
  method: "put",
  path: "/api/desk/requests/{id}/export/{record}/blobs/{section}",
  tags,
  summary: "Send one sealed part of an answer",
  ...desk("request:handle"),
  request: {
    params: id.extend({ record: recordId, section: sectionId }),
    body: {
      required: true,
      content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
    },
  },
  responses: {
    200: json(z.object({ status: z.enum(["stored", "kept"]) }), "`kept`: that was the last part."),
    ...refusals,
  },
});

export const information = createRoute({
  method: "get",
  path: "/api/desk/requests/{id}/information",
  tags,
  summary: "What an answer to access tells beside the data (GDPR art. 15(1) and (2))",
  ...desk("request:read"),
  request: { params: id },
  responses: {
    200: json(informationSchema, "From the registered activity, in both languages."),
    ...refusals,
  },
});

export const erase = createRoute({
  method: "post",
  path: "/api/desk/requests/{id}/erasure",
  tags,
  summary: "Carry out a signed decision on erasure; not by the one who signed",
  description: "What the law keeps stays, and is named with its ground; what goes is certified in the log.",
  ...desk("request:handle"),
  request: { params: id },
  responses: { 200: json(requestSummary, "Where it stands now."), ...refusals },
});
