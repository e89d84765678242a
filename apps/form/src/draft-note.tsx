import type { JSX } from "preact";
import type { FormModel } from "./model/use-form.ts";

/** Below every step: that a draft is kept on the device, and the button that deletes it. */
export function DraftNote({ model }: { readonly model: FormModel }): JSX.Element | null {
  const { draft, state, texts, sent } = model;
  const words = texts.form.draft;
  const said = draft.failed
    ? words.failed
    : state.draft
      ? words.on
      : draft.deleted
        ? words.deleted
        : undefined;
  if (said === undefined || sent !== undefined || model.finished) return null;
  return (
    <div class="hint no-print">
      {draft.dropped ? <p class="panel warn">{words.dropped}</p> : null}
      <span role="status">{said}</span>{" "}
      {state.draft ? (
        <button
          type="button"
          class="link-button"
          onClick={() => {
            draft.remove();
            model.dispatch({ type: "draft-set", on: false });
          }}
        >
          {words.deleteLabel}
        </button>
      ) : null}
    </div>
  );
}
