/** Faults that show when every combination of facts is walked through: gaps, overlaps, dead rules, closed windows. */
import type { Node } from "../compile/condition.ts";
import { truthOf, TRUE } from "../compile/condition.ts";
import { type Candidate, standing } from "../compile/lens.ts";
import type { RuleRow } from "../compile/rule-rows.ts";
import { formatDay, NO_DAY } from "../day/civil-day.ts";
import * as code from "../decide/codes.ts";
import type { EngineState, Lens } from "../decide/engine-state.ts";
import { emptyResolution } from "../decide/resolution.ts";
import { programOf } from "../decide/program.ts";
import { run } from "../decide/run-program.ts";
import type { Diagnostic, DiagnosticCode, Severity } from "./diagnostic.ts";
import { explore, type Leaf, type Open } from "./explore.ts";
import { asColumns, dayAssignments, sampleDays, witnessFacts } from "./witness.ts";

type Of = Candidate | { readonly otherwise: number };

interface Seen {
  readonly matched: Set<RuleRow>;
  readonly kept: Set<RuleRow>;
  readonly pairs: Set<string>;
}

/** Names of the days a set of rules reads. */
export function daysRead(
  state: EngineState,
  candidates: readonly Candidate[],
  nodes: readonly Node[],
): Set<string> {
  const used = new Set<string>();
  const visit = (node: Node): void => {
    if (node.op === "day" || node.op === "given" || node.op === "dayOfMonth")
      used.add(state.domain.days[node.slot]?.name ?? "");
    else if (node.op === "not") visit(node.node);
    else if (node.op === "all" || node.op === "any") for (const inner of node.nodes) visit(inner);
  };
  for (const node of nodes) visit(node);
  for (const { row } of candidates)
    if (row.term !== undefined && row.term.slot >= 0) used.add(state.domain.days[row.term.slot]?.name ?? "");
  return used;
}

function report(
  state: EngineState,
  leaf: Leaf<Of>,
  days: Int32Array,
  asOf: number,
  found: { code: DiagnosticCode; severity: Severity; rules: readonly string[]; sv: string; en: string },
): Diagnostic {
  const candidates = [...leaf.certain, ...leaf.residual.map(({ of }) => of)].filter(
    (of): of is Candidate => "row" in of,
  );
  const used = daysRead(
    state,
    candidates,
    leaf.residual.map(({ node }) => node),
  );
  return {
    code: found.code,
    severity: found.severity,
    rules: found.rules,
    message: { sv: found.sv, en: found.en },
    witness: { facts: witnessFacts(state.domain, leaf.classes, days, used), asOf: formatDay(asOf) },
  };
}

function judge(state: EngineState, lens: Lens, leaf: Leaf<Of>, days: Int32Array, seen: Seen): Diagnostic[] {
  const asOf = Math.max(lens.from, sampleDays[0] as number);
  const columns = asColumns(days);
  const applying = [
    ...leaf.certain.filter((of): of is Candidate => "row" in of),
    ...leaf.residual.flatMap(({ of, node }) =>
      "row" in of && truthOf(node, columns, 0, lens.from) === TRUE ? [of] : [],
    ),
  ].toSorted((a, b) => a.rank - b.rank || a.row.index - b.row.index);
  const { kept } = standing(applying);
  for (const { row } of applying) seen.matched.add(row);
  const found: Diagnostic[] = [];
  if (kept.length === 0 && !leaf.certain.some((of) => "otherwise" in of))
    found.push(
      report(state, leaf, days, asOf, {
        code: "GAP",
        severity: "error",
        rules: [],
        sv: "Ingen regel svarar, och inget sägs om vad som annars gäller.",
        en: "No rule answers, and nothing says what holds otherwise.",
      }),
    );
  const preserved = kept.some(({ row }) => row.kind === "preserve");
  for (const { row } of kept) if (!preserved || row.kind === "preserve") seen.kept.add(row);
  if (preserved) return found;
  const disposing = kept.filter(({ row }) => row.kind === "dispose");
  for (const [index, { row }] of disposing.entries())
    for (const { row: other } of disposing.slice(index + 1)) {
      const pair = `${row.rule.id} ${other.rule.id}`;
      if (seen.pairs.has(pair) || JSON.stringify(row.term?.term) === JSON.stringify(other.term?.term))
        continue;
      seen.pairs.add(pair);
      found.push(
        report(state, leaf, days, asOf, {
          code: "OVERLAP",
          severity: "warning",
          rules: [row.rule.id, other.rule.id],
          sv: "Två gallringsregler gäller samma handling och ingen är undantag från den andra; den längre vinner.",
          en: "Two disposal rules apply to one record and neither is an exception to the other; the longer wins.",
        }),
      );
    }
  found.push(...closedWindow(state, leaf, kept, days, asOf, seen));
  return found;
}

function closedWindow(
  state: EngineState,
  leaf: Leaf<Of>,
  kept: readonly Candidate[],
  days: Int32Array,
  asOf: number,
  seen: Seen,
): Diagnostic[] {
  if (!kept.some(({ row }) => row.kind === "maximum")) return [];
  const out = emptyResolution();
  const aux = Array.from({ length: state.domain.auxCount }, () => Int32Array.of(-1));
  const columns = { days: asColumns(days), firsts: new Map(), aux, periods: [] };
  run(programOf(kept, undefined, state.rows.length), columns, 0, asOf, out);
  if (out.outcome !== code.CONFLICT || out.latest === NO_DAY) return [];
  const rules = [state.rows[out.ref - 1]?.rule.id ?? "", state.rows[out.against - 1]?.rule.id ?? ""];
  const pair = `closed ${rules.join(" ")}`;
  if (seen.pairs.has(pair)) return [];
  seen.pairs.add(pair);
  return [
    report(state, leaf, days, asOf, {
      code: "CONTRADICTION",
      severity: "error",
      rules,
      sv: "En regel kräver längre tid än en annan tillåter.",
      en: "One rule requires a longer time than another allows.",
    }),
  ];
}

/** Walks the law of every interval; at most `limit` combinations in each. */
export function behaviouralFindings(
  state: EngineState,
  limit: number,
): { found: Diagnostic[]; seen: Seen; complete: boolean } {
  const seen: Seen = { matched: new Set(), kept: new Set(), pairs: new Set() };
  const found = new Map<string, Diagnostic>();
  let complete = true;
  for (const bound of state.bounds) {
    if (bound > state.supportsTo) break;
    const lens = state.lensOn(bound);
    const open: Open<Of>[] = [
      ...lens.candidates.map((of) => ({ of, node: of.node })),
      ...lens.otherwise.map(({ node, index }) => ({ of: { otherwise: index }, node })),
    ];
    let leaves = 0;
    for (const leaf of explore<Of>(
      state.domain,
      open.map(({ of, node }) => ({ of, node })),
      limit,
    )) {
      leaves += 1;
      const nodes = leaf.residual.map(({ node }) => node);
      for (const days of dayAssignments(state.domain, nodes))
        for (const diagnostic of judge(state, lens, leaf, days, seen)) {
          const key = `${diagnostic.code} ${diagnostic.rules.join(" ")}`;
          if (!found.has(key)) found.set(key, diagnostic);
        }
    }
    if (leaves >= limit) complete = false;
  }
  return { found: [...found.values()], seen, complete };
}
