import type { HoldScope } from "@tillit/record-store";

export interface HoldEvents {
  readonly HoldPlaced: {
    readonly ground: string;
    readonly scope: HoldScope;
    /** Digest of the sealed reason. */
    readonly words: string;
    readonly unit?: string;
  };
  readonly HoldReleased: Readonly<Record<string, never>>;
}
