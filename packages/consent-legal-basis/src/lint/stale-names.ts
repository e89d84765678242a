/** Names and acts that are gone, from the national law handed in: CLB501 and CLB502. */
import { gdpr } from "../law/law-ref.ts";
import { lintFixes } from "./fixes.ts";
import { type LintFinding, type LintOptions, place } from "./lint-finding.ts";
import type { Sentence } from "./sentences.ts";

export function staleNames(sentences: readonly Sentence[], options: LintOptions): readonly LintFinding[] {
  const { national, on } = options;
  if (national === undefined) return [];
  const found: LintFinding[] = [];
  for (const sentence of sentences) {
    if (sentence.heading) continue;
    const old = national.renamed.find(
      ({ old: name, since }) => since <= on && wholeWord(name).test(sentence.text),
    );
    const at = old === undefined ? undefined : wholeWord(old.old).exec(sentence.text);
    if (old !== undefined && at !== null && at !== undefined) {
      found.push({
        ...place(sentence, { from: at.index, to: at.index + at[0].length }),
        code: "CLB501",
        severity: old.kind === "authority" ? "error" : "warning",
        problems: ["P5"],
        confidence: 0.99,
        message: {
          sv: `Namnet är ersatt sedan ${old.since}: nu ${old.now}.`,
          en: `The name was replaced on ${old.since}: now ${old.now}.`,
        },
        law: [gdpr("13(2)(d)"), gdpr("12(1)")],
        fix: lintFixes.P5,
      });
    }
    for (const act of national.repealed) {
      const gone = act.inForce.until !== undefined && act.inForce.until < on;
      const from = sentence.text.indexOf(act.sfs);
      if (!gone || from < 0) continue;
      found.push({
        ...place(sentence, { from, to: from + act.sfs.length }),
        code: "CLB502",
        severity: "error",
        problems: ["P6"],
        confidence: 0.99,
        message: {
          sv: `Lagen är upphävd; i stället gäller ${act.successor}.`,
          en: `The act is repealed; ${act.successor} applies instead.`,
        },
        law: [gdpr("5(1)(a)"), gdpr("6(3)")],
        fix: lintFixes.P6,
      });
    }
  }
  return found;
}

function wholeWord(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])${name.replace(/[.*+?^$()|[\]\\{}]/g, "\\$&")}(?![\\p{L}\\d])`, "u");
}
