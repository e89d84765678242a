import { z } from "@hono/zod-openapi";
import { problemCodes } from "./problems.ts";

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(problemCodes),
    reason: z.string().optional(),
    controller: z
      .string()
      .optional()
      .openapi({ description: "Whose refusal it is, where that is not plain." }),
    assignments: z.array(z.string()).optional().openapi({ description: "The kinds of assignment refused." }),
    request: z.string().optional(),
  })
  .openapi("Problem");

export function json<T extends z.ZodType>(
  schema: T,
  description: string,
): { description: string; content: { "application/json": { schema: T } } } {
  return { description, content: { "application/json": { schema } } };
}

export function jsonBody<T extends z.ZodType>(
  schema: T,
): { required: true; content: { "application/json": { schema: T } } } {
  return { required: true, content: { "application/json": { schema } } };
}

/** Raw ciphertext. */
export const octets = {
  description: "Sealed bytes.",
  content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
};

/** Every refusal has the same shape, so it is described once, as `default`. */
export const refusals = {
  default: {
    description: "A refusal (RFC 9457) with a stable code.",
    content: { "application/problem+json": { schema: problemSchema } },
  },
};
