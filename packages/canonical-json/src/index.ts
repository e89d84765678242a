export { canonicalBytes, canonicalize } from "./canonicalize.ts";
export { contentHash } from "./content-hash.ts";
export { CanonicalJsonError } from "./errors.ts";
export type { CanonicalJsonErrorCode } from "./errors.ts";
export { maxDepth } from "./json-value.ts";
export type { JsonValue } from "./json-value.ts";
export { parseCanonical, parseStrict } from "./parse.ts";
