/** The questionnaire, the answers and the life of one application. Pure: no clock, no storage, no network. */
export { assignmentKinds, isAssignmentKind } from "./assignment.ts";
export { questionnaire } from "./questionnaire/fam-intresse-1/questionnaire.ts";
export { isQuestionId, questionIds } from "./questionnaire/question-id.ts";
export { sectionIds, stepIds } from "./questionnaire/question.ts";
export { chosenAssignments, visibleQuestions } from "./questionnaire/visible.ts";
export { stepsOf } from "./questionnaire/steps.ts";
export { answersFor, assignmentsFor, assignmentsWithoutReceiver } from "./questionnaire/receiver.ts";
export { exitOf } from "./questionnaire/exit.ts";
export { attachmentTypes, limits } from "./questionnaire/answer-schema.ts";
export { parseAnswer, parseAnswers } from "./questionnaire/parse-answers.ts";
export { fromSections, isSectionDocument, sectionClasses, toDocuments, toSections } from "./sections.ts";
export { optionText, questionText } from "./texts/in-language.ts";
export { describeAnswers } from "./texts/describe-answers.ts";
export { referenceNumber } from "./reference-number.ts";
export { caseContents, sealingContexts } from "./sealing-contexts.ts";
export type { CaseContent, SealingContext, SealingContexts } from "./sealing-contexts.ts";
export { decide } from "./life/decide.ts";
export { evolve, initialState } from "./life/state.ts";
export { applicationOutcome, retentionFacts } from "./life/retention-facts.ts";

export type { AssignmentKind } from "./assignment.ts";
export type { QuestionId } from "./questionnaire/question-id.ts";
export type {
  Answers,
  AnswerValue,
  FileReference,
  Question,
  QuestionClass,
  QuestionKind,
  Questionnaire,
  QuestionPurpose,
  SectionId,
  StepId,
  TextFormat,
} from "./questionnaire/question.ts";
export type { Step } from "./questionnaire/steps.ts";
export type { AnswerProblem, AnswerProblemCode, ParsedAnswers } from "./questionnaire/parse-answers.ts";
export type { SectionAnswers, SectionDocument, Sections } from "./sections.ts";
export type { QuestionnaireTexts, QuestionText, StepText } from "./texts/question-text.ts";
export type { DescribedAnswer, DescribedStep } from "./texts/describe-answers.ts";
export type { ApplicationCommand } from "./life/command.ts";
export type {
  ApplicationEvent,
  AssessmentOutcome,
  DecisionOutcome,
  EnvelopeDigest,
  Instant,
} from "./life/event.ts";
export type { ApplicationState, ApplicationStatus, Assessment, Decision } from "./life/state.ts";
export type { ApplicationOutcome, ApplicationRefusal } from "./life/decide.ts";
export type {
  ApplicationDates,
  ApplicationOutcomeFact,
  ApplicationRetentionFacts,
} from "./life/retention-facts.ts";
