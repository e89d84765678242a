import type { JSX } from "preact";
import { controlId, describedBy, FieldNotes, GroupField, type FieldProps } from "./field-parts.tsx";

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

function optionId(name: string, index: number): string {
  return index === 0 ? controlId(name) : `${controlId(name)}-${index + 1}`;
}

function Option(props: {
  readonly type: "radio" | "checkbox";
  readonly name: string;
  readonly index: number;
  readonly choice: Choice;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}): JSX.Element {
  const id = optionId(props.name, props.index);
  return (
    <label class="option" for={id}>
      <input
        type={props.type}
        id={id}
        name={props.name}
        value={props.choice.value}
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>
        {props.choice.label}
        {props.choice.hint === undefined ? null : <span class="option-hint">{props.choice.hint}</span>}
      </span>
    </label>
  );
}

/** One of several: native radio buttons. */
export function RadioField(
  props: FieldProps & {
    readonly choices: readonly Choice[];
    readonly value: string | undefined;
    readonly onChange: (value: string) => void;
  },
): JSX.Element {
  return (
    <GroupField {...props}>
      <div class="options">
        {props.choices.map((choice, index) => (
          <Option
            key={choice.value}
            type="radio"
            name={props.name}
            index={index}
            choice={choice}
            checked={choice.value === props.value}
            onChange={() => props.onChange(choice.value)}
          />
        ))}
      </div>
    </GroupField>
  );
}

/** Some of several: native checkboxes. The values come in the order of the choices. */
export function CheckboxField(
  props: FieldProps & {
    readonly choices: readonly Choice[];
    readonly value: readonly string[];
    readonly onChange: (value: readonly string[], changed: string) => void;
  },
): JSX.Element {
  return (
    <GroupField {...props}>
      <div class="options">
        {props.choices.map((choice, index) => (
          <Option
            key={choice.value}
            type="checkbox"
            name={props.name}
            index={index}
            choice={choice}
            checked={props.value.includes(choice.value)}
            onChange={(checked) => {
              const chosen = props.choices
                .map(({ value }) => value)
                .filter((value) => (value === choice.value ? checked : props.value.includes(value)));
              props.onChange(chosen, choice.value);
            }}
          />
        ))}
      </div>
    </GroupField>
  );
}

/** One statement to tick: a single checkbox with its own label. */
export function AcknowledgeField(
  props: FieldProps & { readonly checked: boolean; readonly onChange: (checked: boolean) => void },
): JSX.Element {
  return (
    <div class={props.error === undefined ? "field" : "field has-error"}>
      <FieldNotes {...props} />
      <span class="option">
        <input
          type="checkbox"
          id={controlId(props.name)}
          name={props.name}
          checked={props.checked}
          aria-describedby={describedBy(props)}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <label for={controlId(props.name)}>{props.label}</label>
      </span>
    </div>
  );
}
