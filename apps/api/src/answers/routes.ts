import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { executeRequestErasure } from "../erasure/execute-request-erasure.ts";
import { beginExport, receiveExportBlob } from "./keep-export.ts";
import { processingInformation } from "../controllers/processing-information.ts";
import { desk } from "../http/guard.ts";
import { json, jsonBody, refusals } from "../openapi/answers.ts";
import { router } from "../openapi/router.ts";
import {
  dsseSchema,
  keyringSchema,
  recordId,
  requestId,
  requestSummary,
  sectionId,
} from "../openapi/shapes.ts";
import { Problem } from "../problem.ts";

const tags = ["Requests"];
const id = z.object({ id: requestId });

const localized = z.object({ sv: z.string(), en: z.string() });
const informationSchema = z
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

export function deskExportRoutes(deps: Deps) {
  const begin = createRoute({
    method: "post",
    path: "/api/desk/requests/{id}/export",
    tags,
    summary: "Hand in the answer to a request, sealed to the subject's own key, still without its parts",
    description: "Kept when every part has come; destroyed when fetched, or when its time is over.",
    ...desk(deps, "request:handle"),
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
  const put = createRoute({
    method: "put",
    path: "/api/desk/requests/{id}/export/{record}/blobs/{section}",
    tags,
    summary: "Send one sealed part of an answer",
    ...desk(deps, "request:handle"),
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
  const information = createRoute({
    method: "get",
    path: "/api/desk/requests/{id}/information",
    tags,
    summary: "What an answer to access tells beside the data (GDPR art. 15(1) and (2))",
    ...desk(deps, "request:read"),
    request: { params: id },
    responses: {
      200: json(informationSchema, "From the registered activity, in both languages."),
      ...refusals,
    },
  });
  const erase = createRoute({
    method: "post",
    path: "/api/desk/requests/{id}/erasure",
    tags,
    summary: "Carry out a signed decision on erasure; not by the one who signed",
    description: "What the law keeps stays, and is named with its ground; what goes is certified in the log.",
    ...desk(deps, "request:handle"),
    request: { params: id },
    responses: { 200: json(requestSummary, "Where it stands now."), ...refusals },
  });
  return router()
    .openapi(information, async (c) => {
      const told = await processingInformation(deps, c.get("staff"), c.req.valid("param").id);
      return c.json(told as z.infer<typeof informationSchema>, 200);
    })
    .openapi(erase, async (c) => {
      return c.json(await executeRequestErasure(deps, c.get("staff"), c.req.valid("param").id), 200);
    })
    .openapi(begin, async (c) => {
      const { id: request } = c.req.valid("param");
      return c.json(await beginExport(deps, c.get("staff"), request, c.req.valid("json")), 201);
    })
    .openapi(put, async (c) => {
      const { id: request, record, section } = c.req.valid("param");
      const open = () => {
        const length = c.req.header("content-length");
        const { body } = c.req.raw;
        if (length === undefined || body === null) throw new Problem("LENGTH_REQUIRED");
        if (c.req.header("content-type") !== "application/octet-stream") throw new Problem("MEDIA_TYPE");
        return { length: Number(length), body };
      };
      const upload = { request, record, section, open };
      return c.json({ status: await receiveExportBlob(deps, c.get("staff"), upload) }, 200);
    });
}
