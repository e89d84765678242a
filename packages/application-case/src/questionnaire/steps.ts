import { stepIds, type Answers, type Question, type Questionnaire, type StepId } from "./question.ts";
import { visibleQuestions } from "./visible.ts";

/** One page of the form: a step and the questions of it that this applicant sees (never none). */
export interface Step {
  readonly id: StepId;
  readonly questions: readonly Question[];
}

/** The pages this applicant goes through, in order; a step whose questions are all hidden is left out. */
export function stepsOf(questionnaire: Questionnaire, answers: Answers): readonly Step[] {
  const visible = visibleQuestions(questionnaire, answers);
  return stepIds
    .map((id) => ({ id, questions: visible.filter((question) => question.step === id) }))
    .filter((step) => step.questions.length > 0);
}
