import type { SealedEnvelope } from "../sealing/seal-application.ts";
import type { SendFacts } from "./send-envelopes.ts";

/** A sealed application on its way: everything that sending it again needs. The receipt is a secret. */
export interface Outbox {
  readonly receipt: string;
  readonly envelopes: readonly SealedEnvelope[];
  /** By controller. */
  readonly facts: Readonly<Record<string, SendFacts>>;
}
