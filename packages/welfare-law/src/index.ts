export { swedishLaw } from "./national/swedish-law.ts";
export { rightsOverrides } from "./rights/rights-overrides.ts";
export { lawRef, statutes } from "./statutes/register.ts";
export type { Grade, Statute } from "./statutes/statute.ts";
