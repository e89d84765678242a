/** To whom data of a record was given, and that they are told when it is disposed of. */
import type { recipientKinds } from "@tillit/api-contract/disclosures/routes";

export interface Disclosure {
  /** A code of the controller's own register of recipients; no person. */
  readonly recipient: string;
  readonly kind: (typeof recipientKinds)[number];
  /** Swedish calendar day. */
  readonly on: string;
}

export interface Disposed {
  readonly record: string;
  readonly result: "gone" | "transferred";
  readonly rule: string;
}

export interface DisclosureEvents {
  readonly DataDisclosed: Disclosure;
}

export interface DisposalNoticeEvents {
  readonly RecipientNoticeQueued: Disclosure & Disposed & { readonly notice: string; readonly list: string };
  readonly RecipientNoticeSettled: { readonly notice: string; readonly how: string };
}
