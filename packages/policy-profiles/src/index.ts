export { applicationActivities } from "./policy-profile.ts";
export type { AcceptedAssignment, PolicyProfile, PolicySource } from "./policy-profile.ts";
export { profiles } from "./profiles/all.ts";
