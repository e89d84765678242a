import type { AssignmentKind } from "../assignment.ts";
import type { QuestionId } from "./question-id.ts";

/** The parts an application is sealed in; each has its own key and may be destroyed alone. */
export const sectionIds = ["contact", "household", "health", "experience", "attachments"] as const;
export type SectionId = (typeof sectionIds)[number];

/** What kind of personal data an answer is; decides which section it is sealed in. */
export type QuestionClass = "ordinary" | "health" | "third-party" | "economy";

/** Why the question is asked; shown to privacy officers, and the answer to "do you need this?". */
export type QuestionPurpose =
  | "routing"
  | "safety"
  | "matching"
  | "suitability"
  | "information"
  | "contact"
  | "follow-up";

export type QuestionKind = "radio" | "checkbox" | "text" | "number" | "files" | "acknowledge";

/** Groups of related questions shown together, in this order. */
export const stepIds = [
  "assignment",
  "person",
  "household",
  "home",
  "time",
  "child",
  "experience",
  "cooperation",
  "health",
  "motive",
  "checks",
  "files",
  "contact",
] as const;
export type StepId = (typeof stepIds)[number];

/** Shapes of free text that are checked: the form may check more (a checksum), never less. */
export type TextFormat = "phone" | "email" | "identity-number";

/** One question as data: codes only, its words live in the texts of each language. */
export interface Question {
  readonly id: QuestionId;
  /** Place in the numbered list of `fam-intresse/1`; parts of one item share a number. */
  readonly number: number;
  readonly step: StepId;
  /** Where the answer is sealed; `routing` answers choose receivers and are sealed nowhere. */
  readonly section: SectionId | "routing";
  readonly class: QuestionClass;
  readonly purpose: QuestionPurpose;
  readonly appliesTo: readonly AssignmentKind[];
  readonly kind: QuestionKind;
  readonly required: boolean;
  /** Codes of a radio or checkbox question; absent where the codes come from outside (`controllers`). */
  readonly options?: readonly string[];
  readonly optionsFrom?: "controllers";
  /** Codes that end the form: nothing is sent, the person is told whom to call. */
  readonly exit?: readonly string[];
  /** Checkbox codes that cannot stand together with others ("none of these"). */
  readonly alone?: readonly string[];
  /** Shown only when the other question has one of these codes. */
  readonly visibleWhen?: { readonly question: QuestionId; readonly has: readonly string[] };
  readonly format?: TextFormat;
  readonly maxLength?: number;
  readonly multiline?: true;
  /** Raised when the meaning of the question changes; an id never changes its meaning otherwise. */
  readonly version: number;
}

/** A whole questionnaire; `id` names its version and is the envelope's schema. */
export interface Questionnaire {
  readonly id: string;
  readonly questions: readonly Question[];
}

/** A file the applicant attached: the envelope section that holds its bytes, and what it is. */
export interface FileReference {
  readonly section: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

export type AnswerValue = string | number | true | readonly string[] | readonly FileReference[];

/** Answers by question id; a question not answered is absent. */
export type Answers = { readonly [question in QuestionId]?: AnswerValue };
