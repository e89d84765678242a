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

/** An application that people log in to, and who they are there. */
export interface IssuerClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly users: readonly IssuerUser[];
}

export interface IssuerSettings {
  readonly port: number;
  readonly clients: readonly IssuerClient[];
  readonly cookieKey: string;
  /** Private signing key as a JWK: the same between starts. */
  readonly signingKey: Readonly<Record<string, unknown>>;
}

export type IssuerReport =
  | { readonly kind: "listening"; readonly url: string }
  | { readonly kind: "port-taken"; readonly port: number }
  | { readonly kind: "failed"; readonly message: string };
