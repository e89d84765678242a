/** `@tillit/consent-legal-basis/lint`: the linter of Swedish policy texts alone. */
export { lint } from "./lint/lint.ts";
export type { LintReport } from "./lint/lint.ts";
export type { LintFinding, LintOptions } from "./lint/lint-finding.ts";
export type { LintProblem } from "./lint/lint-rule.ts";
export { foldSpace, sentencesOf } from "./lint/sentences.ts";
export type { Sentence } from "./lint/sentences.ts";
