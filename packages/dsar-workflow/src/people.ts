/** Who may ask for whom, how sure one must be, and what a protected identity takes. */
export { adultAge, checkAuthority, lastGuardianAge, ownVoiceAge } from "./people/authority.ts";
export { channelsFor, effectsOf } from "./people/protection.ts";
export { assuranceFor } from "./people/assurance.ts";
