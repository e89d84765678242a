/** What the parent process tells the identity provider, and what it answers. */
export interface IssuerUser {
  readonly id: string;
  readonly name: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly organisation: string;
  readonly roleText: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface IssuerSettings {
  readonly port: number;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly cookieKey: string;
  /** Private signing key as a JWK: the same between starts. */
  readonly signingKey: Readonly<Record<string, unknown>>;
  readonly users: readonly IssuerUser[];
}

export type IssuerReport =
  | { readonly kind: "listening"; readonly url: string }
  | { readonly kind: "port-taken"; readonly port: number }
  | { readonly kind: "failed"; readonly message: string };
