import { reviewStatuses, verdicts as verdictIds, whys } from "@tillit/access-review";
import { createRoute, z } from "@hono/zod-openapi";
import { desk } from "../ground/gates.ts";
import { json, jsonBody, refusals } from "../ground/answers.ts";
import { recordId, sealedWords } from "../ground/shapes.ts";

const tags = ["Log"];

export const id = z.object({ id: z.uuid() });

const verdict = z.enum(verdictIds);

const status = z.enum(reviewStatuses);

const verdicts = z.object({ "in-order": z.int(), "to-be-explained": z.int(), reported: z.int() });

const period = z.object({ from: z.string(), to: z.string() });

const summary = z
  .object({
    id: z.string(),
    unit: z.string().optional(),
    at: z.string(),
    by: z.string(),
    status,
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
        why: z.array(z.enum(whys)),
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

const standing = z.object({ status, verdicts });

export const gate = desk("log:review");

export const list = createRoute({
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

export const draw = createRoute({
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

export const read = createRoute({
  method: "get",
  path: "/api/desk/audit/reviews/{id}",
  tags,
  summary: "One review with its accesses",
  ...gate,
  request: { params: id },
  responses: { 200: json(reviewSchema, "Each access, and why it is here."), ...refusals },
});

export const judge = createRoute({
  method: "post",
  path: "/api/desk/audit/reviews/{id}/accesses/{seq}",
  tags,
  summary: "Say whether an access was in order; what was not takes sealed words",
  description: "Nobody judges an access of their own. Words are sealed with the review's id as application.",
  ...gate,
  request: {
    params: id.extend({ seq: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) }),
    body: jsonBody(z.strictObject({ verdict, words: sealedWords.optional() })),
  },
  responses: { 200: json(standing, "Where the review stands."), ...refusals },
});

export const sign = createRoute({
  method: "post",
  path: "/api/desk/audit/reviews/{id}/signature",
  tags,
  summary: "Sign a review whose accesses have all been judged",
  ...gate,
  request: { params: id },
  responses: { 200: json(standing, "Signed, with sample and verdicts in the log."), ...refusals },
});

export const words = createRoute({
  method: "get",
  path: "/api/desk/audit/reviews/{id}/words/{words}",
  tags,
  summary: "Sealed words about an access",
  ...gate,
  request: { params: id.extend({ words: recordId }) },
  responses: { 200: json(sealedWords, "To be opened in the browser."), ...refusals },
});

export const flag = createRoute({
  method: "post",
  path: "/api/desk/applications/{id}/access-flags",
  tags,
  summary: "The desk saw a likeness between the reader and what was opened: the next review picks it",
  ...desk("content:read"),
  request: {
    params: z.object({ id: recordId }),
    body: jsonBody(z.strictObject({ flag: z.enum(["own-name-like", "same-address-like"]) })),
  },
  responses: { 204: { description: "In the log, as a code." }, ...refusals },
});
