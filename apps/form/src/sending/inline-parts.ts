import { toBase64Url } from "@tillit/crypto-envelope";
import type { SealedEnvelope } from "../sealing/seal-application.ts";

/** Bytes that may go with the manifest in one request; the API takes 256 KiB. */
const most = 192 * 1024;

/** The small parts of an envelope, by section in base64url: with them nothing more needs to be sent after the manifest. */
export async function inlineParts(blobs: SealedEnvelope["blobs"]): Promise<Readonly<Record<string, string>>> {
  const parts: [string, string][] = [];
  let total = 0;
  for (const { id, blob } of blobs) {
    if (total + blob.size > most) continue;
    total += blob.size;
    parts.push([id, toBase64Url(new Uint8Array(await blob.arrayBuffer()))]);
  }
  return Object.fromEntries(parts);
}
