export { addRecipient, decapsulatorFromSeed, open, reseal, rotate, seal } from "./node/envelope.ts";
export type { LentSink, Lending } from "./node/lent-sink.ts";
export {
  hasCountersigned,
  verify,
  verifyAmendment,
  verifyBlob,
  verifyKeyDocument,
  verifyProof,
  verifyWithdrawal,
} from "./node/verify.ts";
