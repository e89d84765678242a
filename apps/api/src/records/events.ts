/** What happens to an application, where it belongs, and who reads it. */
import type { ApplicationEvent } from "@tillit/application-case";
import type { RestrictedUse } from "@tillit/dsar-workflow";
import type { Placement } from "@tillit/record-store";
import type { DataOf } from "../kernel/event-data.ts";

/** What the log says of a new application besides the event itself. */
export interface Numbered {
  readonly app: string;
  readonly number: string;
}

/** An application that was withdrawn without the receipt. */
export interface ByEid {
  readonly evidence?: "eid";
}

export type ApplicationEvents = DataOf<ApplicationEvent> & {
  readonly ApplicationSubmitted: Numbered;
  readonly ApplicationWithdrawn: ByEid;
};

export interface PlacementEvents {
  readonly CasePlaced: Placement;
}

export interface AccessEvents {
  readonly ContentAccessed: {
    /** Section of the envelope, or words by their id. */
    readonly part: string;
    readonly purpose: "handling" | "request" | "own-copy";
    /** For which purpose it was read though it was restricted. */
    readonly restricted?: RestrictedUse;
  };
}
