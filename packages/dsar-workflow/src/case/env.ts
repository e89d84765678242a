/** What `decide` must know of the world, handed in by the caller. */
import type { CalendarDate } from "@tillit/civil-time";
import type { Actor } from "./actor.ts";
import type { Digest, Instant, Ref } from "./request.ts";

/** The moment, and what other parts of the house have answered. */
export type Env = {
  readonly now: Instant;
  /** The date in Sweden at that moment. */
  readonly today: CalendarDate;
  /** The version the caller has read; a case that has moved on is not touched. */
  readonly expectedVersion?: number;
  /** Cases that are closed; asked when a bundle's erasure waits for its siblings. */
  readonly closedCases?: readonly Ref[];
  /** Items that retention says must stay; they can never be erased. */
  readonly retentionKeeps?: readonly Ref[];
  /** Checks a decision's signature; when handed in, a signature is demanded. */
  readonly verifySignature?: (decision: Digest, signature: string, signer: Actor) => boolean;
};
