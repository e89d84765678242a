export { compile } from "./compile/compile.ts";
export { formatDay, NO_DAY, parseDay, UNKNOWN_DAY } from "./day/civil-day.ts";
export { outcomes, reasons, statuses } from "./decide/codes.ts";
export { RetentionError } from "./errors.ts";
export { citationText } from "./explain/sentences.ts";
export { parseRuleSet, ruleSetJsonSchema } from "./schema/parse-rule-set.ts";

export type { Columns } from "./bulk/columns.ts";
export type { Evaluation } from "./bulk/evaluate.ts";
export type { Rejected, StreamOptions } from "./bulk/stream.ts";
export type { Engine } from "./compile/compile.ts";
export type { Segment, Timeline } from "./decide/timeline.ts";
export type { Deciding, Disposition, Outcome, Reason, Status } from "./disposition.ts";
export type { RetentionErrorCode } from "./errors.ts";
export type { Explanation } from "./explain/explain.ts";
export type { Language } from "./explain/sentences.ts";
export type { Bound, Step, Verdict } from "./explain/steps.ts";
export type { Facts, FactValue, Hold, Unit } from "./facts.ts";
export type {
  Citation,
  Condition,
  Effect,
  Field,
  FieldType,
  Grade,
  Localised,
  NamedSet,
  Otherwise,
  Rule,
  RuleSet,
  RuleVersion,
  Term,
  Transition,
  Wait,
} from "./schema/rule-set.ts";
