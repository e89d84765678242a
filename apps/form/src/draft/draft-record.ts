import {
  isQuestionId,
  parseAnswer,
  questionnaire,
  type Answers,
  type AnswerValue,
} from "@tillit/application-case";
import type { Place } from "../journey/places.ts";

/** How long a draft is kept on the device, and how long an interrupted sending goes on by itself. */
export const draftDays = 14;

/** The answers of a draft, as encrypted: which questionnaire they are for, and when they were saved. */
export interface DraftAnswers {
  readonly questionnaire: string;
  /** Milliseconds since 1970. */
  readonly saved: number;
  readonly answers: Answers;
  /** Where the person was. */
  readonly place: Place;
  /** The version of each receiver's notice that the person has read. */
  readonly noticesRead: Readonly<Record<string, string>>;
}

/** Whether a draft saved at one time is too old at another. */
export function isTooOld(saved: number, now: number): boolean {
  return now - saved > draftDays * 86_400_000 || saved > now + 86_400_000;
}

/**
 * The answers of a draft that can still be used. A draft of another questionnaire keeps the answers whose
 * question still exists and still takes them; `dropped` says that something was left out.
 */
export function usableAnswers(draft: Omit<DraftAnswers, "place" | "noticesRead">): {
  readonly answers: Answers;
  readonly dropped: boolean;
} {
  const { files: _, ...written } = draft.answers;
  if (draft.questionnaire === questionnaire.id) return { answers: written, dropped: false };
  const kept: { [id: string]: AnswerValue } = {};
  for (const [id, value] of Object.entries(written)) {
    const question = questionnaire.questions.find((each) => isQuestionId(id) && each.id === id);
    if (question !== undefined && parseAnswer(question, value).ok) kept[id] = value;
  }
  return { answers: kept, dropped: Object.keys(kept).length < Object.keys(written).length };
}
