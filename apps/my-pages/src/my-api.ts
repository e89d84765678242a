/** The applicant's part of the API: a wrong address, body or answer does not compile. Faults are ApiProblems. */
import type { MyPagesApi, OwnApplication, SealedEnvelope } from "@tillit/api-contract/client";
import type { Dsse } from "@tillit/crypto-envelope";
import { request } from "@tillit/web-kit";
import { hc } from "hono/client";

export type { OwnApplication };
export type OwnRequest = OwnApplication["requests"][number];

export const { controllers, mine } = hc<MyPagesApi>("/", { fetch: request }).api;
const own = mine.applications[":app"];

export function bearer(token: string): { readonly headers: Record<string, string> } {
  return { headers: { authorization: `Bearer ${token}` } };
}

export async function askChallenge(
  app: string,
): Promise<{ readonly nonce: string; readonly cids: readonly string[] }> {
  return (await own.challenge.$post({ param: { app } })).json();
}

export async function startSession(
  app: string,
  proof: { readonly cid: string; readonly nonce: string; readonly proof: string },
): Promise<{ readonly token: string }> {
  return (await own.session.$post({ param: { app }, json: proof })).json();
}

export async function fetchOverview(app: string, token: string): Promise<readonly OwnApplication[]> {
  const answer = await own.$get({ param: { app } }, bearer(token));
  return (await answer.json()).applications;
}

export async function fetchEnvelope(app: string, record: string, token: string): Promise<SealedEnvelope> {
  return (await own.envelopes[":record"].$get({ param: { app, record } }, bearer(token))).json();
}

export async function fetchBlob(app: string, record: string, section: string, token: string): Promise<Blob> {
  const { blobs } = own.envelopes[":record"];
  return (await blobs[":section"].$get({ param: { app, record, section } }, bearer(token))).blob();
}

export async function sendWithdrawal(app: string, statement: Dsse): Promise<void> {
  await own.withdrawal.$post({ param: { app }, json: { statement } });
}
