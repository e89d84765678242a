/** Why a record may be kept from disposal for now: a ground with words and the provision it leans on, as data. */
import type { Grade, Localized } from "@tillit/law-reference";
import register from "../rules/se/hold-grounds.json" with { type: "json" };

/** The grounds that somebody may place a hold on. */
export const placeableHoldGrounds = [
  "supervision",
  "appeal",
  "damages",
  "research",
  "investigation",
] as const;

/** A ground that somebody at the controller may place a hold on. */
export type PlaceableHoldGround = (typeof placeableHoldGrounds)[number];

/** Every ground. A restriction is no hold but a state, which a person's request brings. */
export type HoldGroundId = PlaceableHoldGround | "restriction";

/** A ground, in words for whoever reads why a record stays, and where the law says so. */
export interface HoldGround {
  readonly id: HoldGroundId;
  readonly text: Localized;
  readonly cite: { readonly act: string; readonly at: string };
  /** `request`: a person's own request brings it; nobody places it. */
  readonly placedBy: "controller" | "request";
  readonly grade: Grade;
}

/** The register of grounds. */
export const holdGrounds: readonly HoldGround[] = (register as { grounds: readonly HoldGround[] }).grounds;

/**
 * A ground by its code; undefined where the register has none of that code.
 *
 * @param id - "supervision"
 * @example
 * holdGround("supervision")?.cite; // { act: "SFS 2025:400", at: "28 kap. 5 §" }
 */
export function holdGround(id: string): HoldGround | undefined {
  return holdGrounds.find((ground) => ground.id === id);
}
