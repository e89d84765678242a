export { signCheckpoint, verifyCheckpoint } from "./checkpoint/checkpoint.ts";
export type { Checkpoint } from "./checkpoint/checkpoint.ts";
export { followHandovers } from "./checkpoint/follow-handovers.ts";
export type {
  HandoverChain,
  HandoverFaultCode,
  HandoverStep,
  HandoverVerdict,
} from "./checkpoint/follow-handovers.ts";
export { handoverIn, signHandover, verifyHandover } from "./checkpoint/handover.ts";
export { AuditError } from "./errors.ts";
export type { AuditErrorCode } from "./errors.ts";
export { drawSample } from "./sample/draw-sample.ts";
export { logCheckpoint, logEntry, logHeader } from "./log/log-file.ts";
export { formatVerifier, parseVerifier, readVerifier, verifierOf } from "./checkpoint/log-key.ts";
export type { LogSigner, LogVerifier, StatedVerifier } from "./checkpoint/log-key.ts";
export { beginLog, endLog, nextLogLine, verifyLog } from "./log/verify-log.ts";
export type { LogFault, LogFaultCode, LogKnowledge, LogVerdict, LogVerification } from "./log/verify-log.ts";
