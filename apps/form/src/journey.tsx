/** Everything after the first page, loaded while the first page is read: the model and the view of the moment. */
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { AllTextsContext } from "./context.ts";
import { CurrentView } from "./current-view.tsx";
import { DraftNote, ReturnedNote } from "./draft-note.tsx";
import { loadKept, type Kept } from "./draft/draft-store.ts";
import { placeAfter, type Place } from "./journey/places.ts";
import type { StartProps } from "./steps/start.tsx";
import type { AllTexts } from "./texts/load-texts.ts";
import { useForm } from "./model/use-form.ts";

/** What the page around the journey follows. */
export interface Surroundings {
  /** What the start page shows; undefined while another view is on screen. */
  readonly start: StartProps | undefined;
  /** Whether the language may be changed now. */
  readonly free: boolean;
}

/** What the person did on the start page before this part was loaded. */
export interface Early {
  readonly draft: boolean;
  readonly begun: boolean;
}

export interface JourneyProps {
  readonly texts: AllTexts;
  readonly asked: Place;
  readonly early: Early;
  /** What was on the device when the page opened. */
  readonly kept: Kept | undefined;
  readonly onChange: (surroundings: Surroundings) => void;
}

/** What an earlier page left on the device; nothing where the browser keeps nothing. */
export function findKept(): Promise<Kept | undefined> {
  return loadKept(Date.now()).catch(() => undefined);
}

export function Journey(props: JourneyProps): JSX.Element {
  const model = useForm(props.texts, props.asked, props.early, props.kept);
  const { state, draft, receipt, dispatch } = model;
  const { language } = props.texts;
  const atStart = state.place === "start" && receipt.sent === undefined && !receipt.finished;
  const free = receipt.sent === undefined && state.place !== "send";
  const found = draft.found?.saved;

  useEffect(() => {
    const saved =
      found === undefined
        ? undefined
        : new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" }).format(found);
    const start: StartProps = {
      draft: state.draft,
      saved,
      unsent: model.unsent,
      onDraft: (on) => dispatch({ type: "draft-set", on }),
      onResume: model.resumeDraft,
      onDelete: draft.remove,
      onBegin: () => model.go(placeAfter("start", state.answers)),
    };
    props.onChange({ start: atStart ? start : undefined, free });
  }, [atStart, free, found, language, state.draft, state.answers]);

  return (
    <AllTextsContext.Provider value={props.texts}>
      <ReturnedNote model={model} />
      {atStart ? null : <CurrentView model={model} />}
      {atStart && !draft.deleted ? null : <DraftNote model={model} />}
    </AllTextsContext.Provider>
  );
}
