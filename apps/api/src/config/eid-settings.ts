import type { Config } from "./config.ts";
import { type EidSettings, oidcAuthenticator } from "@tillit/login";

/** Applicants' e-identification as the environment has it; undefined when it is not offered. */
export function eidSettings(config: Config): EidSettings | undefined {
  const {
    APPLICANT_OIDC_ISSUER: issuer,
    APPLICANT_OIDC_CLIENT_ID: clientId,
    APPLICANT_OIDC_CLIENT_SECRET: clientSecret,
    APPLICANT_OIDC_REDIRECT_URI: redirectUri,
    APPLICANT_OIDC_ACR_VALUES: acrValues,
    APPLICANT_SECRET: secret,
  } = config;
  if (
    issuer === undefined ||
    clientId === undefined ||
    clientSecret === undefined ||
    redirectUri === undefined ||
    acrValues === undefined ||
    secret === undefined
  ) {
    return undefined;
  }
  return {
    authenticator: oidcAuthenticator({
      issuer,
      clientId,
      clientSecret,
      redirectUri,
      scope: config.APPLICANT_OIDC_SCOPE,
      acrValues,
      toleranceSeconds: config.OIDC_CLOCK_TOLERANCE_SECONDS,
      allowHttp: config.INSECURE_HTTP,
    }),
    acr: acrValues.split(" "),
    // The API answers on the origin of my pages too: that is where the browser comes back to.
    myPages: `${new URL(redirectUri).origin}/`,
  };
}
