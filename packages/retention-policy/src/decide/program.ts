/** A program: the rules left standing for some records, sorted by what they do. */
import type { Candidate, OtherwiseRow } from "../compile/lens.ts";
import type { OwnWait, RuleRow } from "../compile/rule-rows.ts";
import { NO_DAY } from "../day/civil-day.ts";

/** The rules left standing, sorted by what they do; shared by all rows of the same classes. */
export interface Program {
  readonly mode:
    | "preserve"
    | "transfer"
    | "receivers"
    | "dispose"
    | "floor"
    | "ceiling"
    | "ask"
    | "otherwise";
  readonly deciding: RuleRow | undefined;
  readonly against: RuleRow | undefined;
  /** Dispose rules first, then floors; for a transfer the rules that say when. */
  readonly bounds: readonly RuleRow[];
  readonly ceilings: readonly RuleRow[];
  readonly ownWaits: readonly OwnWait[];
  readonly subjectWaits: readonly string[];
  readonly notBefore: number;
  readonly otherwise: OtherwiseRow | undefined;
  readonly rows: number;
  /** The rules that apply, defeated ones left out; for traces. */
  readonly kept: readonly RuleRow[];
}

/** Sorts standing candidates into a program. */
export function programOf(
  kept: readonly Candidate[],
  otherwise: OtherwiseRow | undefined,
  rows: number,
): Program {
  const all = kept.map((candidate) => candidate.row).toSorted((a, b) => a.index - b.index);
  const of = (kind: RuleRow["kind"]): RuleRow[] => all.filter((row) => row.kind === kind);
  const [preserve, dispose, minimum, maximum, ask] = [
    of("preserve"),
    of("dispose"),
    of("minimum"),
    of("maximum"),
    of("ask"),
  ];
  const transfers = preserve.filter((row) => row.transferTo !== undefined);
  const other = transfers.find((row) => row.transferTo !== transfers[0]?.transferTo);
  const mode =
    other !== undefined
      ? "receivers"
      : transfers.length > 0
        ? "transfer"
        : preserve.length > 0
          ? "preserve"
          : dispose.length > 0
            ? "dispose"
            : maximum.length > 0
              ? "ceiling"
              : minimum.length > 0
                ? "floor"
                : ask.length > 0
                  ? "ask"
                  : "otherwise";
  return {
    mode,
    deciding: transfers[0] ?? preserve[0] ?? dispose[0] ?? maximum[0] ?? minimum[0] ?? ask[0],
    against: other,
    bounds:
      mode === "transfer" ? transfers.filter((row) => row.term !== undefined) : [...dispose, ...minimum],
    ceilings: maximum,
    ownWaits: dispose.flatMap((row) => row.ownWaits),
    subjectWaits: [...new Set(dispose.flatMap((row) => row.subjectWaits))],
    notBefore: Math.max(NO_DAY, ...[...dispose, ...minimum].map((row) => row.notBefore ?? NO_DAY)),
    otherwise,
    rows,
    kept: all,
  };
}
