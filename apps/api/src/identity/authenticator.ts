/** What an identity provider says about a person, before anyone has decided what it means here. */
export type Claims = Readonly<Record<string, unknown>>;

/** What must be remembered between leaving for the identity provider and coming back. */
export interface PendingLogin {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The port to whoever says who a member of staff is. */
export interface Authenticator {
  /** @throws Problem ISSUER_UNREACHABLE */
  begin(): Promise<{ readonly url: string; readonly pending: PendingLogin }>;
  /** @throws Problem LOGIN_INVALID when state, nonce, code or issuer do not fit. */
  finish(query: URLSearchParams, pending: PendingLogin): Promise<Claims>;
}
