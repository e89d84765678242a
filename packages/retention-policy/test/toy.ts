/** A small rule set of an invented country, and ways to vary it. */
import type { Condition, Effect, Facts, Rule, RuleSet, RuleVersion } from "../src/index.ts";

export const cite = [{ act: "T 1", at: "§ 1", checked: "2026-01-01" }];

export function version(
  from: string,
  effect: Effect,
  when: Condition = { always: true },
  more: Partial<RuleVersion> = {},
): RuleVersion {
  return { inForce: { from }, grade: "V", cite, when, effect, ...more };
}

export function rule(id: string, effect: Effect, when?: Condition, more: Partial<Rule> = {}): Rule {
  return { id, title: { sv: id, en: id }, versions: [version("2000-01-01", effect, when)], ...more };
}

export function dispose(event: string, plus: string): Effect {
  return {
    kind: "dispose",
    after: { from: { event }, plus, leap: "back" },
    complete: { by: "endOfNextCalendarYear" },
  };
}

export function minimum(event: string, plus: string): Effect {
  return { kind: "minimum", until: { from: { event }, plus, leap: "back" } };
}

export function maximum(event: string, plus: string): Effect {
  return { kind: "maximum", until: { from: { event }, plus, leap: "back" } };
}

const title = (sv: string): { sv: string; en: string } => ({ sv, en: sv });

export function toy(rules: readonly Rule[], more: Partial<RuleSet> = {}): RuleSet {
  return {
    id: "toy",
    release: "1",
    title: title("toy"),
    jurisdiction: "XX",
    supports: { from: "2000-01-01" },
    acts: { "T 1": title("Lagen") },
    receivers: { archive: title("arkivet"), museum: title("museet") },
    vocabulary: {
      kind: { title: title("slag"), type: { kind: "enum", values: ["letter", "invoice", "map"] } },
      secret: { title: title("hemlig"), type: { kind: "boolean" } },
      day: { title: title("dag"), type: { kind: "integer", min: 1, max: 31 } },
      agreed: { title: title("avtal"), type: { kind: "boolean", absent: "none" } },
      span: { title: title("tid"), type: { kind: "period", absent: "none" } },
      from: { title: title("från"), type: { kind: "eventName", absent: "none" } },
      born: { title: title("född"), type: { kind: "day" } },
      closed: { title: title("avslutat"), type: { kind: "event" } },
      sent: { title: title("sänt"), type: { kind: "event" } },
      indexed: { title: title("register"), type: { kind: "event" } },
      purged: { title: title("rensat"), type: { kind: "event" } },
    },
    sets: {},
    otherwise: [{ id: "toy/otherwise", when: { always: true }, outcome: "review", grade: "V", cite }],
    rules,
    ...more,
  };
}

export function record(values: Facts["values"], more: Partial<Facts> = {}): Facts {
  return { id: "r", unit: "file", values, ...more };
}

export const asOf = "2026-11-21";

/** The value, which the test says is there. */
export function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("the test expected something to be found");
  return value;
}
