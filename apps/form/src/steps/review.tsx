import { describeAnswers, questionnaire, stepsOf, type Answers, type StepId } from "@tillit/application-case";
import { StepShell, SummaryList, type FieldFault } from "@tillit/web-kit";
import type { JSX } from "preact";
import { useTexts } from "../context.ts";

/** Every answer as it will be sent, with a link to change each part. */
export function Review(props: {
  readonly answers: Answers;
  readonly names: Readonly<Record<string, string>>;
  readonly place: { readonly number: number; readonly of: number } | undefined;
  readonly faults: readonly FieldFault[];
  readonly attempt: number;
  readonly onChange: (step: StepId) => void;
  readonly onBack: () => void;
  readonly onSend: () => void;
}): JSX.Element {
  const { form, questions } = useTexts();
  const { review } = form;
  const described = describeAnswers(questionnaire, questions, props.answers, {
    yes: form.yes,
    names: props.names,
  });
  return (
    <StepShell
      id="review"
      title={review.title}
      service={form.service}
      step={props.place}
      faults={props.faults}
      attempt={props.attempt}
      onBack={props.onBack}
      onNext={props.onSend}
      nextLabel={review.send}
    >
      <p>{review.lead}</p>
      {stepsOf(questionnaire, props.answers).map(({ id }) => {
        const { title } = questions.steps[id];
        const rows = described.find(({ step }) => step === id)?.answers ?? [];
        return (
          <section key={id} aria-labelledby={`review-${id}`}>
            <div class="section-head">
              <h2 id={`review-${id}`}>{title}</h2>
              <button type="button" class="link-button" onClick={() => props.onChange(id)}>
                {review.change}
                <span class="visually-hidden"> {title}</span>
              </button>
            </div>
            {rows.length === 0 ? <p class="hint">{review.noAnswers}</p> : null}
            <SummaryList
              rows={rows.map(({ question, label, values }) => ({ key: question, term: label, values }))}
            />
          </section>
        );
      })}
      <p class="panel note">{review.truth}</p>
    </StepShell>
  );
}
