/** Faults of the graph of exceptions and of the dates of versions, seen without evaluating anything. */
import { addMonths, parseDay } from "../day/civil-day.ts";
import { exceptionCycle } from "../compile/exceptions.ts";
import type { Rule, RuleSet, RuleVersion } from "../schema/rule-set.ts";
import type { Diagnostic, DiagnosticCode, Severity } from "./diagnostic.ts";

/** A finding before its witness is made. */
export type Finding = Omit<Diagnostic, "witness"> & { readonly asOf: string };

export function finding(
  code: DiagnosticCode,
  severity: Severity,
  rules: readonly string[],
  asOf: string,
  sv: string,
  en: string,
): Finding {
  return { code, severity, rules, asOf, message: { sv, en } };
}

function exceptionFaults(ruleSet: RuleSet): Finding[] {
  const ids = new Set(ruleSet.rules.map((rule) => rule.id));
  const found: Finding[] = [];
  for (const rule of ruleSet.rules) {
    const day = rule.versions[0]?.inForce.from ?? ruleSet.supports.from;
    for (const target of rule.exceptTo ?? []) {
      if (target === rule.id)
        found.push(
          finding(
            "SELF_EXCEPTION",
            "error",
            [rule.id],
            day,
            "Regeln är undantag från sig själv.",
            "The rule is an exception to itself.",
          ),
        );
      else if (!ids.has(target))
        found.push(
          finding(
            "DANGLING_EXCEPTION",
            "error",
            [rule.id],
            day,
            "Undantag från en regel som inte finns.",
            "An exception to a rule that does not exist.",
          ),
        );
    }
  }
  const cycle = exceptionCycle({
    ...ruleSet,
    rules: ruleSet.rules.map((rule) => ({
      ...rule,
      exceptTo: (rule.exceptTo ?? []).filter((id) => id !== rule.id),
    })),
  });
  if (cycle !== undefined) {
    const day = ruleSet.rules.find((rule) => rule.id === cycle[0])?.versions[0]?.inForce.from;
    found.push(
      finding(
        "EXCEPTION_CYCLE",
        "error",
        cycle,
        day ?? ruleSet.supports.from,
        "Regler är undantag från varandra i en ring.",
        "Rules are exceptions to each other in a circle.",
      ),
    );
  }
  return found;
}

const sameChange = (a: RuleVersion, b: RuleVersion): boolean =>
  JSON.stringify([a.when, a.effect]) === JSON.stringify([b.when, b.effect]);

const sameCite = (a: RuleVersion, b: RuleVersion): boolean =>
  JSON.stringify(a.cite.map(({ act, at, amendedBy }) => [act, at, amendedBy])) ===
  JSON.stringify(b.cite.map(({ act, at, amendedBy }) => [act, at, amendedBy]));

function versionFaults(rule: Rule, ruleSet: RuleSet): Finding[] {
  const found: Finding[] = [];
  const versions = rule.versions.toSorted((a, b) => (a.inForce.from < b.inForce.from ? -1 : 1));
  versions.forEach((version, index) => {
    const { from, until } = version.inForce;
    const { supports } = ruleSet;
    if ((until !== undefined && until <= supports.from) || (supports.to !== undefined && from > supports.to))
      found.push(
        finding(
          "OUT_OF_SUPPORT",
          "warning",
          [rule.id],
          from,
          "Versionen ligger helt utanför den tid reglerna svarar för.",
          "The version lies wholly outside the time the rules answer for.",
        ),
      );
    if (until !== undefined && until <= from)
      found.push(
        finding(
          "VERSION_OVERLAP",
          "error",
          [rule.id],
          from,
          "Versionen slutar innan den börjar.",
          "The version ends before it begins.",
        ),
      );
    const next = versions[index + 1];
    if (next === undefined) return;
    if (until === undefined || until > next.inForce.from)
      found.push(
        finding(
          "VERSION_OVERLAP",
          "error",
          [rule.id],
          next.inForce.from,
          "Två versioner är i kraft samma dag.",
          "Two versions are in force on one day.",
        ),
      );
    else if (until < next.inForce.from)
      found.push(
        finding(
          "VERSION_GAP",
          "error",
          [rule.id],
          until,
          "Ingen version är i kraft mellan två versioner.",
          "No version is in force between two versions.",
        ),
      );
    if (!sameChange(version, next) && sameCite(version, next))
      found.push(
        finding(
          "UNCITED_CHANGE",
          "warning",
          [rule.id],
          next.inForce.from,
          "Versionen skiljer sig från den förra men hänvisar till samma lydelse.",
          "The version differs from the one before but cites the same wording.",
        ),
      );
  });
  return found;
}

function isOlder(checked: string, today: string, months: number): boolean {
  return addMonths(parseDay(checked), months, false) < parseDay(today);
}

function citationFaults(rule: Rule, ruleSet: RuleSet, today: string, maxAgeMonths: number): Finding[] {
  return rule.versions.flatMap((version) => {
    const { from, until } = version.inForce;
    const old = version.cite.some((cite) => isOlder(cite.checked, today, maxAgeMonths));
    const repealed = version.cite.some((cite) => {
      const day = ruleSet.acts[cite.act]?.repealed;
      return day !== undefined && (until === undefined || until > day);
    });
    return [
      ...(old && (until === undefined || until > today)
        ? [
            finding(
              "STALE_CITATION",
              "warning",
              [rule.id],
              from > today ? from : today,
              `Hänvisningen är äldre än ${maxAgeMonths} månader.`,
              `The citation was last checked more than ${maxAgeMonths} months ago.`,
            ),
          ]
        : []),
      ...(repealed
        ? [
            finding(
              "STALE_CITATION",
              "error",
              [rule.id],
              from,
              "Författningen är upphävd under versionens tid.",
              "The act is repealed while the version is in force.",
            ),
          ]
        : []),
    ];
  });
}

function leapFaults(rule: Rule): Finding[] {
  return rule.versions.flatMap(({ effect, inForce }) => {
    const term =
      effect.kind === "preserve" || effect.kind === "dispose"
        ? effect.after
        : effect.kind === "ask"
          ? undefined
          : effect.until;
    if (term === undefined || term.leap !== undefined || term.roll !== undefined) return [];
    if (typeof term.plus === "string" && !/[YM]/.test(term.plus)) return [];
    return [
      finding(
        "LEAP_SENSITIVE",
        "warning",
        [rule.id],
        inForce.from,
        "En händelse den 29 februari ger olika slutdag och regeln säger inte vilken.",
        "An event on 29 February gives two end days and the rule does not say which.",
      ),
    ];
  });
}

/** All faults that show without evaluation. */
export function structuralFindings(ruleSet: RuleSet, today: string, maxAgeMonths: number): Finding[] {
  return [
    ...exceptionFaults(ruleSet),
    ...ruleSet.rules.flatMap((rule) => [
      ...versionFaults(rule, ruleSet),
      ...citationFaults(rule, ruleSet, today, maxAgeMonths),
      ...leapFaults(rule),
    ]),
  ];
}
