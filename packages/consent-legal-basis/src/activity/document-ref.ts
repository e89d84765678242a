import * as z from "zod";

/** SHA-256 in lower-case hex. */
export const sha256Schema: z.ZodType<string> = z.string().regex(/^[0-9a-f]{64}$/);

/** A document kept elsewhere: an agreement, a balancing test, a notice. */
export type DocRef = { readonly id: string; readonly sha256?: string };

export const docRefSchema: z.ZodType<DocRef> = z.strictObject({
  id: z.string().min(1),
  sha256: sha256Schema.exactOptional(),
});
