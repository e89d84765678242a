import { answerLetters } from "./answer-letters.ts";
import { changeLetters } from "./change-letters.ts";
import { decisionLetters } from "./decision-letters.ts";
import { intakeLetters } from "./intake-letters.ts";
import type { LetterDefinition, LetterId } from "../letter.ts";
import { recordsLetters } from "./records-letters.ts";
import { remedyLetters } from "./remedy-letters.ts";

const all = [
  ...intakeLetters,
  ...answerLetters,
  ...decisionLetters,
  ...changeLetters,
  ...recordsLetters,
  ...remedyLetters,
].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Every letter of a request, M01 to M26, as data in Swedish and English. */
export const letters: Readonly<Record<LetterId, LetterDefinition>> = Object.fromEntries(
  all.map((letter) => [letter.id, letter]),
) as Readonly<Record<LetterId, LetterDefinition>>;
