/** The way to the API: the kit's requests with the session cookie, and the CSRF token on what changes something. */
import { ApiProblem, getJson as kitGet, request } from "@tillit/web-kit";
import type { Session } from "./wire.ts";

const credentials = "same-origin";
let csrf = "";

function init(signal?: AbortSignal): RequestInit {
  return signal === undefined ? { credentials } : { credentials, signal };
}

/** GET a JSON value. Throws ApiProblem. */
export function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return kitGet<T>(path, init(signal));
}

/** GET raw bytes, such as a sealed blob. Throws ApiProblem. */
export async function getBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await request(path, init())).arrayBuffer());
}

/** POST a JSON value. Throws ApiProblem. */
export async function send(path: string, body: unknown): Promise<void> {
  await request(path, {
    ...init(),
    method: "POST",
    headers: { "content-type": "application/json", "x-csrf-token": csrf },
    body: JSON.stringify(body),
  });
}

/** Who is logged in; undefined when nobody is. */
export async function currentSession(): Promise<Session | undefined> {
  try {
    const session = await getJson<Session>("/api/session");
    ({ csrf } = session);
    return session;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return undefined;
    throw error;
  }
}
