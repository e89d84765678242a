/** Erasure, its certificate, and telling those who were given the data. */
export { certificateDigest, certificateOf, commitmentTo } from "./erasure/certificate.ts";
export { executeErasure, replayErasures } from "./erasure/execute.ts";
export { planErasure } from "./erasure/plan.ts";
export { noticesOf } from "./notice/recipients.ts";
