/** What a letter is about: the case as far as its letters differ by it. A letter is made for one case only. */
import type { ControllerKind, Regime, Right } from "../case/request.ts";
import type { DecisionOutcome } from "../decision/verdict.ts";
import { DsarError } from "../errors.ts";
import { regimes } from "../regime/regimes.ts";

/** The case a letter is about. */
export type LetterCase = {
  readonly regime: Regime;
  readonly controller: ControllerKind;
  readonly right: Right;
  /** What was decided; absent while a letter tells no decision, as when a fee is announced. */
  readonly outcome?: DecisionOutcome | undefined;
};

/** The cases a letter or a part of it is for; what is left out is any. `none`: nothing has been decided. */
export type LetterScope = {
  readonly regimes?: readonly Regime[];
  readonly controllers?: readonly ControllerKind[];
  readonly rights?: readonly Right[];
  readonly outcomes?: readonly (DecisionOutcome | "none")[];
};

const known = {
  regime: ["gdpr", "public-records", "party-insight", "private-file"],
  controller: ["public-authority", "private-provider"],
  right: ["access", "rectification", "erasure", "restriction", "objection", "portability"],
  outcome: ["granted", "partly-granted", "refused", "no-data", undefined],
} as const satisfies { readonly [Key in keyof LetterCase]-?: readonly LetterCase[Key][] };

function isCase(about: Partial<LetterCase> | null | undefined): boolean {
  if (typeof about !== "object" || about === null) return false;
  return (Object.keys(known) as (keyof typeof known)[]).every((key) => {
    const values: readonly unknown[] = known[key];
    return values.includes(about[key]);
  });
}

/**
 * Refuses what is no case, also where nothing has checked the types.
 *
 * @throws {@link DsarError} `LETTER_NOT_FOR_CASE`
 */
export function checkCase(about: LetterCase): void {
  if (isCase(about) && regimes[about.regime].controllers.includes(about.controller)) return;
  throw new DsarError(
    "LETTER_NOT_FOR_CASE",
    "a letter needs the regime, controller, right and outcome of its case",
  );
}

/** Is a case among these? */
export function isWithin(scope: LetterScope, about: LetterCase): boolean {
  const { regimes, controllers, rights, outcomes } = scope;
  return (
    (regimes?.includes(about.regime) ?? true) &&
    (controllers?.includes(about.controller) ?? true) &&
    (rights?.includes(about.right) ?? true) &&
    (outcomes?.includes(about.outcome ?? "none") ?? true)
  );
}

/** Something that was asked for was not given: what must be reasoned and may be contested. */
export const adverse = ["partly-granted", "refused", "no-data"] as const;
export const authority = ["public-authority"] as const;
export const provider = ["private-provider"] as const;
export const gdpr = ["gdpr"] as const;
