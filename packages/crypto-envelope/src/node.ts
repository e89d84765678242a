export { addRecipient, decapsulatorFromSeed, open, reseal, rotate, seal } from "./node/envelope.ts";
export {
  hasCountersigned,
  verify,
  verifyAmendment,
  verifyBlob,
  verifyKeyDocument,
  verifyProof,
  verifyWithdrawal,
} from "./node/verify.ts";
