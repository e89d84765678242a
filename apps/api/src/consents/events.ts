import type { ConsentEvent } from "@tillit/consent-legal-basis";

/** `stops`, `erases`: what a withdrawal ends, by activity and by data. */
export type ConsentEvents = {
  readonly [T in ConsentEvent["type"]]: {
    readonly event: Extract<ConsentEvent, { readonly type: T }>;
    readonly stops?: readonly string[];
    readonly erases?: readonly string[];
  };
};
