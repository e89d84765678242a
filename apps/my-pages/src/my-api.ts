/** The applicant's part of the API. */
import type { Dsse, Keyring } from "@tillit/crypto-envelope";
import { getJson, postJson, request } from "@tillit/web-kit";

export interface OwnRequest {
  readonly id: string;
  readonly right: string;
  readonly status: string;
  /** `YYYY-MM-DD`, or an instant. */
  readonly received: string;
  readonly lastDay: string;
}

export interface OwnApplication {
  readonly id: string;
  readonly controller: string;
  readonly controllerName: string;
  readonly status: string;
  readonly submittedAt: string;
  readonly assignments: readonly string[];
  readonly openedAt?: string;
  readonly decision?: { readonly outcome: string; readonly at: string };
  readonly requests: readonly OwnRequest[];
}

export interface SealedApplication {
  readonly manifest: Dsse;
  readonly keyring: Keyring;
}

const base = "/api/mine";

function bearer(token: string): RequestInit {
  return { headers: { authorization: `Bearer ${token}` } };
}

export function askChallenge(app: string): Promise<{ nonce: string; cids: readonly string[] }> {
  return postJson(`${base}/applications/${app}/challenge`, {});
}

export function startSession(
  app: string,
  proof: { readonly cid: string; readonly nonce: string; readonly proof: string },
): Promise<{ token: string }> {
  return postJson(`${base}/applications/${app}/session`, proof);
}

export async function fetchOverview(app: string, token: string): Promise<readonly OwnApplication[]> {
  const { applications } = await getJson<{ applications: readonly OwnApplication[] }>(
    `${base}/applications/${app}`,
    bearer(token),
  );
  return applications;
}

export function fetchEnvelope(app: string, record: string, token: string): Promise<SealedApplication> {
  return getJson(`${base}/applications/${app}/envelopes/${record}`, bearer(token));
}

export async function fetchBlob(app: string, record: string, section: string, token: string): Promise<Blob> {
  const path = `${base}/applications/${app}/envelopes/${record}/blobs/${section}`;
  return (await request(path, bearer(token))).blob();
}

export function sendWithdrawal(app: string, statement: Dsse): Promise<unknown> {
  return postJson(`${base}/applications/${app}/withdrawal`, { statement });
}

export function askForAccess(record: string, token: string): Promise<OwnRequest> {
  return postJson(`${base}/requests`, { application: record, right: "access" }, bearer(token));
}
