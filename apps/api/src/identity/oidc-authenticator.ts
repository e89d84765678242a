/** OpenID Connect by authorization code, PKCE S256, state and nonce, with the redirect address from configuration. */
import * as oidc from "openid-client";
import { Problem } from "../problem.ts";
import type { Authenticator } from "./authenticator.ts";

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Exactly what is registered at the issuer; never taken from a request. */
  readonly redirectUri: string;
  readonly scope: string;
  /** Levels of assurance to ask for. */
  readonly acrValues?: string | undefined;
  /** Plain HTTP to the issuer; only for a provider on the same machine. */
  readonly allowHttp: boolean;
}

export function oidcAuthenticator(settings: OidcSettings): Authenticator {
  let known: Promise<oidc.Configuration> | undefined;
  /** Asked for at the first login, so that the API starts without the issuer; a failure is not remembered. */
  const configuration = async (): Promise<oidc.Configuration> => {
    known ??= oidc.discovery(
      new URL(settings.issuer),
      settings.clientId,
      settings.clientSecret,
      oidc.ClientSecretBasic(settings.clientSecret),
      { execute: settings.allowHttp ? [oidc.allowInsecureRequests] : [], timeout: 10 },
    );
    try {
      return await known;
    } catch (cause) {
      known = undefined;
      throw new Problem("ISSUER_UNREACHABLE", undefined, { cause });
    }
  };
  return {
    async begin() {
      const config = await configuration();
      const verifier = oidc.randomPKCECodeVerifier();
      const pending = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: settings.redirectUri,
        scope: settings.scope,
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        ...(settings.acrValues === undefined ? {} : { acr_values: settings.acrValues }),
      });
      return { url: url.href, pending };
    },
    async finish(query, pending) {
      const config = await configuration();
      const returned = new URL(settings.redirectUri);
      returned.search = query.toString();
      try {
        const tokens = await oidc.authorizationCodeGrant(config, returned, {
          pkceCodeVerifier: pending.verifier,
          expectedState: pending.state,
          expectedNonce: pending.nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined) throw new Problem("LOGIN_INVALID");
        const more =
          config.serverMetadata().userinfo_endpoint === undefined
            ? {}
            : await oidc.fetchUserInfo(config, tokens.access_token, claims.sub);
        // What the signed token says about the login itself wins over the userinfo answer.
        return { ...more, ...claims };
      } catch (cause) {
        throw new Problem("LOGIN_INVALID", undefined, { cause });
      }
    },
  };
}
