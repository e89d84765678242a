/** How a disposal was carried out, and which copies it reached. */
import type { Day } from "../day/civil-day.ts";

export interface Copies {
  readonly system: string;
  readonly kind: "primary" | "replica" | "backup" | "paper";
  readonly state: "gone" | "pending";
  readonly by?: Day;
}

/** What an execution says about itself. */
export interface Execution {
  readonly controller: string;
  readonly method: "erase" | "crypto-erase" | "shred" | "transfer";
  readonly by: string;
  readonly copies: readonly Copies[];
  /** Root hash of the proof before this one, which makes proofs a chain. */
  readonly previous?: string;
}
