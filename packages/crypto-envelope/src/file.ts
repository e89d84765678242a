export { fromEnvelopeFile, toEnvelopeFile } from "./envelope/single-file.ts";
export type { EnvelopeFile } from "./envelope/single-file.ts";
