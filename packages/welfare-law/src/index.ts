export { knownRetention } from "./national/known-retention.ts";
export { swedishLaw } from "./national/swedish-law.ts";
export { rightsOverrides } from "./rights/rights-overrides.ts";
export { lawRef, statutes } from "./statutes/register.ts";
export type { Statute } from "./statutes/statute.ts";
export { accessReviewRules } from "./access-review-rules.ts";
export { authorities, authorityOn, letterName, supervisorOf, upcomingNames } from "./authorities.ts";
export type { Authority, AuthorityContact, AuthorityId, AuthorityName } from "./authorities.ts";
export { claimedRetention } from "./claimed-retention.ts";
export { holdGround, holdGrounds, placeableHoldGrounds } from "./hold-grounds.ts";
export type { HoldGround, HoldGroundId, PlaceableHoldGround } from "./hold-grounds.ts";
export { municipalities, municipalityOf, municipalitySet } from "./municipalities.ts";
export { retentionRules } from "./retention-rules.ts";

export type { ClaimedRetention } from "./claimed-retention.ts";
export type { Municipality } from "./municipalities.ts";
