import { createRoute, z } from "@hono/zod-openapi";
import { json, refusals } from "../ground/answers.ts";
import { controllerId, handoverLinks } from "../ground/shapes.ts";

const tags = ["Public"];

const whole = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

const hashes = z.array(z.string());

export const log = createRoute({
  method: "get",
  path: "/api/keys/log",
  tags,
  summary: "Every key document there has been, to be checked offline with `tillit keys verify`",
  responses: {
    200: {
      description: "One JSON value a line: header, entries, signed checkpoints.",
      content: { "application/octet-stream": { schema: z.string() } },
    },
    ...refusals,
  },
});

export const entries = createRoute({
  method: "get",
  path: "/api/keys/entries",
  tags,
  summary: "Entries of the log of key documents, for monitors",
  request: { query: z.object({ from: whole.default(0), limit: whole.min(1).max(500).default(100) }) },
  responses: {
    200: json(
      z.object({
        size: z.int(),
        next: z.int(),
        entries: z.array(z.object({ index: z.int(), entry: z.string() })),
      }),
      "Each entry is the exact text that was hashed. Ask again from `next`.",
    ),
    ...refusals,
  },
});

export const checkpoint = createRoute({
  method: "get",
  path: "/api/keys/checkpoint",
  tags,
  summary: "A signed statement of the key log's size and root",
  responses: {
    200: json(
      z.object({ size: z.int(), checkpoint: z.string(), key: z.string() }),
      "C2SP tlog-checkpoint. Keep it: a later log must continue it.",
    ),
    ...refusals,
  },
});

export const inclusion = createRoute({
  method: "get",
  path: "/api/keys/inclusion",
  tags,
  summary: "Proof that a controller's key document is in the log",
  description:
    "Without `seq` the newest. `digest` in the entry is the SHA-256 of the document as canonical JSON. `handovers` leads from an earlier key of the log to the one that has signed.",
  request: { query: z.object({ controller: controllerId, seq: whole.optional() }) },
  responses: {
    200: json(
      z.object({
        index: z.int(),
        entry: z.string(),
        size: z.int(),
        proof: hashes,
        checkpoint: z.string(),
        key: z.string(),
        handovers: handoverLinks,
      }),
      "RFC 6962.",
    ),
    ...refusals,
  },
});

export const consistency = createRoute({
  method: "get",
  path: "/api/keys/consistency",
  tags,
  summary: "Proof that no key document was taken out of the log between two sizes",
  request: { query: z.object({ first: whole, second: whole }) },
  responses: {
    200: json(z.object({ first: z.int(), second: z.int(), proof: hashes }), "RFC 6962."),
    ...refusals,
  },
});
