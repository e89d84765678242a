/** The way to the API: the kit's requests with the session cookie, and the CSRF token on what changes something. */
import { ApiProblem, getJson as kitGet, request } from "@tillit/web-kit";
import type { Session } from "./wire.ts";

const credentials = "same-origin";
let csrf = "";

function init(signal?: AbortSignal): RequestInit {
  return signal === undefined ? { credentials } : { credentials, signal };
}

/** Told on the window when the server no longer knows the session: the desk then locks the key. */
export const sessionEnded = "tillit:session-ended";

async function watched<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) dispatchEvent(new Event(sessionEnded));
    throw error;
  }
}

/** GET a JSON value. Throws ApiProblem. */
export function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return watched(kitGet<T>(path, init(signal)));
}

/** GET raw bytes, such as a sealed blob. Throws ApiProblem. */
export async function getBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await watched(request(path, init()))).arrayBuffer());
}

/** POST a JSON value. Throws ApiProblem. */
export async function send(path: string, body: unknown): Promise<void> {
  const headers = { "content-type": "application/json", "x-csrf-token": csrf };
  await watched(request(path, { ...init(), method: "POST", headers, body: JSON.stringify(body) }));
}

/** Who is logged in; undefined when nobody is. */
export async function currentSession(): Promise<Session | undefined> {
  try {
    const session = await kitGet<Session>("/api/session", init());
    ({ csrf } = session);
    return session;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return undefined;
    throw error;
  }
}
