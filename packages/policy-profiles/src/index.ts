export { problemNames } from "./claims/claim.ts";
export type { Claim, ProblemCode } from "./claims/claim.ts";
export { claims } from "./claims/claims.ts";
export { applicationActivities } from "./policy-profile.ts";
export type { AcceptedAssignment, PolicyProfile, PolicySource } from "./policy-profile.ts";
export { profiles } from "./profiles/all.ts";
