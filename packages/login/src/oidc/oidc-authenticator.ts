/** OpenID Connect by authorization code, PKCE S256, state and nonce, with the redirect address from configuration. */
import * as oidc from "openid-client";
import { LoginError } from "../errors.ts";
import { logoutTokens } from "./logout-token.ts";
import type { Authenticator, Claims } from "./authenticator.ts";

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Exactly what is registered at the issuer; never taken from a request. */
  readonly redirectUri: string;
  readonly scope: string;
  /** Levels of assurance to ask for. */
  readonly acrValues?: string | undefined;
  /** Where the issuer sends the browser after ending a login, exactly as registered; left out, it is ended here only. */
  readonly postLogoutRedirectUri?: string | undefined;
  /** How far the clocks may be apart. */
  readonly toleranceSeconds?: number | undefined;
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
      { client_secret: settings.clientSecret, [oidc.clockTolerance]: settings.toleranceSeconds ?? 30 },
      oidc.ClientSecretBasic(settings.clientSecret),
      {
        // The token's signature is checked too, not only the connection it came by.
        execute: [
          oidc.enableNonRepudiationChecks,
          ...(settings.allowHttp ? [oidc.allowInsecureRequests] : []),
        ],
        timeout: 10,
      },
    );
    try {
      return await known;
    } catch (cause) {
      known = undefined;
      throw new LoginError("ISSUER_UNREACHABLE", { cause });
    }
  };
  const endedSession = logoutTokens(configuration, settings.toleranceSeconds ?? 30);
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
      if (query.get("error") === "access_denied" && query.get("state") === pending.state) {
        throw new LoginError("LOGIN_CANCELLED");
      }
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
        if (claims === undefined) throw new LoginError("LOGIN_INVALID");
        const more =
          config.serverMetadata().userinfo_endpoint === undefined
            ? {}
            : await oidc.fetchUserInfo(config, tokens.access_token, claims.sub);
        return { claims: { ...aboutThePerson(more), ...claims }, idToken: tokens.id_token };
      } catch (cause) {
        throw new LoginError("LOGIN_INVALID", { cause });
      }
    },
    async leave(state, idToken) {
      const address = settings.postLogoutRedirectUri;
      if (address === undefined) return undefined;
      const config = await configuration();
      if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
      const asked = { post_logout_redirect_uri: address, state };
      return oidc.buildEndSessionUrl(
        config,
        idToken === undefined ? asked : { ...asked, id_token_hint: idToken },
      ).href;
    },
    ended: endedSession,
  };
}

/** How the person logged in is said by the signed token alone, whatever the userinfo answer says besides. */
function aboutThePerson({ acr: _acr, amr: _amr, auth_time: _time, sid: _sid, ...rest }: Claims): Claims {
  return rest;
}
