/** E-identification: whether it is offered, the link with a receipt, and the tokens of a login. */
import { bearer, mine } from "../my-api.ts";

export interface EidToken {
  readonly app: string;
  readonly token: string;
}

/** The two requests that carry a cookie: it holds, sealed, what is under way. */
const withCookie = { credentials: "same-origin" } as const;

/** Where the browser goes to log in. */
export const loginAddress: string = mine.eid.login.$path();

export async function isOffered(): Promise<boolean> {
  return (await (await mine.eid.$get()).json()).offered;
}

/** Where the browser goes to link an e-identification to what the receipt reaches. */
export async function linkAddress(token: string): Promise<string> {
  const answer = await mine.eid.link.$post({}, { ...bearer(token), init: withCookie });
  return (await answer.json()).url;
}

export async function isLinked(token: string): Promise<boolean> {
  return (await (await mine.eid.link.$get({}, bearer(token))).json()).linked;
}

export async function unlink(token: string): Promise<void> {
  await mine.eid.link.$delete({}, bearer(token));
}

/** The tokens of the login that the browser comes from; they can be fetched once. */
export async function fetchTokens(): Promise<readonly EidToken[]> {
  const answer = await mine.eid.session.$post({}, { init: withCookie });
  return (await answer.json()).applications;
}

export async function withdrawByEid(application: string, token: string): Promise<void> {
  await mine.eid.withdrawals.$post({ json: { application } }, bearer(token));
}

export async function askByEid(application: string, token: string): Promise<{ readonly lastDay: string }> {
  return (await mine.requests.$post({ json: { application, right: "access" } }, bearer(token))).json();
}
