import type { JSX } from "preact";
import { useKitTexts } from "../language.ts";
import { controlId, describedBy, SingleField, type FieldProps } from "./field-parts.tsx";

interface TextProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly maxLength?: number | undefined;
}

/** One line of text. The DOM is the source of what is typed; the value only sets the start. */
export function TextField(
  props: TextProps & {
    readonly type?: "text" | "tel" | "email" | "password" | "search" | undefined;
    readonly autoComplete?: string | undefined;
    readonly inputMode?: "text" | "numeric" | "tel" | "email" | undefined;
    readonly spellcheck?: boolean | undefined;
  },
): JSX.Element {
  const attributes = {
    type: props.type ?? "text",
    id: controlId(props.name),
    name: props.name,
    value: props.value,
    maxLength: props.maxLength,
    autoComplete: props.autoComplete ?? "off",
    inputMode: props.inputMode,
    spellcheck: props.spellcheck ?? false,
    "aria-describedby": describedBy(props),
    "aria-invalid": props.error === undefined ? undefined : true,
  } as JSX.IntrinsicElements["input"];
  return (
    <SingleField {...props}>
      <input {...attributes} onInput={(event) => props.onInput(event.currentTarget.value)} />
    </SingleField>
  );
}

/** Several lines of text, with the count of characters left when a longest length is set. */
export function TextArea(props: TextProps & { readonly rows?: number | undefined }): JSX.Element {
  const texts = useKitTexts();
  return (
    <SingleField {...props}>
      <textarea
        id={controlId(props.name)}
        name={props.name}
        rows={props.rows ?? 6}
        value={props.value}
        maxLength={props.maxLength}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error === undefined ? undefined : true}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      {props.maxLength === undefined ? null : (
        <p class="hint">{texts.charactersLeft(props.maxLength - props.value.length)}</p>
      )}
    </SingleField>
  );
}

/** A whole number, typed: no spinner that changes when the page is scrolled. */
export function NumberField(
  props: FieldProps & { readonly value: string; readonly onInput: (value: string) => void },
): JSX.Element {
  return (
    <div class="short">
      <TextField {...props} inputMode="numeric" maxLength={6} />
    </div>
  );
}

/** One of many, as a native list. */
export function SelectField(
  props: FieldProps & {
    readonly choices: readonly { readonly value: string; readonly label: string }[];
    readonly value: string;
    readonly onChange: (value: string) => void;
  },
): JSX.Element {
  return (
    <SingleField {...props}>
      <select
        id={controlId(props.name)}
        name={props.name}
        value={props.value}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error === undefined ? undefined : true}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        {props.choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </SingleField>
  );
}
