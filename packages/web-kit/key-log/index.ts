/** The public log of key documents as a web app checks it before it seals to a key. No keys but public ones. */
export { followServed } from "./follow-served.ts";
export { gatherEvidence, rememberCheckpoint } from "./gather-evidence.ts";
export { judgeKeyLog } from "./judge-key-log.ts";

export type { ServedCheckpoint, ServedHandovers } from "./follow-served.ts";
export type { KeyLogApi } from "./gather-evidence.ts";
export type {
  KeyLogEvidence,
  KeyLogFault,
  KeyLogMemory,
  KeyLogProof,
  KeyLogVerdict,
} from "./judge-key-log.ts";
