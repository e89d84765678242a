export interface NoticeEvents {
  readonly NoticeNoted: { readonly version: string };
  readonly NoticeChanged: { readonly version: string };
}
