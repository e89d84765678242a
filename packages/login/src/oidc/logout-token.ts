/** OpenID Connect Back-Channel Logout 1.0: the issuer's own word that a login has ended. */
import { createRemoteJWKSet, jwtVerify } from "jose";
import type { Configuration } from "openid-client";
import { LoginError } from "../errors.ts";

const event = "http://schemas.openid.net/event/backchannel-logout";

/** Gives the issuer's session id (`sid`) out of a logout token, after the checks of section 2.6. */
export function logoutTokens(
  configuration: () => Promise<Configuration>,
  clockTolerance: number,
): (token: string) => Promise<string> {
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  return async (token) => {
    const config = await configuration();
    const { issuer, jwks_uri: address } = config.serverMetadata();
    if (address === undefined) throw new LoginError("LOGIN_INVALID");
    keys ??= createRemoteJWKSet(new URL(address));
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: config.clientMetadata().client_id,
        clockTolerance,
        maxTokenAge: 600,
        requiredClaims: ["iat", "jti", "sid", "events"],
      });
      const { sid, events, nonce } = payload;
      const says = typeof events === "object" && events !== null && event in events;
      if (says && nonce === undefined && typeof sid === "string") return sid;
    } catch (cause) {
      throw new LoginError("LOGIN_INVALID", { cause });
    }
    throw new LoginError("LOGIN_INVALID");
  };
}
