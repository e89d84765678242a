import type { Grade } from "./grade.ts";

/** A place in an act; what a rule, a refusal or a letter cites. */
export interface LawRef {
  /** Short name: "GDPR", "SoL", "OSL". */
  readonly act: string;
  /** Number in the Swedish statute book, "2025:400"; acts of the EU have none. */
  readonly sfs?: string | undefined;
  /** "16 kap. 1 §"; for the GDPR "6(1)(c)". */
  readonly at: string;
}

/** The same, with how well it has been read. */
export interface GradedLawRef extends LawRef {
  readonly grade: Grade;
}

/**
 * One key for each provision: "SoL 2025:400 16 kap. 1 §".
 *
 * @example
 * lawKey({ act: "SoL", sfs: "2025:400", at: "16 kap. 1 §" }); // "SoL 2025:400 16 kap. 1 §"
 */
export function lawKey({ act, sfs, at }: LawRef): string {
  return [act, sfs, at].filter((part) => part !== undefined).join(" ");
}
