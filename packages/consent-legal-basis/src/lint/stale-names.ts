/** Names and acts that are gone, from the national law handed in: CLB501 and CLB502. */
import { gdpr } from "../law/law-ref.ts";
import type { RepealedAct } from "../law/national-law.ts";
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
      const said = gone ? placeOf(act, sentence.text) : undefined;
      if (said === undefined) continue;
      found.push({
        ...place(sentence, said),
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

/** Where a text speaks of the act: by its number, else by a name that is no other act's. */
function placeOf({ sfs, names = [] }: RepealedAct, text: string): { from: number; to: number } | undefined {
  const number = text.indexOf(sfs);
  if (number >= 0) return { from: number, to: number + sfs.length };
  for (const name of names) {
    const found = wholeWord(name, "s?").exec(text);
    if (found !== null) return { from: found.index, to: found.index + found[0].length };
  }
  return undefined;
}

/** The name between what is no letter or digit; where an ending may follow it, capitals do not matter. */
function wholeWord(name: string, ending = ""): RegExp {
  const literal = name.replace(/[.*+?^$()|[\]\\{}]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\d])${literal}${ending}(?![\\p{L}\\d])`, ending === "" ? "u" : "iu");
}
