import type { StepId } from "../questionnaire/question.ts";
import type { QuestionId } from "../questionnaire/question-id.ts";

/** The words of one question: answers are codes, so any language may be added without touching stored data. */
export interface QuestionText {
  readonly label: string;
  readonly hint?: string;
  /** One text per option code. */
  readonly options?: Readonly<Record<string, string>>;
}

export interface StepText {
  readonly title: string;
  readonly intro?: string;
  /** What must be said point by point before the questions. */
  readonly points?: readonly string[];
}

/** All words of the questionnaire in one language. */
export interface QuestionnaireTexts {
  readonly questions: Readonly<Record<QuestionId, QuestionText>>;
  readonly steps: Readonly<Record<StepId, StepText>>;
}
