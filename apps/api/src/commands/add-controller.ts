import { readFileSync } from "node:fs";
import { z } from "zod";
import { isAssignmentKind } from "@tillit/application-case";
import { verifyKeyDocument } from "@tillit/crypto-envelope/node";
import { profiles } from "@tillit/policy-profiles";
import { instant } from "../clock.ts";
import { ConfigError } from "../config/config.ts";
import { signersOf } from "../keys/publish-keys.ts";
import { isRetentionEvent } from "../retention/stated-facts.ts";
import { dsseSchema } from "@tillit/api-contract/ground/shapes";
import type { Store } from "@tillit/record-store";

/** Whole years, months, weeks or days: what the rules of retention count in. */
const period = /^P(?=\d)(?:\d{1,3}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?$/;

/** A word that retention does not know would stop the daily plan of every record. */
const planSchema = z.strictObject({
  period: z.string().regex(period, "is no period such as P2Y"),
  from: z.string().refine(isRetentionEvent, "is no event that retention knows, such as caseClosed"),
  decision: z.string().min(1),
});

const fileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,64}$/),
  name: z.string().min(1),
  kind: z.enum(["public-authority", "private-provider"]),
  place: z.string().optional(),
  contact: z.strictObject({ phone: z.string().optional() }),
  accepts: z.array(z.string().refine(isAssignmentKind, "is no kind of assignment")).min(1),
  profileId: z.string().refine((id) => profiles.some((one) => one.id === id), "is no profile"),
  plan: planSchema.optional(),
  requestPlan: planSchema.optional(),
  document: dsseSchema,
});

/**
 * Registers a controller, or changes one, from a JSON file with its signed key document.
 *
 * @throws ConfigError CONFIG_INVALID with everything that is wrong in the file · EnvelopeError when the key document is
 * of another controller or not signed by the roots that it names
 */
export async function addController(store: Store, file: string): Promise<string> {
  const read = fileSchema.safeParse(jsonOf(file));
  if (!read.success) {
    throw new ConfigError(read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`));
  }
  const { document, ...controller } = read.data;
  const at = instant(new Date());
  const roots = signersOf(document);
  const { seq } = verifyKeyDocument(document, {
    roots,
    threshold: roots.length,
    controller: controller.id,
    now: at,
    withoutKeys: true,
  });
  await store.putController(controller, { seq, document, at });
  return `${controller.id} with key document ${seq}`;
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as unknown;
  } catch {
    throw new ConfigError(["the file cannot be read as JSON"]);
  }
}
