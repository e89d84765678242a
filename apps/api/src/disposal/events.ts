/** What happens to a disposal list, and the certificate that it leaves. */
import type { DisposalProof, ListEvent, ProofLeaf } from "@tillit/retention-policy";

/** The unit whose records are on a list; none for the whole controller's. */
export interface OfUnit {
  readonly unit?: string;
}

export type DisposalEvents = {
  readonly [T in ListEvent["type"] as `Disposal${T}`]: OfUnit & {
    readonly event: Extract<ListEvent, { readonly type: T }>;
  };
};

export interface DisposalCertificate {
  readonly proof: DisposalProof;
  readonly leaves: readonly ProofLeaf[];
}

export interface CertificateEvents {
  /** `version`: how long the list's stream was. */
  readonly DisposalCertified: { readonly certificate: DisposalCertificate; readonly version: number };
}
