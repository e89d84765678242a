export interface KeepEvents {
  /** What a reviewer's answer on a list had kept until a day. */
  readonly KeepLifted: { readonly list: string; readonly until: string };
}
