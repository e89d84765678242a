/** A record goes from one controller to another: what the sender's log says of it, and what the receiver's. */
import type { CaseContent } from "@tillit/application-case";
import type { TransferManifest } from "@tillit/retention-policy";
import type { CaseRow, WordsRow } from "@tillit/record-store";

/** What is handed over, as the manifest lists it. */
export interface Handover {
  readonly manifest: TransferManifest;
  readonly receiver: string;
  readonly envelopes: readonly { readonly id: string; readonly kind: CaseContent; readonly digest: string }[];
}

/** Which offer, by its id. */
interface OfTransfer {
  readonly transfer: string;
}

/** At the sender. */
export interface HandoverEvents {
  readonly TransferOffered: OfTransfer & Handover;
  readonly TransferWithdrawn: OfTransfer;
  /** `index`: the place of the receiver's own entry in its log. */
  readonly TransferAccepted: OfTransfer & { readonly receiver: string; readonly index: number };
  /** `words`: digest of the sealed reason. */
  readonly TransferDeclined: OfTransfer & { readonly words?: string };
}

/** At the receiver, which has not taken the record. */
export interface TransferEvents {
  readonly TransferDeclinedHere: OfTransfer & { readonly from: string; readonly words?: string };
}

export interface TransferExaminedEvents {
  readonly TransferExamined: OfTransfer & { readonly envelope: string };
}

/** At the receiver, which has. */
export interface TransferredEvents {
  readonly RecordTransferredIn: OfTransfer & {
    readonly from: string;
    /** The controller in the sealed context, where the sender had it from another in its turn. */
    readonly sealedFor?: string;
    readonly manifest: TransferManifest;
    readonly case: Omit<CaseRow, "id">;
    readonly words: readonly Omit<WordsRow, "caseId">[];
  };
}
