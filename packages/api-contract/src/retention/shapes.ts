import { z } from "@hono/zod-openapi";

/** What retention says about one record; the shape every tool of Tillit writes. */
export const dispositionSchema = z
  .object({
    id: z.string(),
    outcome: z.string(),
    status: z.string(),
    dutyArises: z.string().optional(),
    earliest: z.string().optional(),
    latest: z.string().optional(),
    transferTo: z.string().optional(),
    deciding: z
      .object({
        rule: z.string(),
        cite: z.array(z.object({ act: z.string(), at: z.string() })),
        grade: z.string(),
      })
      .optional(),
    missing: z.array(z.string()).optional(),
    heldBy: z.array(z.string()).optional(),
    explanation: z.array(z.string()).optional(),
  })
  .openapi("Disposition");
