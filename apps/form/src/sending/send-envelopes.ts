/** Sends sealed envelopes, one receiver after the other, and resumes where a broken connection left off. */
import type { Received, Submission } from "@tillit/api/client";
import { ApiProblem } from "@tillit/web-kit";
import type { SealedEnvelope } from "../sealing/seal-application.ts";
import { withRetry, type RetryDeps } from "./retry.ts";

/** What goes in the clear beside the sealed application. */
export type SendFacts = Submission["facts"];

type Accepted = { readonly id: string; readonly blobs: readonly Omit<Received["blobs"][number], "size">[] };

export interface Transport {
  submit(envelope: SealedEnvelope, facts: SendFacts): Promise<Accepted>;
  put(record: string, section: string, blob: Blob, onProgress: (sent: number) => void): Promise<void>;
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
  const { id: record, blobs } = await withRetry(() => deps.submit(envelope, facts), deps);
  const total = envelope.blobs.reduce((sum, { blob }) => sum + blob.size, 0);
  const missing = new Set(blobs.filter(({ state }) => state === "missing").map(({ id }) => id));
  let sent = 0;
  const report = (now: number): void =>
    onDelivery({ controller, state: "sending", percent: Math.floor((100 * (sent + now)) / total), record });
  for (const { id, blob } of envelope.blobs) {
    if (missing.has(id)) await withRetry(() => deps.put(record, id, blob, report), deps);
    sent += blob.size;
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
