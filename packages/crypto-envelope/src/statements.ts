export { verifyProof } from "./sender/proof.ts";
export type { ProofOfPossession } from "./sender/proof.ts";
export { statementSubject, verifyAmendment, verifyWithdrawal } from "./sender/statements.ts";
