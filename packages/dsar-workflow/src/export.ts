/** The package that a person gets. */
export { givenItems, portableItems } from "./export/given.ts";
export { buildExport, verifyExport } from "./export/package.ts";
export { manifestDigest, sealExport } from "./export/seal.ts";
