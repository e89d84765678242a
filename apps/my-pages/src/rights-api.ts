/** The part of the API behind the page about one's rights: requests, answers, consents, and who has opened. */
import type { Language } from "@tillit/law-reference";
import type {
  AnswerProof,
  OwnConsent,
  OwnRequest,
  RequestSummary,
  SealedEnvelope,
  SealedWords,
} from "@tillit/api-contract/client";
import type { Dsse } from "@tillit/crypto-envelope";
import { ApiProblem } from "@tillit/web-kit";
import { bearer, controllers, mine } from "./my-api.ts";

export type { OwnConsent };
export type RequestDetail = OwnRequest;
export type Right = Parameters<typeof mine.requests.$post>[0]["json"]["right"];
export type Act = Parameters<typeof mine.consents.$post>[0]["json"]["act"];

export interface Access {
  readonly at: string;
  readonly role: string;
  readonly part: string;
  readonly purpose: string;
  /** For which purpose it was read though processing was restricted. */
  readonly restricted?: string;
}

export async function makeRequest(
  asked: { readonly application: string; readonly right: Right; readonly keys: Dsse },
  token: string,
  key: string,
): Promise<RequestSummary> {
  const { headers } = bearer(token);
  const sent = { headers: { ...headers, "idempotency-key": key } };
  return (await mine.requests.$post({ json: asked }, sent)).json();
}

export async function sendWish(id: string, words: SealedWords, token: string): Promise<void> {
  const json = { kind: "wish", words } as const;
  await mine.requests[":id"].words.$post({ param: { id }, json }, bearer(token));
}

export async function fetchRequest(id: string, token: string): Promise<RequestDetail> {
  return (await mine.requests[":id"].$get({ param: { id } }, bearer(token))).json();
}

export async function fetchAnswer(id: string, token: string): Promise<SealedEnvelope> {
  return (await mine.requests[":id"].export.$get({ param: { id } }, bearer(token))).json();
}

export async function fetchAnswerBlob(id: string, section: string, token: string): Promise<Blob> {
  const { blobs } = mine.requests[":id"].export;
  return (await blobs[":section"].$get({ param: { id, section } }, bearer(token))).blob();
}

/** Undefined where there is none, or none can be given now: the answer can be read all the same. */
export async function fetchProof(id: string, token: string): Promise<AnswerProof | undefined> {
  try {
    return await (await mine.requests[":id"].export.proof.$get({ param: { id } }, bearer(token))).json();
  } catch (error) {
    if (error instanceof ApiProblem) return undefined;
    throw error;
  }
}

export async function fetchAccesses(app: string, record: string, token: string): Promise<readonly Access[]> {
  const { accesses } = mine.applications[":app"].envelopes[":record"];
  const answer = await accesses.$get({ param: { app, record } }, bearer(token));
  return (await answer.json()).accesses;
}

export async function fetchConsents(lang: Language, token: string): Promise<readonly OwnConsent[]> {
  const answer = await mine.consents.$get({ query: { lang } }, bearer(token));
  return (await answer.json()).consents;
}

export async function actOnConsent(
  { application, purpose, notice }: OwnConsent,
  act: Act,
  lang: Language,
  token: string,
): Promise<readonly { readonly title: string; readonly reason: string }[]> {
  const json = { application, purpose, act, notice: notice.version };
  const answer = await mine.consents.$post({ query: { lang }, json }, bearer(token));
  return (await answer.json()).stops;
}

export async function fetchKeys(controller: string): Promise<Dsse> {
  return (await (await controllers[":id"].keys.$get({ param: { id: controller } })).json()).document;
}
