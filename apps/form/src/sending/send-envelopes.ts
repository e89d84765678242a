/** Sends sealed envelopes, one receiver after the other, and resumes where a broken connection left off. */
import type { Received, Submission } from "@tillit/api-contract/client";
import { ApiProblem } from "@tillit/web-kit";
import type { SealedEnvelope } from "../sealing/seal-application.ts";
import { inlineParts } from "./inline-parts.ts";
import { withRetry, type RetryDeps } from "./retry.ts";
import { sendPart, type PartTransport } from "./send-part.ts";

/** What goes in the clear beside the sealed application. */
export type SendFacts = Submission["facts"];

type Accepted = { readonly id: string; readonly blobs: readonly Omit<Received["blobs"][number], "size">[] };

export interface Transport extends PartTransport {
  /** `parts` are small sealed parts, by section in base64url. */
  submit(
    envelope: SealedEnvelope,
    facts: SendFacts,
    parts: Readonly<Record<string, string>>,
  ): Promise<Accepted>;
}

/** How far one receiver's envelope has come. */
export interface Delivery {
  readonly controller: string;
  readonly state: "waiting" | "sending" | "done" | "failed";
  /** Whole per cent of its bytes. */
  readonly percent: number;
  /** The API's id of the record, once it is known. */
  readonly record?: string;
  /** Why it failed, as a code. */
  readonly code?: string;
  /** Whether the failure was of the kind that passes: no connection, a server that is down. */
  readonly passing?: boolean;
}

/** Sends one envelope until the last part is in; what the server has already is not sent again. */
async function deliver(
  envelope: SealedEnvelope,
  facts: SendFacts | undefined,
  deps: RetryDeps & Transport,
  onDelivery: (delivery: Delivery) => void,
): Promise<Delivery> {
  const { controller } = envelope;
  if (facts === undefined) throw new Error("Nothing is known of what this receiver was told.");
  onDelivery({ controller, state: "sending", percent: 0 });
  const parts = await inlineParts(envelope.blobs);
  const { id: record, blobs } = await withRetry(() => deps.submit(envelope, facts, parts), deps);
  const total = envelope.blobs.reduce((sum, { blob }) => sum + blob.size, 0);
  const missing = new Set(blobs.filter(({ state }) => state === "missing").map(({ id }) => id));
  let sent = 0;
  let percent = 0;
  // What was on its way when a connection broke may have to go again; that is not shown as a step back.
  const report = (now: number): void => {
    percent = Math.max(percent, Math.floor((100 * (sent + now)) / total));
    onDelivery({ controller, state: "sending", percent, record });
  };
  for (const part of envelope.blobs) {
    if (missing.has(part.id)) await sendPart(record, part, deps, report);
    sent += part.blob.size;
    report(0);
  }
  return { controller, state: "done", percent: 100, record };
}

/** Sends all envelopes that are not done yet. A receiver that refuses does not stop the others. */
export async function sendEnvelopes(
  envelopes: readonly SealedEnvelope[],
  facts: Readonly<Record<string, SendFacts>>,
  done: readonly Delivery[],
  deps: RetryDeps & Transport,
  onDelivery: (delivery: Delivery) => void,
): Promise<readonly Delivery[]> {
  const deliveries: Delivery[] = [];
  for (const envelope of envelopes) {
    const { controller } = envelope;
    const earlier = done.find((delivery) => delivery.controller === controller && delivery.state === "done");
    let delivery = earlier;
    try {
      delivery ??= await deliver(envelope, facts[controller], deps, onDelivery);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      delivery = { controller, state: "failed", percent: 0, code: error.code, passing: error.temporary };
    }
    onDelivery(delivery);
    deliveries.push(delivery);
  }
  return deliveries;
}
