/** From the log keys that a deployment pins to the one that signs today, by what the API hands out. */
import { followHandovers, type HandoverVerdict, parseVerifier } from "@tillit/audit-chain";

/** Where a log changed its key, and that each time it went on as it was. */
export type ServedHandovers = readonly {
  readonly checkpoint: string;
  readonly consistency: readonly string[];
}[];

export interface ServedCheckpoint {
  readonly checkpoint: string;
  readonly handovers?: ServedHandovers | undefined;
}

export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
}

/** What has come is data of a stranger: whatever cannot be read is not signed, nothing is thrown. */
export function followServed(
  origin: string,
  { checkpoint, handovers = [] }: ServedCheckpoint,
  keys: readonly string[],
): HandoverVerdict {
  try {
    return followHandovers({
      origin,
      verifiers: keys.map(parseVerifier),
      handovers: handovers.map((one) => ({
        checkpoint: one.checkpoint,
        consistency: one.consistency.map(bytesOf),
      })),
      checkpoint,
    });
  } catch {
    return { ok: false, fault: "CHECKPOINT_UNVERIFIED", at: 0 };
  }
}
