export { addDisposition, addEvaluation, makeSummary, summaryGroups, summaryYears } from "./bulk/summary.ts";
export { checkRules } from "./check/check-rules.ts";
export { compile } from "./compile/compile.ts";
export { parseMapping } from "./csv/mapping.ts";
export { isBlank } from "./name/fold-name.ts";
export { idText } from "./csv/id-arena.ts";
export { csvReader } from "./csv/read-csv.ts";
export { planHeader, planLine } from "./plan/plan-line.ts";
export { planWriter } from "./plan/write-plan.ts";
export { formatDay, NO_DAY, parseDay, UNKNOWN_DAY } from "./day/civil-day.ts";
export { outcomes, reasons, statuses } from "./decide/codes.ts";
export { diffRules } from "./diff/diff-rules.ts";
export { dropReasons, itemResults, listStatuses } from "./dispose/list/list.ts";
export { decideList } from "./dispose/list/decide-list.ts";
export { evolveList } from "./dispose/list/evolve-list.ts";
export { keyedId } from "./dispose/keyed-id.ts";
export { parseList, parseListCommand } from "./dispose/list/list-schema.ts";
export { IdSet } from "./record/id-set.ts";
export { initialList, listTransitions } from "./dispose/list/list.ts";
export { disposalProof, proveDisposal, verifyDisposal, verifyDisposalProof } from "./dispose/proof.ts";
export { protocolText } from "./dispose/protocol.ts";
export {
  archivePackage,
  contentFolder,
  documentationFolder,
  schemaFolder,
} from "./archive/archive-package.ts";
export { retentionMark, transferManifest } from "./dispose/transfer.ts";
export { RetentionError } from "./errors.ts";
export { describeRules } from "./explain/describe.ts";
export { citationText } from "./explain/sentences.ts";
export { outcomeWords, statusWords } from "./explain/words.ts";
export { parseRuleSet, ruleSetJsonSchema } from "./schema/parse-rule-set.ts";

export type { CheckOptions } from "./check/check-rules.ts";
export type { Diagnostic, DiagnosticCode, Severity, Witness } from "./check/diagnostic.ts";
export type { Summary, SummaryGroup, SummaryYear } from "./bulk/summary.ts";
export type { Columns } from "./bulk/columns.ts";
export type { Evaluation } from "./bulk/evaluation.ts";
export type { Rejected, StreamOptions } from "./bulk/stream.ts";
export type { Engine } from "./compile/compile.ts";
export type { IdArena } from "./csv/id-arena.ts";
export type { ColumnSource, CsvMapping } from "./csv/mapping.ts";
export type { UnusedColumn } from "./csv/header.ts";
export type { CsvBatch, CsvOptions, CsvReader, CsvReject, CsvRejectCode, CsvReport } from "./csv/read-csv.ts";
export type { PlanFormat } from "./plan/plan-line.ts";
export type { PlanWriter } from "./plan/write-plan.ts";
export type { Encoding } from "./csv/text.ts";
export type { Segment, Timeline } from "./decide/timeline.ts";
export type { CellChange } from "./diff/cells.ts";
export type { AnswerChange, ChangeKind } from "./diff/compare.ts";
export type { DiffOptions, RecordChange, RecordsDiff, RulesDiff } from "./diff/diff-rules.ts";
export type { StructuralChange } from "./diff/structural.ts";
export type { ListFileCommand } from "./dispose/list/list-schema.ts";
export type { ListDecision, ListRefusal } from "./dispose/list/decide-list.ts";
export type {
  Actor,
  Approval,
  Candidate,
  DisposalList,
  Dropped,
  DropReason,
  ItemAnswer,
  ItemResult,
  ListCommand,
  ListEvent,
  ListItem,
  ListRole,
  ListStatus,
} from "./dispose/list/list.ts";
export type { Copies, Execution } from "./dispose/execution.ts";
export type { DisposalProof, Inclusion, ProofLeaf, ProofProblem } from "./dispose/proof.ts";
export type {
  ArchiveEvent,
  ArchiveFile,
  ArchivePackage,
  PackagedText,
} from "./archive/information-package.ts";
export type { RetentionMark, TransferEntry, TransferManifest } from "./dispose/transfer.ts";
export type { Deciding, Disposition, Outcome, Reason, Status } from "./disposition.ts";
export type { RetentionErrorCode } from "./errors.ts";
export type { Explanation } from "./explain/explain.ts";
export type { Bound, Step, Verdict } from "./explain/steps.ts";
export type { Facts, FactValue, Hold, Unit } from "./facts.ts";
export type {
  Citation,
  Condition,
  Effect,
  Field,
  FieldType,
  NamedSet,
  Otherwise,
  Rule,
  RuleSet,
  RuleVersion,
  Term,
  Transition,
  Wait,
} from "./schema/rule-set.ts";
