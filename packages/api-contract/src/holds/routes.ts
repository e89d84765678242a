import { createRoute, z } from "@hono/zod-openapi";
import { placeableHoldGrounds } from "@tillit/welfare-law";
import { desk } from "../ground/gates.ts";
import { json, jsonBody, refusals } from "../ground/answers.ts";
import { next, pageQuery } from "../ground/pages.ts";
import {
  assignmentKind,
  disposable,
  language,
  readingPurpose,
  sealedWords,
  unitName,
} from "../ground/shapes.ts";

const tags = ["Retention"];

export const id = z.object({ id: z.uuid() });

const scopeSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("record"), of: disposable }),
    z.strictObject({ kind: z.literal("assignment"), of: assignmentKind }),
    z.strictObject({ kind: z.literal("unit"), of: unitName }),
    z.strictObject({ kind: z.literal("controller") }),
  ])
  .openapi("HoldScope");

export const holdSchema = z
  .object({
    id: z.string(),
    ground: z.string(),
    text: z.string(),
    cite: z.object({ act: z.string(), at: z.string() }),
    scope: scopeSchema,
    unit: z.string().optional(),
    placed: z.string(),
    by: z.string(),
    released: z.string().optional(),
    stands: z.boolean(),
  })
  .openapi("Hold");

const placedSchema = z
  .object({
    dryRun: z.boolean(),
    id: z.string().optional(),
    due: z.array(z.string()),
    /** More is due than was looked through: others may be stopped too. */
    more: z.literal(true).optional(),
    lists: z.array(z.string()),
  })
  .openapi("PlacedHold");

export const list = createRoute({
  method: "get",
  path: "/api/desk/holds",
  tags,
  summary: "What must not be disposed of for now, and on what ground",
  ...desk("retention:plan"),
  request: { query: pageQuery.extend({ lang: language }) },
  responses: {
    200: json(
      z.object({ holds: z.array(holdSchema), next }),
      "Those that stand and then the others, each the newest first. With `next` there is more: ask again with it as `after`.",
    ),
    ...refusals,
  },
});

export const place = createRoute({
  method: "post",
  path: "/api/desk/holds",
  tags,
  summary: "Hold a record, a class of records, a unit's, or all of them",
  description:
    "The reason is sealed with the hold's id as application. A dry run says which due records and which lists it would stop. A hold moves no date: one that outlives the last day becomes a conflict for people.",
  ...desk("hold:place"),
  request: {
    body: jsonBody(
      z.strictObject({
        id: z.uuid(),
        ground: z.enum(placeableHoldGrounds),
        scope: scopeSchema,
        words: sealedWords.optional(),
        dryRun: z.boolean().default(false),
      }),
    ),
  },
  responses: { 201: json(placedSchema, "Placed, or what it would stop."), ...refusals },
});

export const release = createRoute({
  method: "post",
  path: "/api/desk/holds/{id}/release",
  tags,
  summary: "Release a hold; from the next day on what it held is planned as before",
  ...desk("hold:place"),
  request: { params: id, body: jsonBody(z.strictObject({ dryRun: z.boolean().default(false) })) },
  responses: {
    200: json(
      z.object({ dryRun: z.boolean(), id: z.string(), records: z.int() }),
      "Released, or how many records it would be.",
    ),
    ...refusals,
  },
});

export const words = createRoute({
  method: "get",
  path: "/api/desk/holds/{id}/words",
  tags,
  summary: "The sealed reason of a hold",
  ...desk("hold:place"),
  request: { params: id, query: readingPurpose },
  responses: { 200: json(sealedWords, "To be opened in the browser."), ...refusals },
});
