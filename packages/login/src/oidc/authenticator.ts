/** What an identity provider says about a person, before anyone has decided what it means here. */
export type Claims = Readonly<Record<string, unknown>>;

/** What must be remembered between leaving for the identity provider and coming back. */
export interface PendingLogin {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Login {
  readonly claims: Claims;
  /** Shown to the identity provider again when the login is to end there too. */
  readonly idToken?: string | undefined;
}

/** The port to whoever says who a person is. */
export interface Authenticator {
  /** @throws LoginError ISSUER_UNREACHABLE */
  begin(): Promise<{ readonly url: string; readonly pending: PendingLogin }>;
  /** @throws LoginError LOGIN_INVALID when state, nonce, code, issuer or signature do not fit · LOGIN_CANCELLED */
  finish(query: URLSearchParams, pending: PendingLogin): Promise<Login>;
  /** Where the browser ends its login at the identity provider; undefined where there is no such place. */
  leave?(state: string, idToken: string | undefined): Promise<string | undefined>;
  /**
   * The identity provider's own session that has ended there, out of the token by which it says so.
   *
   * @throws LoginError LOGIN_INVALID
   */
  ended?(logoutToken: string): Promise<string>;
}
