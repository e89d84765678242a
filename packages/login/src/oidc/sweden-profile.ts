/** Claims by the names that OIDC Sweden's attribute specification gives them. */
import type { Claims } from "./authenticator.ts";

const base = "https://id.oidc.se/claim/";

export const claimNames = {
  /** Twelve digits. */
  personalIdentityNumber: `${base}personalIdentityNumber`,
  coordinationNumber: `${base}coordinationNumber`,
  /** What a person was known by before a personal identity number. */
  previousCoordinationNumber: `${base}previousCoordinationNumber`,
  /** Ten digits. */
  orgNumber: `${base}orgNumber`,
  /** The person at the employer: `id@orgNumber`. */
  orgAffiliation: `${base}orgAffiliation`,
} as const;

/**
 * The claims with the employer's number said apart, since some issuers say it inside the affiliation only. Undefined
 * when both are said and differ: then it is not known who the person works for.
 */
export function withEmployer(claims: Claims): Claims | undefined {
  const affiliation = claims[claimNames.orgAffiliation];
  if (typeof affiliation !== "string" || !affiliation.includes("@")) return claims;
  const number = affiliation.slice(affiliation.lastIndexOf("@") + 1);
  const said = claims[claimNames.orgNumber];
  if (said !== undefined && said !== number) return undefined;
  return { ...claims, [claimNames.orgNumber]: number };
}
