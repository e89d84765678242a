/** The own controller's key document, checked against the roots that this deployment pins. */
import { EnvelopeError, fromBase64Url, type VerifiedKeys, verifyKeyDocument } from "@tillit/crypto-envelope";
import { getJson } from "@tillit/web-kit";
import { api, valueOf } from "../api/api-client.ts";
import type { DeploymentConfig } from "../api/wire.ts";
import { DeskError } from "./desk-error.ts";

/** Throws DeskError NO_PINS where nothing is pinned, KEYS_UNTRUSTED where another root signed, EnvelopeError where the document does not hold. */
export async function controllerKeys(controller: string): Promise<VerifiedKeys> {
  const [config, { document }] = await Promise.all([
    getJson<DeploymentConfig>("/tillit-config.json"),
    valueOf(api.controllers[":id"].keys.$get({ param: { id: controller } })),
  ]);
  const pin = config.pins[controller];
  if (pin === undefined) throw new DeskError("NO_PINS");
  try {
    return verifyKeyDocument(document, {
      roots: pin.roots.map((root) => fromBase64Url(root, 32)),
      threshold: pin.threshold,
      controller,
      now: new Date().toISOString(),
    });
  } catch (error) {
    // The same code means something else for an envelope, and the sentence must fit what was swapped.
    if (error instanceof EnvelopeError && error.code === "SIGNATURE") throw new DeskError("KEYS_UNTRUSTED");
    throw error;
  }
}
