/** Redaction, and the proof that nothing of it is left. */
export { leaksIn, unsearchedIn } from "./redaction/leak.ts";
export { deidentify, protectedWords, redact, redactionMark } from "./redaction/redact.ts";
