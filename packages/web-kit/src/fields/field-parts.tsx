import type { ComponentChildren, JSX } from "preact";
import { useKitTexts } from "../language.ts";

/** What every field has. */
export interface FieldProps {
  /** Names the control; ids and the error summary's links are made from it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** The fault's words, without the word "error", which the field adds. */
  readonly error?: string | undefined;
  /** A required field has no mark; the others say that they are optional. */
  readonly required?: boolean | undefined;
}

/** The id of a field's first control: where the error summary leads. */
export function controlId(name: string): string {
  return `field-${name}`;
}

/** The ids that describe a control, for `aria-describedby`. */
export function describedBy(props: FieldProps): string | undefined {
  const ids = [
    props.hint === undefined ? [] : [`${controlId(props.name)}-hint`],
    props.error === undefined ? [] : [`${controlId(props.name)}-error`],
  ].flat();
  return ids.length === 0 ? undefined : ids.join(" ");
}

/** The label's words, with "(optional)" after those that are. */
export function LabelWords(props: FieldProps): JSX.Element {
  const texts = useKitTexts();
  return (
    <>
      {props.label}
      {props.required === true ? null : <span class="optional"> {texts.optional}</span>}
    </>
  );
}

/** Hint and error of a field. */
export function FieldNotes(props: FieldProps): JSX.Element {
  const texts = useKitTexts();
  return (
    <>
      {props.hint === undefined ? null : (
        <p class="hint" id={`${controlId(props.name)}-hint`}>
          {props.hint}
        </p>
      )}
      {props.error === undefined ? null : (
        <p class="field-error" id={`${controlId(props.name)}-error`}>
          <span>{texts.errorPrefix}</span> {props.error}
        </p>
      )}
    </>
  );
}

/** A field of one control: label, hint, error, control. */
export function SingleField(props: FieldProps & { readonly children: ComponentChildren }): JSX.Element {
  return (
    <div class={props.error === undefined ? "field" : "field has-error"}>
      <label for={controlId(props.name)}>
        <LabelWords {...props} />
      </label>
      <FieldNotes {...props} />
      {props.children}
    </div>
  );
}

/** A field of several controls: fieldset, legend, hint, error, controls. */
export function GroupField(props: FieldProps & { readonly children: ComponentChildren }): JSX.Element {
  return (
    <fieldset class={props.error === undefined ? "" : "has-error"} aria-describedby={describedBy(props)}>
      <legend>
        <LabelWords {...props} />
      </legend>
      <FieldNotes {...props} />
      {props.children}
    </fieldset>
  );
}
