/** How answers are spread over the envelope's sections, and gathered again after opening. */
import { questionnaire } from "./questionnaire/fam-intresse-1/questionnaire.ts";
import {
  sectionIds,
  type Answers,
  type AnswerValue,
  type FileReference,
  type QuestionClass,
  type SectionId,
} from "./questionnaire/question.ts";
import { isQuestionId } from "./questionnaire/question-id.ts";

export type SectionAnswers = Answers;
export type Sections = Readonly<Record<SectionId, SectionAnswers>>;

/** What a section's bytes say, as JSON text. */
export interface SectionDocument {
  readonly questionnaire: string;
  readonly answers: SectionAnswers;
  /** In `attachments` only: which section holds which file. */
  readonly files?: readonly FileReference[];
}

/** The envelope class of each section; files are sealed with class `attachment` too. */
export const sectionClasses: Readonly<Record<SectionId, QuestionClass | "attachment">> = {
  contact: "ordinary",
  household: "third-party",
  health: "health",
  experience: "ordinary",
  attachments: "attachment",
};

/** Spreads parsed answers over the five sections; routing answers (which receivers) go in none. */
export function toSections(answers: Answers): Sections {
  const sections: Record<SectionId, { [id: string]: AnswerValue }> = {
    contact: {},
    household: {},
    health: {},
    experience: {},
    attachments: {},
  };
  for (const question of questionnaire.questions) {
    const value = answers[question.id];
    if (value !== undefined && question.section !== "routing")
      sections[question.section][question.id] = value;
  }
  return sections;
}

/** Gathers the sections that could be opened into one set of answers. */
export function fromSections(sections: Partial<Sections>): Answers {
  return Object.assign({}, ...sectionIds.map((id) => sections[id] ?? {})) as Answers;
}

/** The documents to seal, one per section; `attachments` also lists its files. */
export function toDocuments(answers: Answers): Readonly<Record<SectionId, SectionDocument>> {
  const sections = toSections(answers);
  const document = (id: SectionId): SectionDocument => ({
    questionnaire: questionnaire.id,
    answers: sections[id],
  });
  const files = (answers["files"] ?? []) as readonly FileReference[];
  return {
    contact: document("contact"),
    household: document("household"),
    health: document("health"),
    experience: document("experience"),
    attachments: { ...document("attachments"), files },
  };
}

/** Whether an opened section's JSON is a {@link SectionDocument} of a questionnaire this version knows. */
export function isSectionDocument(value: unknown): value is SectionDocument {
  if (typeof value !== "object" || value === null) return false;
  const { questionnaire: id, answers } = value as Partial<SectionDocument>;
  return (
    id === questionnaire.id &&
    typeof answers === "object" &&
    answers !== null &&
    Object.keys(answers).every((key) => isQuestionId(key))
  );
}
