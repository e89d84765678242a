import type { SealedEnvelope } from "../sealing/seal-application.ts";
import { withRetry, type RetryDeps } from "./retry.ts";

export interface PartTransport {
  /** How many bytes of a part the server has kept. */
  offset(record: string, section: string): Promise<number>;
  /** Sends a part from a byte on; `onProgress` is told how many bytes of it have gone out, from that byte. */
  put(
    record: string,
    section: string,
    blob: Blob,
    from: number,
    onProgress: (sent: number) => void,
  ): Promise<void>;
}

/** Below this a part is sent again whole; above it, the server is asked how much it has. */
const worthAsking = 1024 * 1024;

/** Sends one part until it is in. After a break it goes on where it ended, also when the page was closed meanwhile. */
export async function sendPart(
  record: string,
  { id, blob }: SealedEnvelope["blobs"][number],
  deps: RetryDeps & PartTransport,
  onProgress: (sent: number) => void,
): Promise<void> {
  await withRetry(async () => {
    const from = blob.size > worthAsking ? await deps.offset(record, id) : 0;
    onProgress(from);
    await deps.put(record, id, blob, from, (sent) => onProgress(from + sent));
  }, deps);
}
