import type { Answers, AnswerValue, QuestionId, Step } from "@tillit/application-case";
import { StepShell, type Choice, type FieldFault } from "@tillit/web-kit";
import type { ComponentChildren, JSX } from "preact";
import { useTexts } from "../context.ts";
import type { AttachedFile } from "../journey/form-state.ts";
import { QuestionField } from "./question-field.tsx";

/** One page of questions. */
export function QuestionStep(props: {
  readonly step: Step;
  readonly place: { readonly number: number; readonly of: number } | undefined;
  readonly answers: Answers;
  readonly files: readonly AttachedFile[];
  readonly faults: readonly FieldFault[];
  readonly attempt: number;
  readonly receivers: { readonly choices: readonly Choice[]; readonly notice: ComponentChildren };
  readonly onAnswer: (question: QuestionId, value: AnswerValue | undefined) => void;
  readonly onAddFiles: (files: readonly File[]) => void;
  readonly onRemoveFile: (index: number) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
  readonly more?: ComponentChildren;
}): JSX.Element {
  const { form, questions } = useTexts();
  const words = questions.steps[props.step.id];
  return (
    <StepShell
      id={props.step.id}
      title={words.title}
      service={form.service}
      step={props.place}
      faults={props.faults}
      attempt={props.attempt}
      onBack={props.onBack}
      onNext={props.onNext}
      more={props.more}
    >
      {words.intro === undefined ? null : <p>{words.intro}</p>}
      {words.points === undefined ? null : (
        <ul>
          {words.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
      {props.step.id === "health" ? <p class="panel note">{form.talkHint}</p> : null}
      {props.step.questions.map((question) => {
        const fromOutside = question.optionsFrom === "controllers";
        if (fromOutside && props.receivers.choices.length === 0) {
          return <div key={question.id}>{props.receivers.notice}</div>;
        }
        return (
          <QuestionField
            key={question.id}
            question={question}
            value={props.answers[question.id]}
            error={props.faults.find(({ field }) => field === question.id)?.message}
            choices={fromOutside ? props.receivers.choices : undefined}
            files={props.files}
            onAnswer={(value) => props.onAnswer(question.id, value)}
            onAddFiles={props.onAddFiles}
            onRemoveFile={props.onRemoveFile}
          />
        );
      })}
    </StepShell>
  );
}
