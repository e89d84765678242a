import { labelled } from "../format/labels.ts";
import { type SignatureCheck, verifyEd25519 } from "../sign/ed25519.ts";

/** Fewer bytes may come twice, and a proof over them be one that was given before. */
const leastNonce = 16;

/** What a receipt signs to prove possession. */
export function challenge(cid: Uint8Array, nonce: Uint8Array, origin: string): Uint8Array {
  return labelled("cenv1/challenge", cid, nonce, origin);
}

/** A proof and what it was asked for. */
export interface ProofOfPossession {
  /** From `Verified.applicant`; 32 bytes. */
  readonly applicant: Uint8Array;
  /** From `Verified.cid`; 32 bytes. */
  readonly cid: Uint8Array;
  /** The verifier's own random nonce, used once; 16 bytes or more. */
  readonly nonce: Uint8Array;
  /** The verifier's own web origin, `https://example.org`. */
  readonly origin: string;
  /** From `Receipt.prove`; 64 bytes. */
  readonly proof: Uint8Array;
}

/**
 * Whether the proof was made by the receipt of that applicant key, for that envelope, nonce and origin (CE1 section 7).
 * That the nonce is fresh and was not used before is for the caller to see to; over one of fewer than 16 bytes nothing
 * is proved, nor for an origin that is empty.
 */
export function verifyProof(asked: ProofOfPossession): boolean {
  return verifyProofWith(verifyEd25519, asked);
}

/** Checks a proof with a given Ed25519; see `verifyProof`. */
export function verifyProofWith(holds: SignatureCheck, asked: ProofOfPossession): boolean {
  const { applicant, cid, nonce, origin, proof } = asked;
  const given = [applicant, cid, nonce, proof].every((bytes) => bytes instanceof Uint8Array);
  if (!given || nonce.length < leastNonce || typeof origin !== "string" || origin === "") return false;
  return holds(applicant, challenge(cid, nonce, origin), proof);
}
