import { createRoute, z } from "@hono/zod-openapi";
import { json, jsonBody, refusals } from "../ground/answers.ts";
import { fewIn } from "../ground/few-in.ts";
import {
  assignmentKind,
  base64urlText,
  dsseSchema,
  keyringSchema,
  mostSections,
  recordId,
  sectionId,
} from "../ground/shapes.ts";

/** Bytes of all inline parts together; larger ones are sent one by one, and can be resumed. */
export const mostInline = 256 * 1024;

const receivedSchema = z
  .object({
    id: recordId,
    status: z.enum(["receiving", "submitted"]),
    blobs: z
      .array(z.object({ id: sectionId, size: z.int(), state: z.enum(["missing", "stored", "destroyed"]) }))
      .openapi({ description: "`destroyed`: erased since it was handed in; it is not kept again." }),
  })
  .openapi("Received");

const submissionSchema = z
  .strictObject({
    manifest: dsseSchema,
    keyring: keyringSchema,
    facts: z.strictObject({
      assignments: z.array(assignmentKind).min(1).max(4),
      noticeVersion: z.string().regex(/^[A-Za-z0-9._:/-]{1,128}$/),
      lang: z.enum(["sv", "en"]),
    }),
    blobs: fewIn(mostSections, z.record(sectionId, base64urlText.max(2 * mostInline)))
      .optional()
      .openapi({ description: "Sealed parts by section, in base64url; together at most 256 KiB." }),
  })
  .openapi("Submission");

/** The largest manifest and inline parts, in base64, leave room for some two hundred wrapped keys of the larger sort. */
const mostSubmitted = 1024 * 1024;

export const submit = createRoute({
  method: "post",
  path: "/api/applications",
  tags: ["Applicant"],
  summary: "Hand in a sealed application, with small sealed parts or still without",
  description:
    "With every part in `blobs` the application is submitted by this one request. Larger parts are sent one by one. The same manifest again gives the same answer. The controller sees nothing until every part is in.",
  "x-most-bytes": mostSubmitted,
  request: {
    body: jsonBody(submissionSchema),
  },
  responses: {
    200: json(receivedSchema, "Known already."),
    201: json(receivedSchema, "Kept; now send the parts that are missing, if any."),
    ...refusals,
  },
});

export const put = createRoute({
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

const offsetHeaders = z.object({
  "upload-offset": z.int().openapi({ description: "Bytes of the part that are kept; it goes on from here." }),
  "upload-complete": z.enum(["?0", "?1"]),
});

export const progress = createRoute({
  method: "get",
  path: "/api/applications/{record}/blobs/{section}",
  tags: ["Applicant"],
  summary: "How much of one sealed part is here",
  description:
    "For a part whose upload broke off. HEAD gives the same in its headers, which are those of the IETF draft on resumable uploads.",
  request: { params: z.object({ record: recordId, section: sectionId }) },
  responses: {
    200: {
      ...json(z.object({ offset: z.int(), size: z.int(), complete: z.boolean() }), "Where it goes on."),
      headers: offsetHeaders,
    },
    ...refusals,
  },
});

export const resume = createRoute({
  method: "patch",
  path: "/api/applications/{record}/blobs/{section}",
  tags: ["Applicant"],
  summary: "Go on with one sealed part where it broke off",
  description:
    "The body is the part from `Upload-Offset` on, to its end or less far. Another offset than the kept one is refused with 409 and the right one. Size and hash are checked over the whole when the last byte is in.",
  request: {
    params: z.object({ record: recordId, section: sectionId }),
    headers: z.object({ "upload-offset": z.string().regex(/^(?:0|[1-9]\d{0,14})$/) }),
    body: {
      required: true,
      content: { "application/partial-upload": { schema: z.string().openapi({ format: "binary" }) } },
    },
  },
  responses: {
    200: json(
      z.object({ status: z.literal("submitted") }),
      "That was the last part: the application is submitted.",
    ),
    204: { description: "Kept.", headers: offsetHeaders },
    ...refusals,
  },
});
