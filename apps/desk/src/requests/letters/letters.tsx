/** The letters and their law are much text: fetched when the part is opened. */
import { useState } from "preact/hooks";
import type { RequestView, Session } from "../../api/wire.ts";
import { lazyPage } from "../../page/lazy-page.tsx";
import { useTexts } from "../../texts/language.ts";

interface Props {
  readonly request: RequestView;
  readonly session: Session;
  readonly onTaken: () => void;
}

const Panel = lazyPage<Props>(async () => (await import("./letters-panel.tsx")).LettersPanel);

export function LettersPanel(props: Props) {
  const { texts } = useTexts();
  const [shown, setShown] = useState(false);
  if (shown) return <Panel {...props} />;
  return (
    <section class="panel" aria-label={texts.requests.letters}>
      <button type="button" class="button secondary" onClick={() => setShown(true)}>
        {texts.requests.letters}
      </button>
    </section>
  );
}
