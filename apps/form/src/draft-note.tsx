import type { JSX } from "preact";
import type { FormModel } from "./model/form-model.ts";

/** Above the step that the page opens with: what was on the device, and what happens with it. */
export function ReturnedNote({ model }: { readonly model: FormModel }): JSX.Element | null {
  const { receipt, returned, sending, state, texts } = model;
  const words = texts.form.returned;
  if (returned === undefined || receipt.finished) return null;
  if (receipt.sent !== undefined) return <Note text={words.receipt} />;
  if (returned === "draft") return <Note text={words.draft} />;
  return state.place === "send" && sending.status.phase !== "elsewhere" ? (
    <Note text={words.sending} />
  ) : null;
}

function Note({ text }: { readonly text: string }): JSX.Element {
  return (
    <p class="panel note no-print" role="status">
      {text}
    </p>
  );
}

/** Below every step: that a draft is kept on the device, and the button that deletes it. */
export function DraftNote({ model }: { readonly model: FormModel }): JSX.Element | null {
  const { draft, receipt, state, texts } = model;
  const words = texts.form.draft;
  const told = draft.failed
    ? words.failed
    : state.draft
      ? words.on
      : draft.deleted
        ? words.deleted
        : undefined;
  const onItsWay = state.place === "send" || receipt.sent !== undefined;
  if (told === undefined || onItsWay || receipt.finished) return null;
  return (
    <div class="hint no-print">
      {model.dropped ? <p class="panel warn">{words.dropped}</p> : null}
      <span role="status">{told}</span>{" "}
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
