import { stepsOf } from "../questionnaire/steps.ts";
import type {
  Answers,
  AnswerValue,
  FileReference,
  Question,
  Questionnaire,
  StepId,
} from "../questionnaire/question.ts";
import type { QuestionId } from "../questionnaire/question-id.ts";
import type { QuestionnaireTexts } from "./question-text.ts";

/** One answered question in words. */
export interface DescribedAnswer {
  readonly question: QuestionId;
  readonly label: string;
  /** One text per chosen option, the text itself, or the file names; a code without words is shown as it is. */
  readonly values: readonly string[];
}

export interface DescribedStep {
  readonly step: StepId;
  readonly title: string;
  readonly answers: readonly DescribedAnswer[];
}

function valuesOf(
  question: Question,
  value: AnswerValue,
  options: Readonly<Record<string, string>>,
  yes: string,
): readonly string[] {
  if (value === true) return [yes];
  if (typeof value === "number") return [String(value)];
  if (typeof value === "string") return [question.kind === "radio" ? (options[value] ?? value) : value];
  return (value as readonly (string | FileReference)[]).map((each) =>
    typeof each === "string" ? (options[each] ?? each) : each.name,
  );
}

/**
 * Answers in words, step by step, in the order of the questionnaire; questions without an answer are left out.
 * `names` gives words for codes that come from outside (the controllers' names); `yes` is said for a tick.
 */
export function describeAnswers(
  questionnaire: Questionnaire,
  texts: QuestionnaireTexts,
  answers: Answers,
  words: { readonly yes: string; readonly names?: Readonly<Record<string, string>> },
): readonly DescribedStep[] {
  return stepsOf(questionnaire, answers)
    .map(({ id, questions }) => ({
      step: id,
      title: texts.steps[id].title,
      answers: questions.flatMap((question) => {
        const value = answers[question.id];
        if (value === undefined) return [];
        const text = texts.questions[question.id];
        const options = text.options ?? words.names ?? {};
        return [
          { question: question.id, label: text.label, values: valuesOf(question, value, options, words.yes) },
        ];
      }),
    }))
    .filter((step) => step.answers.length > 0);
}
