/**
 * The way to the API: its routes as types, the session cookie, and the CSRF token on what changes something. A wrong
 * address, body or answer does not compile; faults are ApiProblems.
 */
import type { DeskApi } from "@tillit/api-contract/client";
import { ApiProblem, request } from "@tillit/web-kit";
import { hc } from "hono/client";
import type { Session } from "./wire.ts";

let csrf = "";

/** Told on the window when the server no longer knows the session: the desk then locks the key. */
export const sessionEnded = "tillit:session-ended";

function withSession(address: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (init.method !== "GET") headers.set("x-csrf-token", csrf);
  return request(address, { ...init, headers, credentials: "same-origin" });
}

async function watched(address: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  try {
    return await withSession(address, init);
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) dispatchEvent(new Event(sessionEnded));
    throw error;
  }
}

export const { api } = hc<DeskApi>("/", { fetch: watched });

/** The value an answer carries. */
export async function valueOf<T>(answer: Promise<{ json(): Promise<T> }>): Promise<T> {
  return (await answer).json();
}

/** Raw bytes, such as a sealed blob. */
export async function bytesOf(answer: Promise<{ arrayBuffer(): Promise<ArrayBuffer> }>) {
  return new Uint8Array(await (await answer).arrayBuffer());
}

/** Sends raw bytes, such as a sealed blob. */
export async function sendBytes(path: string, body: Uint8Array<ArrayBuffer>): Promise<void> {
  await watched(path, { method: "PUT", body, headers: { "content-type": "application/octet-stream" } });
}

/** Lets a page that is left give up its request. */
export function until(signal: AbortSignal): { readonly init: RequestInit } {
  return { init: { signal } };
}

/** Who is logged in; undefined when nobody is. */
export async function currentSession(): Promise<Session | undefined> {
  try {
    const session = await valueOf(api.session.$get({}, { fetch: withSession }));
    ({ csrf } = session);
    return session;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return undefined;
    throw error;
  }
}

/** Ends the session; the browser goes on to the identity provider where that ends the login too. */
export async function logOut(): Promise<void> {
  const answer = await api.auth.logout.$post();
  if (answer.status === 200) location.assign((await answer.json()).url);
}
