/** `@tillit/consent-legal-basis/dpv`: the export to the W3C Data Privacy Vocabulary. */
export { dpvContext } from "./dpv/context.ts";
export { dpvNamespaces } from "./dpv/iris.ts";
export { toJsonLd } from "./dpv/to-json-ld.ts";
export type { DpvOptions, JsonLd } from "./dpv/to-json-ld.ts";
