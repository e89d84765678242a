/** Words for a request: sealed here, kept by the API, and named from then on by their digest. */
import { sealingContexts } from "@tillit/application-case";
import { api, valueOf } from "../api/api-client.ts";
import type { RequestView } from "../api/wire.ts";

type Kept = Parameters<(typeof api.desk.requests)[":id"]["words"]["$post"]>[0]["json"]["kind"];

export async function keepWords(
  text: string,
  kind: Kept,
  { id, app }: RequestView,
  controller: string,
): Promise<string> {
  const { sealText } = await import("../crypto/words.ts");
  const words = await sealText(text, sealingContexts.request(id), { app, controller });
  const kept = api.desk.requests[":id"].words.$post({ param: { id }, json: { kind, words } });
  return (await valueOf(kept)).digest;
}

/** SHA-256 of a document in hex: it stays where it is, the case names it. */
export async function documentDigest(file: Blob): Promise<string> {
  return hexDigest(await file.arrayBuffer());
}

export async function hexDigest(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
