import type { PolicyProfile } from "@tillit/policy-profiles";
import type { Logger } from "pino";
import type { Clock } from "./clock.ts";
import type { RateLimit } from "./http/bounds/rate-limit.ts";
import type { Authenticator, ClaimMapping, EidSettings, Pseudonyms, SessionSettings } from "@tillit/login";
import type { ErasureJournal, Store } from "@tillit/record-store";

/** Everything the API is made of that is not code: given by main.ts, by the demo, or by a test. */
export interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: (bytes: number) => Uint8Array;
  readonly authenticator: Authenticator;
  readonly claims: ClaimMapping;
  /** Applicants by e-identification; left out, it is not offered. */
  readonly eid?: EidSettings | undefined;
  readonly session: SessionSettings;
  /** What persons are called here, under the keys that the store was begun with. */
  readonly pseudonyms: Pseudonyms;
  /** At least 32 characters: every controller's log key is made from it. */
  readonly logSecret: string;
  /** Secrets that log keys were made from before, the newest first: for handing over, and for logs not yet handed over. */
  readonly previousLogSecrets?: readonly string[] | undefined;
  /** Where destroyed records are noted, apart from the database and its backups. */
  readonly erasures?: ErasureJournal | undefined;
  /** Origins of my pages: a receipt's proof counts only for these. */
  readonly origins: readonly string[];
  /** Where the browser goes after logging in and out: the desk. */
  readonly desk: string;
  readonly log: Logger;
  /** Left out, there is no limit; a front may have its own. */
  readonly rate?: RateLimit | undefined;
  /** Who knows it may read the metrics; left out, nobody may. */
  readonly metricsToken?: string | undefined;
  /** What the controllers do, by profile; the published profiles when left out. */
  readonly profiles?: readonly PolicyProfile[] | undefined;
  /** Days that an answer sealed to a data subject waits to be fetched; 30 when left out. */
  readonly exportDays?: number | undefined;
  /** The largest single attachment, in bytes of ciphertext. */
  readonly maxBlobBytes: number;
}
