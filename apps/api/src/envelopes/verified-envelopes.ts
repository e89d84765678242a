/**
 * Checking a signature costs a millisecond or more, and each part of an application needs the checked manifest again:
 * the last ones checked are remembered. What is remembered was verified in this process, from the bytes in the store.
 */
import type { Verified } from "@tillit/crypto-envelope";
import { verify } from "@tillit/crypto-envelope/node";
import { sealedAs } from "./sealed-as.ts";
import type { StoredEnvelope } from "@tillit/record-store";

const most = 256;
const remembered = new Map<string, Verified>();

export function remember(digest: string, verified: Verified): void {
  remembered.set(digest, verified);
  for (const oldest of remembered.keys()) {
    if (remembered.size <= most) return;
    remembered.delete(oldest);
  }
}

/** The digest names the signed bytes, so the same digest is the same manifest. */
export function verifiedEnvelope(envelope: StoredEnvelope): Verified {
  const { digest, manifest } = envelope;
  const known = remembered.get(digest);
  if (known !== undefined) return known;
  const verified = verify(manifest, sealedAs(envelope));
  remember(digest, verified);
  return verified;
}
