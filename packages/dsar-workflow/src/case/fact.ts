/** Small facts that commands and events share. */
import type { Digest, Ref } from "./request.ts";

/** Level of assurance, 0 (unknown) and 2 to 4 as in the Swedish e-identification framework. */
export type Assurance = 0 | 2 | 3 | 4;

/** How identity was shown. `not-required`: public records may be asked for anonymously (TF 2 kap. 18 §). */
export type Method =
  | "eid"
  | "id-document"
  | "known"
  | "receipt-key"
  | "attestation"
  | "protected-procedure"
  | "not-required";

/** What is doubted when evidence is asked for (GDPR art. 12(6)). */
export type Doubt = "identity" | "authority";

/** What was done to carry out a decision that is not disclosure or erasure. */
export type Measure = "rectified" | "restricted" | "stopped" | "dispute-noted";

/** Someone an item speaks of besides the person who asks. */
export type Mention = { readonly ref: Ref; readonly as: "third-party" | "reporter" | "protected" };

/** Something found in a source. The item's text is sealed; here are its reference, section and digest. */
export type Item = {
  readonly id: Ref;
  readonly section: Ref;
  readonly sha256: Digest;
  readonly mentions?: readonly Mention[];
};
