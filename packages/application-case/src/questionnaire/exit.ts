import type { Answers, Questionnaire } from "./question.ts";
import type { QuestionId } from "./question-id.ts";
import { visibleQuestions } from "./visible.ts";

/**
 * The first visible question whose answer ends the form (protected identity, under 18), or undefined.
 * An application with an exit must not be sent; the person is told whom to call instead.
 */
export function exitOf(questionnaire: Questionnaire, answers: Answers): QuestionId | undefined {
  return visibleQuestions(questionnaire, answers).find((question) => {
    const value = answers[question.id];
    return typeof value === "string" && question.exit?.includes(value) === true;
  })?.id;
}
