import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { drawReview } from "./draw-review.ts";
import {
  flagAccess,
  judgeAccess,
  listReviews,
  readReview,
  readReviewWords,
  signReview,
} from "./judge-review.ts";
import { desk } from "../http/guard.ts";
import { json, jsonBody, refusals } from "../openapi/answers.ts";
import { router } from "../openapi/router.ts";
import { recordId, sealedWords } from "../openapi/shapes.ts";

const tags = ["Log"];
const id = z.object({ id: z.uuid() });
const verdict = z.enum(["in-order", "to-be-explained", "reported"]);
const verdicts = z.object({ "in-order": z.int(), "to-be-explained": z.int(), reported: z.int() });
const period = z.object({ from: z.string(), to: z.string() });

const summary = z
  .object({
    id: z.string(),
    unit: z.string().optional(),
    at: z.string(),
    by: z.string(),
    status: z.string(),
    period,
    population: z.int(),
    picked: z.int(),
    lines: z.int(),
    verdicts,
    signedBy: z.string().optional(),
  })
  .openapi("AccessReview");

const reviewSchema = summary
  .extend({
    rules: z.string(),
    seed: z.object({ size: z.int(), root: z.string() }),
    sample: z.string(),
    accesses: z.array(
      z.object({
        seq: z.int(),
        record: z.string(),
        at: z.string(),
        by: z.string(),
        part: z.string(),
        purpose: z.string(),
        why: z.array(z.string()),
        verdict: verdict.optional(),
        judgedBy: z.string().optional(),
        words: recordId.optional(),
      }),
    ),
  })
  .openapi("AccessReviewDetail");

const drawn = z
  .object({
    id: z.string().optional(),
    dryRun: z.boolean(),
    period,
    population: z.int(),
    picked: z.int(),
    lines: z.int(),
    rules: z.string(),
  })
  .openapi("DrawnReview");

const standing = z.object({ status: z.string(), verdicts });

export function deskReviewRoutes(deps: Deps) {
  const gate = desk(deps, "log:review");
  const list = createRoute({
    method: "get",
    path: "/api/desk/audit/reviews",
    tags,
    summary: "Reviews of who has fetched content, and where one is overdue",
    ...gate,
    responses: {
      200: json(
        z.object({
          reviews: z.array(summary),
          overdue: z.array(z.object({ unit: z.string().optional(), coveredTo: z.string(), days: z.int() })),
        }),
        "Newest first.",
      ),
      ...refusals,
    },
  });
  const draw = createRoute({
    method: "post",
    path: "/api/desk/audit/reviews",
    tags,
    summary: "Draw the accesses to be looked at since the last review",
    description:
      "What rules pick, and a share of the rest, drawn with the root of a signed checkpoint so that anyone can draw it again. A dry run gives the numbers only.",
    ...gate,
    request: {
      body: jsonBody(z.strictObject({ until: z.iso.date().optional(), dryRun: z.boolean().default(false) })),
    },
    responses: { 201: json(drawn, "Drawn, or what would be."), ...refusals },
  });
  const read = createRoute({
    method: "get",
    path: "/api/desk/audit/reviews/{id}",
    tags,
    summary: "One review with its accesses",
    ...gate,
    request: { params: id },
    responses: { 200: json(reviewSchema, "Each access, and why it is here."), ...refusals },
  });
  const judge = createRoute({
    method: "post",
    path: "/api/desk/audit/reviews/{id}/accesses/{seq}",
    tags,
    summary: "Say whether an access was in order; what was not takes sealed words",
    description:
      "Nobody judges an access of their own. Words are sealed with the review's id as application.",
    ...gate,
    request: {
      params: id.extend({ seq: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) }),
      body: jsonBody(z.strictObject({ verdict, words: sealedWords.optional() })),
    },
    responses: { 200: json(standing, "Where the review stands."), ...refusals },
  });
  const sign = createRoute({
    method: "post",
    path: "/api/desk/audit/reviews/{id}/signature",
    tags,
    summary: "Sign a review whose accesses have all been judged",
    ...gate,
    request: { params: id },
    responses: { 200: json(standing, "Signed, with sample and verdicts in the log."), ...refusals },
  });
  const words = createRoute({
    method: "get",
    path: "/api/desk/audit/reviews/{id}/words/{words}",
    tags,
    summary: "Sealed words about an access",
    ...gate,
    request: { params: id.extend({ words: recordId }) },
    responses: { 200: json(sealedWords, "To be opened in the browser."), ...refusals },
  });
  const flag = createRoute({
    method: "post",
    path: "/api/desk/applications/{id}/access-flags",
    tags,
    summary: "The desk saw a likeness between the reader and what was opened: the next review picks it",
    ...desk(deps, "content:read"),
    request: {
      params: z.object({ id: recordId }),
      body: jsonBody(z.strictObject({ flag: z.enum(["own-name-like", "same-address-like"]) })),
    },
    responses: { 204: { description: "In the log, as a code." }, ...refusals },
  });
  return router()
    .openapi(list, async (c) => c.json(await listReviews(deps, c.get("staff")), 200))
    .openapi(draw, async (c) => c.json(await drawReview(deps, c.get("staff"), c.req.valid("json")), 201))
    .openapi(read, async (c) => c.json(await readReview(deps, c.get("staff"), c.req.valid("param").id), 200))
    .openapi(judge, async (c) => {
      const { id: review, seq } = c.req.valid("param");
      return c.json(await judgeAccess(deps, c.get("staff"), review, seq, c.req.valid("json")), 200);
    })
    .openapi(sign, async (c) => c.json(await signReview(deps, c.get("staff"), c.req.valid("param").id), 200))
    .openapi(words, async (c) => {
      const { id: review, words: one } = c.req.valid("param");
      const kept = await readReviewWords(deps, c.get("staff"), review, one);
      return c.json(kept as z.infer<typeof sealedWords>, 200);
    })
    .openapi(flag, async (c) => {
      await flagAccess(deps, c.get("staff"), c.req.valid("param").id, c.req.valid("json").flag);
      return c.body(null, 204);
    });
}
