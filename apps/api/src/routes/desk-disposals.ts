import { createRoute, z } from "@hono/zod-openapi";
import type { DisposalList } from "@tillit/retention-policy";
import type { Deps } from "../deps.ts";
import { disposalCertificate, executeDisposal } from "../flows/execute-disposal.ts";
import { proposeDisposal } from "../flows/propose-disposal.ts";
import { listDisposals, readDisposal, reviewDisposal } from "../flows/review-disposal.ts";
import { desk } from "../identity/guard.ts";
import { json, jsonBody, refusals } from "../openapi/answers.ts";
import { router } from "../openapi/router.ts";
import { recordId } from "../openapi/shapes.ts";

const tags = ["Disposal"];
const id = z.object({ id: z.string().regex(/^d-[0-9a-f]{20}$/) });
/** Words are sealed elsewhere; here stands their digest. */
const digest = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const day = z.iso.date();

const listSchema = z
  .object({
    id: z.string(),
    status: z.string(),
    asOf: z.string(),
    required: z.int(),
    approvals: z.int(),
    coolUntil: z.string().optional(),
    items: z.array(
      z.object({
        record: z.string(),
        rule: z.string(),
        earliest: z.string(),
        latest: z.string().optional(),
        result: z.string().optional(),
      }),
    ),
    dropped: z.array(z.object({ record: z.string(), reason: z.string() })),
  })
  .openapi("DisposalList");

const review = z
  .discriminatedUnion("type", [
    z.strictObject({ type: z.literal("Approve") }),
    z.strictObject({
      type: z.literal("Answer"),
      record: recordId,
      answer: z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("dispose") }),
        z.strictObject({ kind: z.literal("keep"), until: day, reason: digest }),
        z.strictObject({ kind: z.literal("reclassify"), reason: digest }),
      ]),
    }),
    z.strictObject({ type: z.literal("RequestChanges"), comment: digest }),
    z.strictObject({ type: z.literal("Abort"), reason: digest }),
  ])
  .openapi("DisposalReview");

const certificateSchema = z
  .object({
    certificate: z.object({ proof: z.looseObject({}), leaves: z.array(z.looseObject({})) }),
    protocol: z.string(),
    log: z.object({
      index: z.int(),
      size: z.int(),
      checkpoint: z.string(),
      key: z.string(),
      inclusion: z.array(z.string()),
    }),
  })
  .openapi("DisposalCertificate");

function shown({ id: list, status, asOf, required, approvals, coolUntil, items, dropped }: DisposalList) {
  return {
    id: list,
    status,
    asOf,
    required,
    approvals: approvals.length,
    ...(coolUntil === undefined ? {} : { coolUntil }),
    items: items.map(({ record, rule, earliest, latest, result }) => ({
      record,
      rule,
      earliest,
      ...(latest === undefined ? {} : { latest }),
      ...(result === undefined ? {} : { result }),
    })),
    dropped: dropped.map(({ record, reason }) => ({ record, reason })),
  };
}

export function deskDisposalRoutes(deps: Deps) {
  const propose = createRoute({
    method: "post",
    path: "/api/desk/disposals",
    tags,
    summary: "Put everything that is due on a list for a second person",
    ...desk(deps, "disposal:propose"),
    responses: { 201: json(listSchema, "Waits for review."), ...refusals },
  });
  const list = createRoute({
    method: "get",
    path: "/api/desk/disposals",
    tags,
    summary: "All disposal lists",
    ...desk(deps, "retention:plan"),
    responses: { 200: json(z.object({ disposals: z.array(listSchema) }), "Every list."), ...refusals },
  });
  const read = createRoute({
    method: "get",
    path: "/api/desk/disposals/{id}",
    tags,
    summary: "One disposal list",
    ...desk(deps, "retention:plan"),
    request: { params: id },
    responses: { 200: json(listSchema, "The list."), ...refusals },
  });
  const look = createRoute({
    method: "post",
    path: "/api/desk/disposals/{id}/review",
    tags,
    summary: "The second person answers, approves or stops",
    ...desk(deps, "disposal:approve"),
    request: { params: id, body: jsonBody(review) },
    responses: { 200: json(listSchema, "Where it stands now."), ...refusals },
  });
  const execute = createRoute({
    method: "post",
    path: "/api/desk/disposals/{id}/execution",
    tags,
    summary: "Carry out an approved list: keys, bytes and rows are destroyed",
    description: "Every record is decided again first; what is held or has changed stays.",
    ...desk(deps, "disposal:approve"),
    request: { params: id },
    responses: { 200: json(listSchema, "Done."), ...refusals },
  });
  const certificate = createRoute({
    method: "get",
    path: "/api/desk/disposals/{id}/certificate",
    tags,
    summary: "Proof of what was destroyed, by which rule, decided by whom",
    ...desk(deps, "retention:plan"),
    request: { params: id },
    responses: {
      200: json(certificateSchema, "Names no record in the clear."),
      ...refusals,
    },
  });
  return router()
    .openapi(propose, async (c) => c.json(shown(await proposeDisposal(deps, c.get("staff"))), 201))
    .openapi(list, async (c) =>
      c.json({ disposals: (await listDisposals(deps, c.get("staff"))).map(shown) }, 200),
    )
    .openapi(read, async (c) =>
      c.json(shown(await readDisposal(deps, c.get("staff"), c.req.valid("param").id)), 200),
    )
    .openapi(look, async (c) => {
      const done = await reviewDisposal(deps, c.get("staff"), c.req.valid("param").id, c.req.valid("json"));
      return c.json(shown(done), 200);
    })
    .openapi(execute, async (c) =>
      c.json(shown(await executeDisposal(deps, c.get("staff"), c.req.valid("param").id)), 200),
    )
    .openapi(certificate, async (c) => {
      const made = await disposalCertificate(deps, c.get("staff"), c.req.valid("param").id);
      return c.json(made as unknown as z.infer<typeof certificateSchema>, 200);
    });
}
