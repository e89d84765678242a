import { createRoute, z } from "@hono/zod-openapi";
import { desk } from "../ground/gates.ts";
import { json, refusals } from "../ground/answers.ts";

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

export const gate = desk("log:read", { whole: true });

export const log = createRoute({
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

export const checkpoint = createRoute({
  method: "get",
  path: "/api/desk/audit/checkpoint",
  tags,
  summary: "A signed statement of the log's size and root",
  ...gate,
  responses: {
    200: json(z.object({ size: z.int(), checkpoint: z.string(), key: z.string() }), "C2SP tlog-checkpoint."),
    ...refusals,
  },
});

export const inclusion = createRoute({
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

export const consistency = createRoute({
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

export const accesses = createRoute({
  method: "get",
  path: "/api/desk/audit/accesses",
  tags,
  summary: "Who has fetched content, for the recurring review of the log",
  ...desk("log:read"),
  request: { query: z.object({ from: whole.default(0), limit: whole.max(10_000).default(1000) }) },
  responses: {
    200: json(z.object({ next: z.int(), accesses: z.array(access) }), "Ask again from `next`."),
    ...refusals,
  },
});
