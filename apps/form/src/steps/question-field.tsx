import type { AnswerValue, Question } from "@tillit/application-case";
import { attachmentTypes } from "@tillit/application-case";
import {
  AcknowledgeField,
  CheckboxField,
  FileField,
  RadioField,
  TextArea,
  TextField,
  type Choice,
} from "@tillit/web-kit";
import type { JSX } from "preact";
import { useTexts } from "../context.ts";
import { sizeText } from "../files/add-files.ts";
import { tick, type AttachedFile } from "../journey/form-state.ts";

const contactFields: Readonly<
  Record<string, { autoComplete: string; type?: "tel" | "email"; inputMode?: "tel" | "email" | "numeric" }>
> = {
  name: { autoComplete: "name" },
  phone: { autoComplete: "tel", type: "tel", inputMode: "tel" },
  email: { autoComplete: "email", type: "email", inputMode: "email" },
};

export interface QuestionFieldProps {
  readonly question: Question;
  readonly value: AnswerValue | undefined;
  readonly error: string | undefined;
  /** Choices from outside: the receivers. */
  readonly choices?: readonly Choice[] | undefined;
  readonly files: readonly AttachedFile[];
  readonly onAnswer: (value: AnswerValue | undefined) => void;
  readonly onAddFiles: (files: readonly File[]) => void;
  readonly onRemoveFile: (index: number) => void;
}

/** The native control of one question. */
export function QuestionField(props: QuestionFieldProps): JSX.Element {
  const { question, value, error, onAnswer } = props;
  const { questions, language } = useTexts();
  const text = questions.questions[question.id];
  const field = { name: question.id, label: text.label, hint: text.hint, error, required: question.required };
  const choices =
    props.choices ??
    question.options?.map((code) => ({ value: code, label: text.options?.[code] ?? code })) ??
    [];
  switch (question.kind) {
    case "radio":
      return (
        <RadioField
          {...field}
          choices={choices}
          value={typeof value === "string" ? value : undefined}
          onChange={onAnswer}
        />
      );
    case "checkbox":
      return (
        <CheckboxField
          {...field}
          choices={choices}
          value={Array.isArray(value) ? (value as readonly string[]) : []}
          onChange={(chosen, changed) => onAnswer(tick(question.id, chosen, changed))}
        />
      );
    case "acknowledge":
      return (
        <AcknowledgeField
          {...field}
          checked={value === true}
          onChange={(checked) => onAnswer(checked ? true : undefined)}
        />
      );
    case "files":
      return (
        <FileField
          {...field}
          accept={[...attachmentTypes, ".heic"].join(",")}
          files={props.files.map(({ name, blob }, index) => ({
            key: String(index),
            name,
            note: sizeText(blob.size, language),
          }))}
          onAdd={props.onAddFiles}
          onRemove={(key) => props.onRemoveFile(Number(key))}
        />
      );
    case "text":
    case "number": {
      const written = typeof value === "string" ? value : "";
      const common = { ...field, value: written, onInput: onAnswer, maxLength: question.maxLength };
      return question.multiline === true ? (
        <TextArea {...common} />
      ) : (
        <TextField {...common} {...contactFields[question.id]} />
      );
    }
  }
}
