/** Erasure as the outcome of a request: carried out, then certified. */
import type { ErasureCertificate, ErasurePlan } from "@tillit/dsar-workflow";
import type { Erasure } from "@tillit/record-store";

/** What of a record is gone: all of it, or one section, or words about it by their own id. */
export type Gone = Pick<Erasure, "record" | "section">;

export interface ErasureEvents {
  readonly RequestErasureBegun: Pick<ErasurePlan, "destroy" | "survivors"> & {
    readonly erased: readonly Gone[];
  };
  readonly RequestErasureCertified: { readonly certificates: readonly ErasureCertificate[] };
}
