/** Everything the form knows, and how it changes. A pure reducer: components only show and dispatch. */
import {
  questionnaire,
  type Answers,
  type AnswerValue,
  type FileReference,
  type QuestionId,
} from "@tillit/application-case";
import type { FieldFault } from "@tillit/web-kit";
import type { Place } from "./places.ts";

/** A chosen file: what is sealed about it, and its bytes. */
export interface AttachedFile {
  readonly name: string;
  readonly type: string;
  readonly blob: Blob;
}

export interface FormState {
  readonly place: Place;
  readonly answers: Answers;
  readonly files: readonly AttachedFile[];
  readonly faults: readonly FieldFault[];
  /** The version of each receiver's notice that the person went past, having been shown it. */
  readonly noticesRead: Readonly<Record<string, string>>;
  /** Grows with every refused try, so that the error summary takes focus again. */
  readonly attempt: number;
  /** Whether the person asked for a draft on the device. */
  readonly draft: boolean;
  /** From where the current step was reached by a "change" link: the button leads back there. */
  readonly returnTo?: Place | undefined;
}

export type FormAction =
  | { readonly type: "answered"; readonly question: QuestionId; readonly value: AnswerValue | undefined }
  | { readonly type: "files-changed"; readonly files: readonly AttachedFile[] }
  | { readonly type: "went"; readonly place: Place; readonly returnTo?: Place | undefined }
  | { readonly type: "notices-read"; readonly versions: Readonly<Record<string, string>> }
  | { readonly type: "refused"; readonly faults: readonly FieldFault[] }
  | { readonly type: "draft-set"; readonly on: boolean }
  | ({ readonly type: "restored" } & Pick<FormState, "answers" | "files" | "noticesRead" | "draft">)
  | { readonly type: "cleared" };

export const emptyForm: FormState = {
  place: "start",
  answers: {},
  files: [],
  faults: [],
  noticesRead: {},
  attempt: 0,
  draft: false,
};

/** The section that holds the bytes of the n-th file, counted from one. */
export function fileSection(index: number): string {
  return `file-${index + 1}`;
}

function references(files: readonly AttachedFile[]): readonly FileReference[] {
  return files.map(({ name, type, blob }, index) => ({
    section: fileSection(index),
    name,
    type,
    size: blob.size,
  }));
}

function withAnswer(answers: Answers, question: QuestionId, value: AnswerValue | undefined): Answers {
  const { [question]: _, ...rest } = answers;
  const empty = value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
  return empty ? rest : { ...rest, [question]: value };
}

/** Ticking "none of these" unticks the others, and the other way round. */
export function tick(question: QuestionId, chosen: readonly string[], changed: string): readonly string[] {
  const alone = questionnaire.questions.find(({ id }) => id === question)?.alone ?? [];
  if (!chosen.includes(changed)) return chosen;
  return alone.includes(changed) ? [changed] : chosen.filter((code) => !alone.includes(code));
}

/** The next state. */
export function reduce(state: FormState, action: FormAction): FormState {
  switch (action.type) {
    case "answered":
      return { ...state, answers: withAnswer(state.answers, action.question, action.value) };
    case "files-changed":
      return {
        ...state,
        files: action.files,
        answers: withAnswer(state.answers, "files", references(action.files)),
      };
    case "went":
      return { ...state, place: action.place, faults: [], returnTo: action.returnTo };
    case "notices-read":
      return { ...state, noticesRead: { ...state.noticesRead, ...action.versions } };
    case "refused":
      return { ...state, faults: action.faults, attempt: state.attempt + 1 };
    case "draft-set":
      return { ...state, draft: action.on };
    case "restored":
      return {
        ...state,
        draft: action.draft,
        noticesRead: action.noticesRead,
        files: action.files,
        answers: withAnswer(action.answers, "files", references(action.files)),
      };
    case "cleared":
      return { ...emptyForm, place: state.place };
  }
}
