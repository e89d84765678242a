export { grantToken, readToken } from "./applicants/applicant-token.ts";
export type { Applicant } from "./applicants/applicant-token.ts";
export type { Authenticator, Claims, Login, PendingLogin } from "./oidc/authenticator.ts";
export { challengeExpiry, newChallenge } from "./applicants/challenge.ts";
export { claimMappingSchema, staffMember, strongEnough } from "./oidc/claim-mapping.ts";
export type { ClaimMapping, StaffMember } from "./oidc/claim-mapping.ts";
export { recallEid, recallPerson, rememberEid, rememberPerson } from "./applicants/eid-cookies.ts";
export type { PendingEid } from "./applicants/eid-cookies.ts";
export { pseudonymsOf } from "./applicants/eid.ts";
export type { EidSettings } from "./applicants/eid.ts";
export { cameFromLeaving, keepToken, rememberLeaving, takeToken } from "./oidc/logout.ts";
export { oidcAuthenticator } from "./oidc/oidc-authenticator.ts";
export type { OidcSettings } from "./oidc/oidc-authenticator.ts";
export { Pseudonyms } from "./pseudonyms.ts";
export { openingSecrets } from "./session/sealing-secrets.ts";
export {
  clearSession,
  keepAlive,
  readSession,
  recallLogin,
  rememberLogin,
  startSession,
} from "./session/session.ts";
export type { Session, SessionSettings } from "./session/session.ts";
export { claimNames, withEmployer } from "./oidc/sweden-profile.ts";
export { LoginError, type LoginErrorCode } from "./errors.ts";
