/** A controller's key document, checked against the roots that this deployment pins, and before sealing against the public log. */
import {
  type Dsse,
  EnvelopeError,
  fromBase64Url,
  type VerifiedKeys,
  verifyKeyDocument,
} from "@tillit/crypto-envelope";
import { ApiProblem, type Deployment, fetchDeployment } from "@tillit/web-kit";
import {
  gatherEvidence,
  judgeKeyLog,
  type KeyLogEvidence,
  type KeyLogFault,
  rememberCheckpoint,
} from "@tillit/web-kit/key-log";
import { api, valueOf } from "../api/api-client.ts";
import { DeskError, type DeskErrorCode } from "./desk-error.ts";

async function documentOf(controller: string): Promise<Dsse> {
  return (await valueOf(api.controllers[":id"].keys.$get({ param: { id: controller } }))).document;
}

function verified(controller: string, document: Dsse, { pins }: Deployment): VerifiedKeys {
  const pin = pins[controller];
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

/** Throws DeskError NO_PINS where nothing is pinned, KEYS_UNTRUSTED where another root signed, EnvelopeError where the document does not hold. */
export async function controllerKeys(controller: string): Promise<VerifiedKeys> {
  const [found, document] = await Promise.all([fetchDeployment(), documentOf(controller)]);
  return verified(controller, document, found);
}

const faults: Readonly<Record<KeyLogFault, DeskErrorCode>> = {
  unsigned: "KEY_LOG_UNSIGNED",
  missing: "KEY_LOG_MISSING",
  "rolled-back": "KEY_LOG_ROLLED_BACK",
  split: "KEY_LOG_SPLIT",
};

/** What the log says of the newest document; it may be newer than the one that was fetched just before. */
async function evidenceFor(controller: string, pinned: readonly string[]): Promise<KeyLogEvidence> {
  try {
    return await gatherEvidence(controller, pinned, {
      inclusion: (of) => valueOf(api.keys.inclusion.$get({ query: { controller: of } })),
      consistency: (first, second) =>
        valueOf(api.keys.consistency.$get({ query: { first: String(first), second: String(second) } })),
    });
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) throw new DeskError("KEY_LOG_MISSING");
    throw error;
  }
}

/**
 * The keys to seal to: those that everybody is given. Throws as `controllerKeys`, and DeskError KEY_LOG_… where the
 * public log of key documents does not hold them, or is not the one that was seen here before.
 */
export async function keysToSealTo(controller: string): Promise<VerifiedKeys> {
  const [found, first] = await Promise.all([fetchDeployment(), documentOf(controller)]);
  const evidence = await evidenceFor(controller, found.logKeys["~keys"] ?? []);
  const outrun = !evidence.proof.entry.includes(first.payload);
  const document = outrun ? await documentOf(controller) : first;
  const keys = verified(controller, document, found);
  const verdict = judgeKeyLog(controller, document, evidence);
  if (!verdict.ok) throw new DeskError(faults[verdict.fault]);
  rememberCheckpoint(verdict.remember);
  return keys;
}
