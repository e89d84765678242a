import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { listHolds, placeHold, readHoldWords, releaseHold } from "./place-hold.ts";
import { placeableHoldGrounds } from "@tillit/welfare-law";
import { desk } from "../http/guard.ts";
import { json, jsonBody, refusals } from "../openapi/answers.ts";
import { next, pageQuery } from "../openapi/pages.ts";
import { router } from "../openapi/router.ts";
import {
  assignmentKind,
  disposable,
  language,
  readingPurpose,
  sealedWords,
  unitName,
} from "../openapi/shapes.ts";

const tags = ["Retention"];
const id = z.object({ id: z.uuid() });

const scopeSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("record"), of: disposable }),
    z.strictObject({ kind: z.literal("assignment"), of: assignmentKind }),
    z.strictObject({ kind: z.literal("unit"), of: unitName }),
    z.strictObject({ kind: z.literal("controller") }),
  ])
  .openapi("HoldScope");

const holdSchema = z
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

export function deskHoldRoutes(deps: Deps) {
  const list = createRoute({
    method: "get",
    path: "/api/desk/holds",
    tags,
    summary: "What must not be disposed of for now, and on what ground",
    ...desk(deps, "retention:plan"),
    request: { query: pageQuery.extend({ lang: language }) },
    responses: {
      200: json(
        z.object({ holds: z.array(holdSchema), next }),
        "Those that stand and then the others, each the newest first. With `next` there is more: ask again with it as `after`.",
      ),
      ...refusals,
    },
  });
  const place = createRoute({
    method: "post",
    path: "/api/desk/holds",
    tags,
    summary: "Hold a record, a class of records, a unit's, or all of them",
    description:
      "The reason is sealed with the hold's id as application. A dry run says which due records and which lists it would stop. A hold moves no date: one that outlives the last day becomes a conflict for people.",
    ...desk(deps, "hold:place"),
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
  const release = createRoute({
    method: "post",
    path: "/api/desk/holds/{id}/release",
    tags,
    summary: "Release a hold; from the next day on what it held is planned as before",
    ...desk(deps, "hold:place"),
    request: { params: id, body: jsonBody(z.strictObject({ dryRun: z.boolean().default(false) })) },
    responses: {
      200: json(
        z.object({ dryRun: z.boolean(), id: z.string(), records: z.int() }),
        "Released, or how many records it would be.",
      ),
      ...refusals,
    },
  });
  const words = createRoute({
    method: "get",
    path: "/api/desk/holds/{id}/words",
    tags,
    summary: "The sealed reason of a hold",
    ...desk(deps, "hold:place"),
    request: { params: id, query: readingPurpose },
    responses: { 200: json(sealedWords, "To be opened in the browser."), ...refusals },
  });
  return router()
    .openapi(list, async (c) => {
      const { lang, ...page } = c.req.valid("query");
      const { holds, next: more } = await listHolds(deps, c.get("staff"), lang, page);
      const shown = holds as z.infer<typeof holdSchema>[];
      return c.json({ holds: shown, ...(more === undefined ? {} : { next: more }) }, 200);
    })
    .openapi(place, async (c) => c.json(await placeHold(deps, c.get("staff"), c.req.valid("json")), 201))
    .openapi(release, async (c) => {
      const { id: hold } = c.req.valid("param");
      return c.json(await releaseHold(deps, c.get("staff"), hold, c.req.valid("json").dryRun), 200);
    })
    .openapi(words, async (c) => {
      const { purpose } = c.req.valid("query");
      const kept = await readHoldWords(deps, c.get("staff"), c.req.valid("param").id, purpose);
      return c.json(kept as z.infer<typeof sealedWords>, 200);
    });
}
