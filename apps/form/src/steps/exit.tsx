import { StepShell } from "@tillit/web-kit";
import type { JSX } from "preact";
import { useTexts } from "../context.ts";
import type { Controller } from "../model/directory.ts";

/** Where an answer ends the form: nothing is sent, and here is whom to call. */
export function Exit(props: {
  readonly reason: "protected" | "age";
  readonly controllers: readonly Controller[];
  readonly onChange: () => void;
  readonly onErase: () => void;
}): JSX.Element {
  const { form } = useTexts();
  const { exit } = form;
  const isProtected = props.reason === "protected";
  return (
    <StepShell
      id={`exit-${props.reason}`}
      title={isProtected ? exit.protectedTitle : exit.ageTitle}
      service={form.service}
      more={
        <>
          <button type="button" class="button secondary" onClick={props.onChange}>
            {exit.change}
          </button>
          <button type="button" class="button danger" onClick={props.onErase}>
            {exit.erase}
          </button>
        </>
      }
    >
      <p class="panel note">{exit.nothingSent}</p>
      {(isProtected ? exit.protectedText : exit.ageText).map((text) => (
        <p key={text}>{text}</p>
      ))}
      {isProtected && props.controllers.length > 0 ? (
        <>
          <h2>{exit.phones}</h2>
          <ul>
            {props.controllers.map(({ id, name, contact }) => (
              <li key={id}>
                {name}: <a href={`tel:${contact.phone.replaceAll(/[^+\d]/g, "")}`}>{contact.phone}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </StepShell>
  );
}
