/** What five organisations' published texts say about retention, as rule sets, to be compared with the law. */
import { parseRuleSet, type RuleSet } from "@tillit/retention-policy";
import familjehemSverige from "../rules/claims/familjehem-sverige.json" with { type: "json" };
import ifoNamnd from "../rules/claims/ifo-namnd.json" with { type: "json" };
import kasam from "../rules/claims/kasam-familjehemsvard.json" with { type: "json" };
import skinnskatteberg from "../rules/claims/skinnskatteberg-ifo.json" with { type: "json" };
import skyddsnat from "../rules/claims/socialt-skyddsnat.json" with { type: "json" };
import { retentionRules } from "./retention-rules.ts";

/** A claimed rule set and the part of the law it speaks about. */
export interface ClaimedRetention {
  readonly organisation: string;
  readonly within: Readonly<Record<string, string>>;
  readonly rules: RuleSet;
}

interface ClaimFile {
  readonly organisation: string;
  readonly title: { readonly sv: string; readonly en: string };
  readonly within: Readonly<Record<string, string>>;
  readonly receivers?: RuleSet["receivers"];
  readonly rules: readonly unknown[];
}

function rulesOf(file: ClaimFile): RuleSet {
  return parseRuleSet({
    ...retentionRules,
    id: `claim/${file.organisation}`,
    title: file.title,
    receivers: { ...retentionRules.receivers, ...file.receivers },
    rules: file.rules,
  });
}

function claimed(file: ClaimFile): ClaimedRetention {
  let rules: RuleSet | undefined;
  return {
    organisation: file.organisation,
    within: file.within,
    // Read when asked for: most who import the law never ask.
    get rules() {
      return (rules ??= rulesOf(file));
    },
  };
}

/**
 * The claims of the five organisations. Compare with `diffRules(retentionRules, claim.rules, { within, asOf })`:
 * the law is "before", so what the claim lets go too early comes out gated.
 */
export const claimedRetention: readonly ClaimedRetention[] = [
  familjehemSverige,
  skyddsnat,
  skinnskatteberg,
  ifoNamnd,
  kasam,
].map((file) => claimed(file));
