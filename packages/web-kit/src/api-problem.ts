/** Talking to the API: JSON in and out, faults as one kind of error with the API's own code. */

/** A request that did not succeed: `code` is the API's, or `OFFLINE` when no answer came at all. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly code: string;
  readonly status: number;
  /** A code of the package that refused, where the API names one. */
  readonly reason: string | undefined;
  constructor(code: string, status: number, reason?: string) {
    super(`The request failed: ${code}.`);
    this.code = code;
    this.status = status;
    this.reason = reason;
  }
  /** Whether trying again later may help. */
  get temporary(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => undefined);
  const code = typeof body === "object" && body !== null && "code" in body ? body.code : undefined;
  const reason = typeof body === "object" && body !== null && "reason" in body ? body.reason : undefined;
  return new ApiProblem(
    typeof code === "string" ? code : `HTTP_${response.status}`,
    response.status,
    typeof reason === "string" ? reason : undefined,
  );
}

/** Sends a request and gives the response, or throws {@link ApiProblem}. No cookie is sent unless asked for. */
export async function request(address: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, { credentials: "omit", cache: "no-store", ...init });
  } catch (cause) {
    if (init.signal?.aborted === true) throw cause;
    throw new ApiProblem("OFFLINE", 0);
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** The JSON a GET gives. */
export async function getJson<T>(path: string, init: RequestInit = {}): Promise<T> {
  return (await request(path, init)).json() as Promise<T>;
}
