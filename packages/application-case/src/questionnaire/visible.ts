import { assignmentKinds, isAssignmentKind, type AssignmentKind } from "../assignment.ts";
import type { Answers, AnswerValue, Question, Questionnaire } from "./question.ts";
import type { QuestionId } from "./question-id.ts";

/** The assignment kinds an applicant has ticked so far. */
export function chosenAssignments(answers: Answers): readonly AssignmentKind[] {
  const chosen = answers["assignment"];
  return Array.isArray(chosen) ? chosen.filter(isAssignmentKind) : [];
}

function has(value: AnswerValue | undefined, codes: readonly string[]): boolean {
  if (typeof value === "string") return codes.includes(value);
  return Array.isArray(value) && value.some((code) => typeof code === "string" && codes.includes(code));
}

/**
 * The questions this applicant should see, in order. A question is seen when it concerns one of the chosen
 * assignments (before any is chosen: when it concerns all four) and its condition holds; a condition on a
 * question that is itself hidden never holds.
 */
export function visibleQuestions(questionnaire: Questionnaire, answers: Answers): readonly Question[] {
  const chosen = chosenAssignments(answers);
  const seen = new Set<QuestionId>();
  const visible: Question[] = [];
  for (const question of questionnaire.questions) {
    const applies =
      chosen.length === 0
        ? question.appliesTo.length === assignmentKinds.length
        : question.appliesTo.some((kind) => chosen.includes(kind));
    const when = question.visibleWhen;
    const holds = when === undefined || (seen.has(when.question) && has(answers[when.question], when.has));
    if (!applies || !holds) continue;
    seen.add(question.id);
    visible.push(question);
  }
  return visible;
}
