import { answerSchema } from "./answer-schema.ts";
import type { Answers, AnswerValue, Question, Questionnaire } from "./question.ts";
import { isQuestionId } from "./question-id.ts";
import { visibleQuestions } from "./visible.ts";

/** Why an answer is not accepted. The input itself is never repeated. */
export type AnswerProblemCode =
  | "NOT_AN_OBJECT"
  | "UNKNOWN_QUESTION"
  | "REQUIRED"
  | "WRONG_TYPE"
  | "UNKNOWN_OPTION"
  | "REPEATED_OPTION"
  | "STANDS_ALONE"
  | "TOO_LONG"
  | "TOO_MANY"
  | "TOO_LARGE"
  | "MALFORMED";

export interface AnswerProblem {
  /** Question id; for `UNKNOWN_QUESTION` and `NOT_AN_OBJECT` the questionnaire's own id. */
  readonly question: string;
  readonly code: AnswerProblemCode;
}

export type ParsedAnswers =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly problems: readonly AnswerProblem[] };

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    (typeof value === "string" && value.trim() === "") ||
    (Array.isArray(value) && value.length === 0)
  );
}

const codeOf: Record<string, AnswerProblemCode> = {
  invalid_type: "WRONG_TYPE",
  invalid_value: "UNKNOWN_OPTION",
  too_small: "MALFORMED",
  unrecognized_keys: "MALFORMED",
};

function tooBig(question: Question, path: readonly PropertyKey[]): AnswerProblemCode {
  if (question.kind !== "files") return "TOO_LONG";
  return path.at(-1) === "size" ? "TOO_LARGE" : "TOO_MANY";
}

/** Checks one answer alone: its type, its codes, its length, its shape. */
export function parseAnswer(
  question: Question,
  value: unknown,
):
  | { readonly ok: true; readonly value: AnswerValue }
  | { readonly ok: false; readonly code: AnswerProblemCode } {
  const result = answerSchema(question).safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    if (issue?.code === "too_big") return { ok: false, code: tooBig(question, issue.path) };
    return { ok: false, code: codeOf[issue?.code ?? ""] ?? "MALFORMED" };
  }
  const codes = result.data;
  if (question.kind === "checkbox" && Array.isArray(codes)) {
    if (new Set(codes).size !== codes.length) return { ok: false, code: "REPEATED_OPTION" };
    if (codes.length > 1 && question.alone?.some((code) => codes.includes(code)) === true) {
      return { ok: false, code: "STANDS_ALONE" };
    }
  }
  return { ok: true, value: result.data };
}

/**
 * Turns raw answers into {@link Answers}. Answers of questions that are not visible are dropped, so that
 * nothing a person changed their mind about is sealed; unknown ids and faulty answers are problems, and so
 * is a required question without an answer. Problems come in the order of the questions.
 */
export function parseAnswers(questionnaire: Questionnaire, raw: unknown): ParsedAnswers {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    return { ok: false, problems: [{ question: questionnaire.id, code: "NOT_AN_OBJECT" }] };
  }
  const given = raw as Answers;
  const problems: AnswerProblem[] = Object.keys(given)
    .filter((id) => !isQuestionId(id))
    .map(() => ({ question: questionnaire.id, code: "UNKNOWN_QUESTION" }));
  const answers: { [id: string]: AnswerValue } = {};
  for (const question of visibleQuestions(questionnaire, given)) {
    const value = given[question.id];
    if (isEmpty(value)) {
      if (question.required) problems.push({ question: question.id, code: "REQUIRED" });
      continue;
    }
    const parsed = parseAnswer(question, value);
    if (parsed.ok) answers[question.id] = parsed.value;
    else problems.push({ question: question.id, code: parsed.code });
  }
  return problems.length === 0 ? { ok: true, answers } : { ok: false, problems };
}
