import { readFileSync } from "node:fs";
import { z } from "zod";
import type { KeyDocument } from "@tillit/crypto-envelope";
import { instant } from "../clock.ts";
import { dsseSchema } from "../openapi/shapes.ts";
import type { Store } from "../store/store.ts";

const planSchema = z.strictObject({ period: z.string(), from: z.string(), decision: z.string() });

const fileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,64}$/),
  name: z.string().min(1),
  kind: z.enum(["public-authority", "private-provider"]),
  place: z.string().optional(),
  contact: z.strictObject({ phone: z.string().optional() }),
  accepts: z.array(z.string()).min(1),
  profileId: z.string(),
  plan: planSchema.optional(),
  requestPlan: planSchema.optional(),
  document: dsseSchema,
});

/** Registers a controller, or changes one, from a JSON file with its signed key document. */
export async function addController(store: Store, file: string): Promise<string> {
  const { document, ...controller } = fileSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const { seq } = JSON.parse(Buffer.from(document.payload, "base64").toString()) as KeyDocument;
  await store.putController(controller, { seq, document, at: instant(new Date()) });
  return `${controller.id} with key document ${seq}`;
}
