import type { LintRule } from "./lint-rule.ts";
import { basisLint } from "./rules/basis.ts";
import { completenessLint } from "./rules/completeness.ts";
import { consentLint } from "./rules/consent-and-offences.ts";
import { processorLint } from "./rules/processors.ts";
import { promiseLint } from "./rules/promises.ts";
import { retentionLint } from "./rules/retention.ts";
import { rightsLint } from "./rules/rights.ts";
import { roleLint } from "./rules/roles.ts";
import { statementLint } from "./rules/statements.ts";
import { transparencyLint } from "./rules/transparency.ts";

/** Every rule over a sentence, in the order of their codes. */
export const lintRules: readonly LintRule[] = [
  ...roleLint,
  ...promiseLint,
  ...transparencyLint,
  ...completenessLint,
  ...basisLint,
  ...consentLint,
  ...retentionLint,
  ...processorLint,
  ...rightsLint,
  ...statementLint,
].toSorted((a, b) => (a.code < b.code ? -1 : 1));
