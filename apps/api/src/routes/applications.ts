import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { receiveBlob } from "../flows/receive-blob.ts";
import { submitApplication } from "../flows/submit-application.ts";
import { json, jsonBody, refusals } from "../openapi/answers.ts";
import { router } from "../openapi/router.ts";
import { assignmentKind, dsseSchema, keyringSchema, recordId, sectionId } from "../openapi/shapes.ts";
import { Problem } from "../problem.ts";

const receivedSchema = z
  .object({
    id: recordId,
    blobs: z.array(z.object({ id: sectionId, size: z.int(), state: z.enum(["missing", "stored"]) })),
  })
  .openapi("Received");

const submit = createRoute({
  method: "post",
  path: "/api/applications",
  tags: ["Applicant"],
  summary: "Hand in a sealed application, still without its sealed parts",
  description:
    "The same manifest again gives the same answer. The controller sees nothing until every part is in.",
  request: {
    body: jsonBody(
      z.strictObject({
        manifest: dsseSchema,
        keyring: keyringSchema,
        facts: z.strictObject({
          assignments: z.array(assignmentKind).min(1).max(4),
          noticeVersion: z.string().regex(/^[A-Za-z0-9._:/-]{1,128}$/),
          lang: z.enum(["sv", "en"]),
        }),
      }),
    ),
  },
  responses: {
    200: json(receivedSchema, "Known already."),
    201: json(receivedSchema, "Kept; now send the parts."),
    ...refusals,
  },
});

const put = createRoute({
  method: "put",
  path: "/api/applications/{record}/blobs/{section}",
  tags: ["Applicant"],
  summary: "Send one sealed part",
  description: "The bytes must have the size and the hash that the manifest says.",
  request: {
    params: z.object({ record: recordId, section: sectionId }),
    body: {
      required: true,
      content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
    },
  },
  responses: {
    200: json(
      z.object({ status: z.literal("submitted") }),
      "That was the last part: the application is submitted.",
    ),
    204: { description: "Kept." },
    ...refusals,
  },
});

export function applicationRoutes(deps: Deps) {
  return router()
    .openapi(submit, async (c) => {
      const { created, id, blobs } = await submitApplication(deps, c.req.valid("json"));
      return c.json({ id, blobs: [...blobs] }, created ? 201 : 200);
    })
    .openapi(put, async (c) => {
      const { record, section } = c.req.valid("param");
      const length = c.req.header("content-length");
      const { body } = c.req.raw;
      if (length === undefined || body === null) throw new Problem("LENGTH_REQUIRED");
      if (c.req.header("content-type") !== "application/octet-stream") throw new Problem("MEDIA_TYPE");
      const status = await receiveBlob(deps, { record, section, length: Number(length), body });
      return status === "submitted" ? c.json({ status }, 200) : c.body(null, 204);
    });
}
