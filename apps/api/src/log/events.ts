export interface LogKeyEvents {
  /** `checkpoint`: signed with both keys, of the log before the hand-over. */
  readonly LogKeyHandedOver: { readonly from: string; readonly to: string; readonly checkpoint: string };
}
