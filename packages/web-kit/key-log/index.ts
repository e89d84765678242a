/** The public log of key documents as a web app checks it before it seals to a key. No keys but public ones. */
export { gatherEvidence, rememberCheckpoint } from "./gather-evidence.ts";
export { judgeKeyLog } from "./judge-key-log.ts";

export type { KeyLogApi } from "./gather-evidence.ts";
export type {
  KeyLogEvidence,
  KeyLogFault,
  KeyLogMemory,
  KeyLogProof,
  KeyLogVerdict,
} from "./judge-key-log.ts";
