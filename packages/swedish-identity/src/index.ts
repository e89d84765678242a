export { IdentityError } from "./errors.ts";
export type { IdentityErrorCode } from "./errors.ts";
export { findIdentityNumbers } from "./find-identity-numbers.ts";
export type { IdentityNumberPlace } from "./find-identity-numbers.ts";
export { formatIdentityNumber, parseIdentityNumber } from "./identity-number.ts";
export type { IdentityNumber } from "./identity-number.ts";
export { handlingOf, protectionLevels, strongestProtection } from "./protected-identity.ts";
export type { ProtectedHandling, ProtectionLevel } from "./protected-identity.ts";
