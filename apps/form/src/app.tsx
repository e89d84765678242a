/** The form as a whole: language, page around it, and the view of the moment. */
import { PageShell, type Language } from "@tillit/web-kit";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { TextsContext } from "./context.ts";
import { CurrentView } from "./current-view.tsx";
import { DraftNote } from "./draft-note.tsx";
import { placeAfter, type Place } from "./journey/places.ts";
import { Start } from "./steps/start.tsx";
import { loadTexts, type AllTexts } from "./texts/load-texts.ts";
import { useForm } from "./use-form.ts";

export function App(props: { readonly texts: AllTexts; readonly asked: Place }): JSX.Element {
  const [texts, setTexts] = useState(props.texts);
  const model = useForm(texts, props.asked);
  const { state, draft } = model;
  const { language, form } = texts;

  function changeLanguage(next: Language): void {
    loadTexts(next).then(
      (loaded) => {
        document.documentElement.lang = next;
        setTexts(loaded);
      },
      () => undefined,
    );
  }

  const atStart = state.place === "start" && model.sent === undefined && !model.finished;
  const found = draft.found?.saved;
  const saved =
    found === undefined
      ? undefined
      : new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" }).format(found);
  return (
    <TextsContext.Provider value={texts}>
      <PageShell
        language={language}
        onLanguage={model.sent === undefined && state.place !== "send" ? changeLanguage : undefined}
        footer={<p>{form.footer}</p>}
      >
        {atStart ? (
          <Start
            draft={{ on: state.draft, onChange: (on) => model.dispatch({ type: "draft-set", on }) }}
            saved={saved}
            onResume={model.resumeDraft}
            onDelete={draft.remove}
            onBegin={() => model.go(placeAfter("start", state.answers))}
          />
        ) : (
          <CurrentView model={model} />
        )}
        {atStart && !draft.deleted ? null : <DraftNote model={model} />}
      </PageShell>
    </TextsContext.Provider>
  );
}
