import type { ComponentChildren, JSX } from "preact";
import { ErrorSummary, type FieldFault } from "./error-summary.tsx";
import { useKitTexts } from "../language.ts";
import { usePage } from "./page-focus.ts";

/** One step of a form: back, "step n of m", heading, error summary, fields, the button onward. */
export function StepShell(props: {
  readonly id: string;
  readonly title: string;
  /** The name at the end of the document's title. */
  readonly service: string;
  readonly step?: { readonly number: number; readonly of: number } | undefined;
  readonly faults?: readonly FieldFault[] | undefined;
  readonly attempt?: number | undefined;
  readonly onBack?: (() => void) | undefined;
  readonly onNext?: (() => void) | undefined;
  readonly nextLabel?: string | undefined;
  readonly more?: ComponentChildren;
  readonly children: ComponentChildren;
}): JSX.Element {
  const texts = useKitTexts();
  const faults = props.faults ?? [];
  const place = props.step === undefined ? "" : ` – ${texts.stepOf(props.step.number, props.step.of)}`;
  const prefix = faults.length === 0 ? "" : `${texts.errorPrefix} `;
  const heading = usePage(props.id, `${prefix}${props.title}${place} – ${props.service}`);
  return (
    <>
      {props.onBack === undefined ? null : (
        <button type="button" class="link-button no-print" onClick={props.onBack}>
          <span aria-hidden="true">‹&nbsp;</span>
          {texts.back}
        </button>
      )}
      <ErrorSummary faults={faults} attempt={props.attempt ?? 0} />
      {props.step === undefined ? null : (
        <p class="step-count">{texts.stepOf(props.step.number, props.step.of)}</p>
      )}
      <h1 tabIndex={-1} ref={heading}>
        {props.title}
      </h1>
      <form
        noValidate
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          props.onNext?.();
        }}
      >
        {props.children}
        <div class="actions">
          {props.onNext === undefined ? null : (
            <button type="submit" class="button">
              {props.nextLabel ?? texts.next}
            </button>
          )}
          {props.more}
        </div>
      </form>
    </>
  );
}
