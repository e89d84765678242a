/** Published key documents: in the controller's own log, and in the public one. */
import type { Dsse } from "@tillit/crypto-envelope";

export interface KeyEvents {
  readonly KeysPublished: { readonly seq: number; readonly digest: string };
}

export interface KeyDocumentEvents {
  readonly KeyDocumentPublished: {
    readonly controller: string;
    readonly seq: number;
    readonly digest: string;
    readonly document: Dsse;
  };
}
