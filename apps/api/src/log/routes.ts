import { createRoute, z } from "@hono/zod-openapi";
import type { Deps } from "../deps.ts";
import { exportLog, makeCheckpoint, proveConsistency, proveInclusion } from "./audit-log.ts";
import { accessesFrom } from "./accesses.ts";
import { desk } from "../http/guard.ts";
import { json, refusals } from "../openapi/answers.ts";
import { router } from "../openapi/router.ts";
import { sendLines } from "../http/send-lines.ts";

const tags = ["Log"];
const whole = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const hashes = z.array(z.string());

const access = z
  .object({
    seq: z.int(),
    record: z.string(),
    at: z.string(),
    by: z.string(),
    activity: z.string(),
    part: z.string(),
    purpose: z.string(),
    restricted: z
      .string()
      .optional()
      .describe("The purpose of GDPR art. 18(2) for which a restricted record was read."),
  })
  .openapi("Access");

export function deskAuditRoutes(deps: Deps) {
  const gate = desk(deps, "log:read", { whole: true });
  const log = createRoute({
    method: "get",
    path: "/api/desk/audit/log",
    tags,
    summary: "The whole log, to be checked offline with `tillit audit verify`",
    ...gate,
    responses: {
      200: {
        description: "One JSON value a line: header, entries, signed checkpoint.",
        content: { "application/octet-stream": { schema: z.string() } },
      },
      ...refusals,
    },
  });
  const checkpoint = createRoute({
    method: "get",
    path: "/api/desk/audit/checkpoint",
    tags,
    summary: "A signed statement of the log's size and root",
    ...gate,
    responses: {
      200: json(
        z.object({ size: z.int(), checkpoint: z.string(), key: z.string() }),
        "C2SP tlog-checkpoint.",
      ),
      ...refusals,
    },
  });
  const inclusion = createRoute({
    method: "get",
    path: "/api/desk/audit/inclusion",
    tags,
    summary: "Proof that an entry is in the log",
    ...gate,
    request: { query: z.object({ index: whole, size: whole }) },
    responses: {
      200: json(z.object({ index: z.int(), size: z.int(), proof: hashes }), "RFC 6962."),
      ...refusals,
    },
  });
  const consistency = createRoute({
    method: "get",
    path: "/api/desk/audit/consistency",
    tags,
    summary: "Proof that nothing was taken out between two sizes",
    ...gate,
    request: { query: z.object({ first: whole, second: whole }) },
    responses: {
      200: json(z.object({ first: z.int(), second: z.int(), proof: hashes }), "RFC 6962."),
      ...refusals,
    },
  });
  const accesses = createRoute({
    method: "get",
    path: "/api/desk/audit/accesses",
    tags,
    summary: "Who has fetched content, for the recurring review of the log",
    ...desk(deps, "log:read"),
    request: { query: z.object({ from: whole.default(0), limit: whole.max(10_000).default(1000) }) },
    responses: {
      200: json(z.object({ next: z.int(), accesses: z.array(access) }), "Ask again from `next`."),
      ...refusals,
    },
  });
  return router()
    .openapi(log, async (c) => {
      const { controller } = c.get("staff");
      // A refusal to sign is an answer, not a stream that breaks off.
      await makeCheckpoint(deps, controller);
      return sendLines(c, exportLog(deps, controller), "log.ndjson");
    })
    .openapi(checkpoint, async (c) => c.json(await makeCheckpoint(deps, c.get("staff").controller), 200))
    .openapi(inclusion, async (c) => {
      const { index, size } = c.req.valid("query");
      return c.json(await proveInclusion(deps, c.get("staff").controller, index, size), 200);
    })
    .openapi(consistency, async (c) => {
      const { first, second } = c.req.valid("query");
      return c.json(await proveConsistency(deps, c.get("staff").controller, first, second), 200);
    })
    .openapi(accesses, async (c) => {
      const { from, limit } = c.req.valid("query");
      return c.json(await accessesFrom(deps, c.get("staff"), from, limit), 200);
    });
}
