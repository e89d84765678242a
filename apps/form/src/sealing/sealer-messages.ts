import type { KeyVerdict, Receiver, SealRequest, SealResult } from "./seal-application.ts";

/** What the page asks of the worker; answers carry the same id. */
export interface SealerQuestion {
  readonly id: number;
  readonly ask:
    | { readonly kind: "verify"; readonly receivers: readonly Receiver[]; readonly now: string }
    | { readonly kind: "seal"; readonly request: SealRequest };
}

export type SealerAnswer =
  | { readonly id: number; readonly verdicts: readonly KeyVerdict[] }
  | { readonly id: number; readonly done: number; readonly total: number }
  | { readonly id: number; readonly result: SealResult }
  | { readonly id: number; readonly failed: true };
