import { type VerifiedKeys, verifyKeyDocumentWith } from "../directory/key-document.ts";
import type { KeyTrust } from "../directory/key-trust.ts";
import { hasCountersignedWith } from "../envelope/reseal.ts";
import { type Expect, type Verified, verifyBlobWith, verifyWith } from "../envelope/verify.ts";
import type { Dsse } from "../format/dsse.ts";
import type { Bytes } from "../payload/source.ts";
import { type ProofOfPossession, verifyProofWith } from "../sender/proof.ts";
import { verifyAmendmentWith, verifyWithdrawalWith } from "../sender/statements.ts";
import { nodeBackend } from "./backend.ts";
import { nodeVerifyEd25519 } from "./ed25519.ts";

/** As `verify` of the main entry point, with node:crypto. Accepts exactly the same, several times as fast. */
export function verify(manifest: Dsse, expect: Expect): Verified {
  return verifyWith(nodeVerifyEd25519, manifest, expect);
}

/** As `verifyBlob` of the main entry point, with node:crypto. */
export function verifyBlob(verified: Verified, id: string, blob: Bytes): Promise<void> {
  return verifyBlobWith(nodeBackend, verified, id, blob);
}

/** As `verifyKeyDocument` of the main entry point, with node:crypto. */
export function verifyKeyDocument(document: Dsse, trust: KeyTrust): VerifiedKeys {
  return verifyKeyDocumentWith(nodeVerifyEd25519, document, trust);
}

/** As `verifyProof` of the main entry point, with node:crypto. */
export function verifyProof(asked: ProofOfPossession): boolean {
  return verifyProofWith(nodeVerifyEd25519, asked);
}

/** As `verifyWithdrawal` of the main entry point, with node:crypto. */
export function verifyWithdrawal(statement: Dsse, verified: Verified): { at: string } {
  return verifyWithdrawalWith(nodeVerifyEd25519, statement, verified);
}

/** As `verifyAmendment` of the main entry point, with node:crypto. */
export function verifyAmendment(statement: Dsse, previous: Verified, next: Verified): { at: string } {
  return verifyAmendmentWith(nodeVerifyEd25519, statement, previous, next);
}

/** As `hasCountersigned` of the main entry point, with node:crypto. */
export function hasCountersigned(manifest: Dsse, key: Uint8Array): boolean {
  return hasCountersignedWith(nodeVerifyEd25519, manifest, key);
}
