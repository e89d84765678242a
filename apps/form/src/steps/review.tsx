import {
  assignmentsFor,
  describeAnswers,
  questionnaire,
  stepsOf,
  type Answers,
  type StepId,
} from "@tillit/application-case";
import { StepShell, SummaryList, type FieldFault } from "@tillit/web-kit";
import type { JSX } from "preact";
import { useTexts } from "../context.ts";
import type { Controller } from "../model/directory.ts";
import { kindsText } from "../model/receiver-choices.ts";
import type { FormTexts } from "../texts/form-texts.ts";

/** Which kinds each receiver is sent; what it does not take is not sent to it. */
function WhoGetsWhat(props: {
  readonly answers: Answers;
  readonly receivers: readonly Controller[];
  readonly form: FormTexts;
}): JSX.Element {
  const { answers, form } = props;
  const rows = props.receivers.map(({ id, name, accepts }) => {
    const kinds = kindsText(assignmentsFor(answers, accepts), form);
    return { key: id, term: name, values: [kinds.charAt(0).toLocaleUpperCase() + kinds.slice(1)] };
  });
  return (
    <section aria-labelledby="review-receivers">
      <h2 id="review-receivers">{form.review.whoTitle}</h2>
      <SummaryList rows={rows} />
      <p class="hint">{form.review.whoHint}</p>
    </section>
  );
}

/** Every answer as it will be sent, with a link to change each part. */
export function Review(props: {
  readonly answers: Answers;
  readonly names: Readonly<Record<string, string>>;
  readonly receivers: readonly Controller[];
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
      <WhoGetsWhat answers={props.answers} receivers={props.receivers} form={form} />
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
