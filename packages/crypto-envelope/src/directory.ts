export { keyEntry, signKeyDocument } from "./directory/key-document.ts";
export { fingerprint, fingerprintWords } from "./directory/fingerprint.ts";
export { parsePins } from "./directory/pins.ts";
export type { Pin, Pins } from "./directory/pins.ts";
export { generateRoot } from "./directory/root.ts";
export { applicantKeys } from "./sender/applicant-keys.ts";
export type { KeyPeriod } from "./sender/applicant-keys.ts";
