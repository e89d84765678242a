import {
  parseAnswer,
  questionnaire,
  stepsOf,
  type Answers,
  type Question,
  type StepId,
} from "@tillit/application-case";
import type { FieldFault } from "@tillit/web-kit";
import type { AllTexts } from "../texts/load-texts.ts";

/** What a checked identity number may be: right, or why not. */
export type IdentityCheck = (text: string) => "ok" | "malformed" | "checksum" | "under-18";

function messageOf(
  question: Question,
  answers: Answers,
  texts: AllTexts,
  check: IdentityCheck,
): string | undefined {
  const value = answers[question.id];
  const empty =
    value === undefined ||
    (typeof value === "string" && value.trim() === "") ||
    (Array.isArray(value) && value.length === 0);
  const { label } = texts.questions.questions[question.id];
  if (empty) {
    if (!question.required) return undefined;
    if (question.kind === "acknowledge") return texts.form.requiredTick;
    return question.kind === "text" || question.kind === "number"
      ? texts.form.requiredText(label)
      : texts.form.requiredChoice(label);
  }
  const parsed = parseAnswer(question, value);
  if (question.format === "identity-number") {
    const verdict = parsed.ok && typeof value === "string" ? check(value.trim()) : "malformed";
    if (verdict === "malformed") return texts.form.identityMalformed;
    if (verdict === "checksum") return texts.form.identityChecksum;
    return verdict === "under-18" ? texts.form.identityUnder18 : undefined;
  }
  return parsed.ok ? undefined : `${label}: ${texts.form.problems[parsed.code]}`;
}

/** The faults of one step, in the order of its questions. */
export function faultsOf(
  step: StepId,
  answers: Answers,
  texts: AllTexts,
  check: IdentityCheck,
): FieldFault[] {
  const questions = stepsOf(questionnaire, answers).find(({ id }) => id === step)?.questions ?? [];
  return questions.flatMap((question) => {
    const message = messageOf(question, answers, texts, check);
    return message === undefined ? [] : [{ field: question.id, message }];
  });
}
