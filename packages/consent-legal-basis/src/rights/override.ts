import type { Localized } from "@tillit/law-reference";
import type { Art6Letter } from "../activity/basis.ts";
import type { ControllerKind, LawRef } from "../law/law-ref.ts";
import type { RetentionVerdict } from "./retention-verdict.ts";
import type { Right } from "./right.ts";

/**
 * A national rule on top of the EU verdict, as data. Every condition in `when` must hold; overrides are applied
 * in order. `exclude` beats everything; `limit` turns "applies" into "conditional"; `note` adds a reason only.
 */
export type RightsOverride = {
  readonly id: string;
  readonly order: number;
  readonly right: Right;
  readonly effect: "exclude" | "limit" | "note";
  readonly when: {
    /** The activity rests on one of these acts (SFS numbers cited by its bases or Art. 9/10 grounds). */
    readonly citesAct?: readonly string[];
    /** …or the activity rests on this provision of it, "17 kap." matches every section of the chapter. */
    readonly citesProvision?: string;
    readonly kinds?: readonly ControllerKind[];
    readonly bases?: readonly Art6Letter[];
    readonly retention?: readonly RetentionVerdict["kind"][];
    /** Not where retention has said this. */
    readonly unlessRetention?: readonly RetentionVerdict["kind"][];
  };
  readonly law: readonly LawRef[];
  readonly reason: Localized;
  readonly condition?: Localized;
};
