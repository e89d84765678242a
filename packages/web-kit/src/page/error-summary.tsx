import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { controlId } from "../fields/field-parts.tsx";
import { useKitTexts } from "../language.ts";

/** A fault in a field: the field's name and the same words that stand beside it. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** The list of faults above a form. It takes focus each time `attempt` changes; its links lead to the fields. */
export function ErrorSummary(props: {
  readonly faults: readonly FieldFault[];
  readonly attempt: number;
}): JSX.Element | null {
  const texts = useKitTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (props.faults.length > 0) box.current?.focus();
  }, [props.attempt]);
  if (props.faults.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{texts.errorTitle}</h2>
      <ul>
        {props.faults.map(({ field, message }) => (
          <li key={field}>
            <a
              href={`#${controlId(field)}`}
              onClick={(event) => {
                event.preventDefault();
                const control = document.getElementById(controlId(field));
                control?.focus();
                control?.closest("fieldset, .field")?.scrollIntoView({ block: "start" });
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
