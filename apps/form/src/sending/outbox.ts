import type { Answers } from "@tillit/application-case";
import type { Language } from "@tillit/law-reference";
import type { AttachedFile } from "../journey/form-state.ts";
import type { SealedEnvelope } from "../sealing/seal-application.ts";
import type { Delivery, SendFacts } from "./send-envelopes.ts";

/** A receiver as the person chose it. */
export interface ChosenReceiver {
  readonly controller: string;
  /** Kinds of assignment it takes. */
  readonly accepts: readonly string[];
  /** Of the notice that the person was shown. */
  readonly noticeVersion: string;
  /** Of the key document that was verified before. */
  readonly keyVersion: number | undefined;
}

/** What the person asked to have sealed and sent. */
export interface SendInput {
  readonly answers: Answers;
  readonly files: readonly AttachedFile[];
  readonly language: Language;
  readonly receivers: readonly ChosenReceiver[];
}

/** A sealed application on its way: everything that sending it again needs. The receipt is a secret. */
export interface Outbox {
  readonly receipt: string;
  readonly envelopes: readonly SealedEnvelope[];
  /** By controller. */
  readonly facts: Readonly<Record<string, SendFacts>>;
}

/** What is left when the sending is over: the receipt, a secret, and who has the application. */
export interface Sent {
  readonly receipt: string;
  readonly at: string;
  /** Every receiver: those that have the application, and those that never got it. */
  readonly deliveries: readonly Delivery[];
}
