/** The page: language, what is around, the start at once, and the rest when it has been loaded. */
import type { Language } from "@tillit/law-reference";
import { PageShell } from "@tillit/web-kit";
import type { ComponentType, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { TextsContext } from "./context.ts";
import type { Kept } from "./draft/draft-store.ts";
import type { Early, JourneyProps, Surroundings } from "./journey.tsx";
import { Start } from "./steps/start.tsx";
import { loadTexts, type AllTexts, type FirstTexts } from "./texts/load-texts.ts";
import type { Place } from "./journey/places.ts";

interface Loaded {
  readonly Journey: ComponentType<JourneyProps>;
  readonly texts: AllTexts;
  /** What was on the device when the page opened: known before anything of the journey is shown. */
  readonly kept: Kept | undefined;
}

async function loadJourney(language: Language, before: Loaded | undefined): Promise<Loaded> {
  const [{ Journey, findKept }, texts] = await Promise.all([import("./journey.tsx"), loadTexts(language)]);
  return { Journey, texts, kept: before === undefined ? await findKept() : before.kept };
}

export function App(props: { readonly texts: FirstTexts; readonly asked: Place }): JSX.Element {
  const [first, setFirst] = useState(props.texts);
  const [loaded, setLoaded] = useState<Loaded>();
  const [early, setEarly] = useState<Early>({ draft: false, begun: false });
  const [around, setAround] = useState<Surroundings>();
  const [broken, setBroken] = useState(false);
  const texts = loaded?.texts ?? first;
  const { form, language } = texts;

  async function change(next: Language): Promise<void> {
    const all = await loadJourney(next, loaded);
    document.documentElement.lang = next;
    setFirst(all.texts);
    setLoaded(all);
  }

  const load = (next: Language): void => {
    change(next).catch(() => setBroken(true));
  };
  useEffect(() => load(props.texts.language), []);

  const start = around === undefined ? earlyStart() : around.start;
  function earlyStart() {
    return {
      draft: early.draft,
      saved: undefined,
      unsent: false,
      onDraft: (draft: boolean) => setEarly({ ...early, draft }),
      onResume: () => undefined,
      onDelete: () => undefined,
      onBegin: () => setEarly({ ...early, begun: true }),
    };
  }

  return (
    <TextsContext.Provider value={texts}>
      <PageShell
        language={language}
        onLanguage={around?.free === false ? undefined : load}
        footer={<p>{form.footer}</p>}
      >
        {broken ? <p class="panel warn">{form.broken}</p> : null}
        {start === undefined ? null : <Start {...start} />}
        {loaded === undefined ? null : (
          <loaded.Journey
            texts={loaded.texts}
            asked={props.asked}
            early={early}
            kept={loaded.kept}
            onChange={setAround}
          />
        )}
      </PageShell>
    </TextsContext.Provider>
  );
}
