import { controlId, StepShell } from "@tillit/web-kit";
import type { JSX } from "preact";
import { useFirstTexts } from "../context.ts";

export interface StartProps {
  /** Whether a draft shall be kept on the device. */
  readonly draft: boolean;
  /** When an earlier draft was saved, in words; undefined if there is none. */
  readonly saved: string | undefined;
  /** Whether that draft is a sealed application that was not wholly sent. */
  readonly unsent: boolean;
  readonly onDraft: (on: boolean) => void;
  readonly onResume: () => void;
  readonly onDelete: () => void;
  readonly onBegin: () => void;
}

/** What this is, who reads it, how it is protected, and the other ways in. */
export function Start(props: StartProps): JSX.Element {
  const { form } = useFirstTexts();
  const { start } = form;
  return (
    <StepShell
      id="start"
      title={start.title}
      service={form.service}
      onNext={props.onBegin}
      nextLabel={start.begin}
    >
      <p>{start.lead}</p>
      <ul>
        {start.facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {props.saved === undefined ? null : (
        <div class="panel note">
          <p>{props.unsent ? start.unsentInfo(props.saved) : start.resumeInfo(props.saved)}</p>
          <div class="actions">
            <button type="button" class="button" onClick={props.onResume}>
              {props.unsent ? start.resumeSending : start.resume}
            </button>
            <button type="button" class="button secondary" onClick={props.onDelete}>
              {form.draft.deleteLabel}
            </button>
          </div>
        </div>
      )}
      <h2>{start.howTitle}</h2>
      {start.how.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <h2>{start.otherWayTitle}</h2>
      <p>{start.otherWay}</p>
      {props.saved !== undefined ? null : (
        <>
          <h2>{start.draftTitle}</h2>
          <label class="option" for={controlId("draft")}>
            <input
              type="checkbox"
              id={controlId("draft")}
              checked={props.draft}
              aria-describedby="draft-hint"
              onChange={(event) => props.onDraft(event.currentTarget.checked)}
            />
            <span>{start.draftLabel}</span>
          </label>
          <p class="hint" id="draft-hint">
            {start.draftHint}
          </p>
        </>
      )}
    </StepShell>
  );
}
